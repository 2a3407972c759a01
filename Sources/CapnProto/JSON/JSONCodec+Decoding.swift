internal import CapnProtoSyntax
package import Foundation

extension JSONCodec {
  /// Sets the fields that a JSON object names, and leaves the others as they are.
  ///
  /// What a pointer led to is replaced; `null` makes a pointer null.
  ///
  /// - Throws: `CapnProtoError`: `malformed` with line and column for what is no JSON, and with the
  ///   path to the field `unknownField` or `typeMismatch`.
  public func decode(
    _ text: some StringProtocol, into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    try decode(bytes: Array(text.utf8), into: builder)
  }

  /// Sets the fields that a JSON object in UTF-8 names.
  ///
  /// - Throws: `CapnProtoError` as for a string.
  public func decode(
    _ utf8: some Collection<UInt8>, into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    try decode(bytes: Array(utf8), into: builder)
  }

  /// Sets the fields of a struct of generated code.
  ///
  /// - Throws: `CapnProtoError` as for a dynamic struct.
  public func decode(
    _ text: some StringProtocol, into builder: some StructBuilderView
  ) throws(CapnProtoError) {
    try decode(text, into: builder.dynamic)
  }

  /// Sets the fields of a struct of generated code.
  ///
  /// - Throws: `CapnProtoError` as for a dynamic struct.
  public func decode(
    _ utf8: some Collection<UInt8>, into builder: some StructBuilderView
  ) throws(CapnProtoError) {
    try decode(utf8, into: builder.dynamic)
  }

  /// A message with a JSON object as its root.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode(
    _ text: some StringProtocol, as schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    try message(Array(text.utf8), schema)
  }

  /// A message with a JSON object in UTF-8 as its root.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode(
    _ utf8: some Collection<UInt8>, as schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    try message(Array(utf8), schema)
  }

  /// A message with a JSON object as its root, which is of a type of generated code.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode<T: StructType>(
    _ text: some StringProtocol, as type: T.Type
  ) throws(CapnProtoError) -> Message {
    try message(Array(text.utf8), type.structSchema)
  }

  /// A message with a JSON object in UTF-8 as its root, which is of a type of generated code.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode<T: StructType>(
    _ utf8: some Collection<UInt8>, as type: T.Type
  ) throws(CapnProtoError) -> Message {
    try message(Array(utf8), type.structSchema)
  }

  /// A message of any size with a JSON object in UTF-8 as its root.
  ///
  /// - Parameters:
  ///   - utf8: the text, which is read where it lies: mapped, it may be larger than the memory.
  ///   - schema: the schema of the root.
  ///   - builder: what the message is built in, which is empty; by default one whose larger
  ///     messages are in files without names.
  ///   - memoryBytes: how much memory may be taken besides; what takes more is in such files.
  ///   - progress: is told how many bytes were done since it was called last.
  /// - Throws: `CapnProtoError` as for decoding into a builder, or of code `io` where there is no
  ///   room for the files.
  package func decode(
    spooling utf8: Data, as schema: StructSchema,
    builder: MessageBuilder = MessageBuilder(spooledAbove: 32 << 20),
    memoryBytes: Int = 32 << 20, progress: @escaping (Int) -> Void = { _ in }
  ) throws(CapnProtoError) -> Message {
    let progress = SpoolProgress(progress)
    return try builder.spooled(options: .trusted) { () throws(CapnProtoError) in
      let tape = try JSONTape(
        SharedBytes(utf8), nestingLimit: nestingLimit, memoryBytes: memoryBytes,
        progress: progress)
      progress.beginAgain(utf8.count)
      try read(tape, into: builder.initRoot(schema), progress)
      progress.end(utf8.count)
    }
  }

  private func message(
    _ bytes: [UInt8], _ schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    let builder = MessageBuilder()
    try decode(bytes: bytes, into: builder.initRoot(schema))
    // It was made here, and is as deep as the limit of the codec allows.
    return try builder.snapshot(options: .trusted)
  }

  private func decode(
    bytes: [UInt8], into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    try read(JSONTape(SharedBytes(bytes), nestingLimit: nestingLimit), into: builder)
  }

  private func read(
    _ tape: JSONTape, into builder: DynamicStruct.Builder, _ progress: SpoolProgress? = nil
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      var reader = JSONMessageReader(self, tape)
      try reader.read(0, into: builder, progress: progress)
    } catch {
      throw error.inside(builder.schema.name)
    }
  }
}
