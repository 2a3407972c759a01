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
    let tape = try JSONTape(bytes, nestingLimit: nestingLimit)
    do throws(CapnProtoError) {
      var reader = JSONMessageReader(self, tape)
      try reader.read(0, into: builder)
    } catch {
      throw error.inside(builder.schema.name)
    }
  }
}
