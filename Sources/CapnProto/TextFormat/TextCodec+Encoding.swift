extension TextCodec {
  /// The text of a struct, without a line break at the end.
  ///
  /// What is not UTF-8 in a text of the message is mended; `encodeBytes` gives it as it is.
  ///
  /// - Throws: `CapnProtoError` with the path to the field, when the message is damaged.
  public func encode(_ value: DynamicStruct.Reader) throws(CapnProtoError) -> String {
    String(decoding: try encodeBytes(value), as: UTF8.self)
  }

  /// The text of a struct of generated code.
  ///
  /// - Throws: `CapnProtoError` as for a dynamic struct.
  public func encode(_ value: some StructReaderView) throws(CapnProtoError) -> String {
    try encode(value.dynamic)
  }

  /// The text of a value of any type.
  ///
  /// - Throws: `CapnProtoError` as for a struct.
  public func encode(
    _ value: DynamicValue, type: SchemaType
  ) throws(CapnProtoError) -> String {
    var writer = TextWriter(self)
    try writer.write(value, type, isField: false)
    return String(decoding: try writer.finish(), as: UTF8.self)
  }

  /// The text of a struct in bytes, which are UTF-8 as far as the texts of the message are.
  ///
  /// - Throws: `CapnProtoError` as for a string.
  public func encodeBytes(_ value: DynamicStruct.Reader) throws(CapnProtoError) -> [UInt8] {
    do throws(CapnProtoError) {
      var writer = TextWriter(self)
      try writer.write(value, isField: false)
      return try writer.finish()
    } catch {
      throw error.inside(value.schema.name)
    }
  }

  /// Writes the text of a struct piece by piece, so that it is never all in memory.
  ///
  /// With `pretty`, the struct is read twice. What is not UTF-8 in a text of the message is mended.
  ///
  /// - Parameters:
  ///   - value: the struct.
  ///   - body: takes the pieces, one behind the other.
  /// - Throws: `CapnProtoError` as for a string, or what the body throws.
  package func encode(
    _ value: DynamicStruct.Reader, pieces body: @escaping ([UInt8]) throws -> Void
  ) throws {
    let sink = PieceSink(body)
    do throws(CapnProtoError) {
      guard pretty else { return try write(value, TextOutput(.one, sink: sink), sink) }
      var first = TextWriter(self, TextOutput(.measured), sink: sink)
      try first.write(value, isField: false)
      try first.passOn()
      try write(value, TextOutput(.planned, plan: first.output.plan, sink: sink), sink)
    } catch {
      throw sink.failure ?? error.inside(value.schema.name)
    }
  }

  private func write(
    _ value: DynamicStruct.Reader, _ output: TextOutput, _ sink: PieceSink
  ) throws(CapnProtoError) {
    var writer = TextWriter(self, output, sink: sink)
    try writer.write(value, isField: false)
    try writer.passOn()
  }
}
