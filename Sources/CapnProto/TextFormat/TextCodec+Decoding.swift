internal import CapnProtoSyntax
package import Foundation

extension TextCodec {
  /// Sets the fields that a text names, and leaves the others as they are.
  ///
  /// What a pointer led to is replaced, and so is all of a group.
  ///
  /// - Throws: `CapnProtoError` with line and column, and the path to the field: `malformed` for what
  ///   is no text of this format, `unknownField` or `typeMismatch`.
  public func decode(
    _ text: some StringProtocol, into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    try decode(SharedBytes(Array(text.utf8)), into: builder)
  }

  /// Sets the fields that a text in UTF-8 names.
  ///
  /// - Throws: `CapnProtoError` as for a string.
  public func decode(
    _ utf8: some Collection<UInt8>, into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) {
    try decode(SharedBytes(Array(utf8)), into: builder)
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

  /// A message with what a text says as its root.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode(
    _ text: some StringProtocol, as schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    try message(Array(text.utf8), schema)
  }

  /// A message with what a text in UTF-8 says as its root.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode(
    _ utf8: some Collection<UInt8>, as schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    try message(Array(utf8), schema)
  }

  /// A message with what a text says as its root, which is of a type of generated code.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode<T: StructType>(
    _ text: some StringProtocol, as type: T.Type
  ) throws(CapnProtoError) -> Message {
    try message(Array(text.utf8), type.structSchema)
  }

  /// A message with what a text in UTF-8 says as its root, which is of a type of generated code.
  ///
  /// - Throws: `CapnProtoError` as for decoding into a builder.
  public func decode<T: StructType>(
    _ utf8: some Collection<UInt8>, as type: T.Type
  ) throws(CapnProtoError) -> Message {
    try message(Array(utf8), type.structSchema)
  }

  /// Reads the next of several texts that follow one another in memory.
  ///
  /// Start with the beginning of the bytes, and then where the text before ended.
  ///
  /// - Returns: Where the text ends, or nil where there is none: only white space and comments.
  /// - Throws: `CapnProtoError` as for a single text; the lines are those of the whole.
  public func decodeNext(
    _ utf8: [UInt8], from start: Int, into builder: DynamicStruct.Builder
  ) throws(CapnProtoError) -> Int? {
    guard 0...utf8.count ~= start else {
      throw CapnProtoError(.invalidArgument, "there is no byte \(start) in \(utf8.count)")
    }
    var scan = ValueScan()
    var end = start
    while end < utf8.count, !scan.isComplete {
      scan.pass(utf8[end])
      end += 1
    }
    if scan.isBlank { return nil }
    try decode(SharedBytes(utf8), start..<end, into: builder)
    return end
  }

  /// A message of any size with what a text in UTF-8 says as its root.
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
    try builder.spooled(options: .trusted) { () throws(CapnProtoError) in
      try decode(
        SharedBytes(utf8), into: builder.initRoot(schema), memoryBytes: memoryBytes,
        progress: SpoolProgress(progress))
    }
  }

  private func message(
    _ bytes: [UInt8], _ schema: StructSchema
  ) throws(CapnProtoError) -> Message {
    let builder = MessageBuilder()
    try decode(SharedBytes(bytes), into: builder.initRoot(schema))
    // It was made here, and is as deep as the limit of the codec allows.
    return try builder.snapshot(options: .trusted)
  }

  private func decode(
    _ bytes: SharedBytes, _ range: Range<Int>? = nil, into builder: DynamicStruct.Builder,
    memoryBytes: Int = .max, progress: SpoolProgress? = nil
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      let source = SourceText(path: "", displayName: "", bytes: bytes, source: 0)
      var filler = try TextFiller(
        source, range ?? 0..<bytes.count, self, memoryBytes: memoryBytes, progress)
      progress?.beginAgain(bytes.count)
      try filler.fill(builder)
      progress?.end(bytes.count)
    } catch {
      throw error.inside(builder.schema.name)
    }
  }
}
