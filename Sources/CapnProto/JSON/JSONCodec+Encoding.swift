extension JSONCodec {
  /// The JSON of a struct.
  ///
  /// - Throws: `CapnProtoError` with the path to the field, when the message is damaged, or has what
  ///   JSON cannot show: capabilities, and pointers of an open type that are not null.
  public func encode(_ value: DynamicStruct.Reader) throws(CapnProtoError) -> String {
    do throws(CapnProtoError) {
      var writer = JSONMessageWriter(self)
      try writer.write(value)
      return finish(writer.output)
    } catch {
      throw error.inside(value.schema.name)
    }
  }

  /// The JSON of a struct of generated code.
  ///
  /// - Throws: `CapnProtoError` as for a dynamic struct.
  public func encode(_ value: some StructReaderView) throws(CapnProtoError) -> String {
    try encode(value.dynamic)
  }

  /// The JSON of a value of any type.
  ///
  /// - Throws: `CapnProtoError` as for a struct.
  public func encode(
    _ value: DynamicValue, type: SchemaType
  ) throws(CapnProtoError) -> String {
    var writer = JSONMessageWriter(self)
    try writer.write(value, type, dataEncoding)
    return finish(writer.output)
  }

  private func finish(_ output: JSONOutput) -> String {
    // Text of a message that is not UTF-8 is mended here.
    String(decoding: pretty ? JSONLayout.pretty(output.bytes) : output.bytes, as: UTF8.self)
  }
}
