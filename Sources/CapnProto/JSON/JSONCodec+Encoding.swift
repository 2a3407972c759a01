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

  /// Writes the JSON of a struct piece by piece, so that it is never all in memory.
  ///
  /// With `pretty`, the struct is read twice.
  ///
  /// - Parameters:
  ///   - value: the struct.
  ///   - body: takes the pieces, one behind the other.
  /// - Throws: `CapnProtoError` as for a string, or what the sink throws.
  package func encode(
    _ value: DynamicStruct.Reader, pieces body: @escaping ([UInt8]) throws -> Void
  ) throws {
    let sink = PieceSink(body)
    do throws(CapnProtoError) {
      guard pretty else {
        var writer = JSONMessageWriter(self, sink: sink) { sink.take($0) }
        try writer.write(value)
        return try writer.finish()
      }
      var measure = JSONMeasure()
      var first = JSONMessageWriter(self, sink: sink) { measure.take($0) }
      try first.write(value)
      try first.finish()
      var layout = JSONLayout(measure.plan)
      var second = JSONMessageWriter(self, sink: sink) {
        layout.take($0)
        sink.take(layout.takeResult())
      }
      try second.write(value)
      try second.finish()
    } catch {
      throw sink.failure ?? error.inside(value.schema.name)
    }
  }

  private func finish(_ output: JSONOutput) -> String {
    // Text of a message that is not UTF-8 is mended here.
    String(decoding: pretty ? JSONLayout.pretty(output.bytes) : output.bytes, as: UTF8.self)
  }
}
