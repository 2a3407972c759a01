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
}
