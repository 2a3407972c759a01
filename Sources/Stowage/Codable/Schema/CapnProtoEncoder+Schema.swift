public import Foundation

extension CapnProtoEncoder {
  /// Makes a message whose root is the struct of a schema, for programs in other languages.
  ///
  /// It is the bare message, without a header: in the formats `packed` and `binary` as the `capnp`
  /// tool has them, in the others as its JSON and its text.
  ///
  /// - Throws: `EncodingError` where the value does not fit the schema, or what the type itself
  ///   throws.
  public func encode<T: Encodable>(_ value: T, schema: CodableSchema) throws -> Data {
    var options = options
    options.sharing = false
    let encoded = try ValueEncoder(options: options, userInfo: userInfo).encode(value)
    do {
      let message = try TypedWriter(schema: schema).write(encoded)
      switch format {
      case .packed: return try message.packedBytes()
      case .binary: return try message.bytes()
      case .json: return Data(try JSONCodec().encode(message.root(schema.root).asReader).utf8)
      case .text: return Data(try TextCodec().encode(message.root(schema.root).asReader).utf8)
      }
    } catch {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: [], debugDescription: "\(T.self) cannot be written by its schema: \(error)",
          underlyingError: error))
    }
  }
}

extension CapnProtoDecoder {
  /// Makes something decodable of a message whose root is the struct of a schema.
  ///
  /// Packed and unpacked messages are told apart, and so are JSON and text.
  ///
  /// - Throws: `DecodingError`, or what the type itself throws.
  public func decode<T: Decodable>(
    _ type: T.Type = T.self, from data: Data, schema: CodableSchema
  ) throws -> T {
    let value: Value
    do {
      let message = try message(data, schema)
      var reader = TypedReader(
        schema, budget: 1 << 16 + data.count, levels: min(limits.nestingLimit, 500))
      value = try reader.read(message)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: [], debugDescription: "the bytes are no \(type): \(error)",
          underlyingError: error))
    }
    return try ValueDecoder(options: options, userInfo: userInfo).decode(type, from: value)
  }

  private func message(_ data: Data, _ schema: CodableSchema) throws -> Message {
    var limits = limits
    limits.acceptsOtherEncoding = true
    switch (data.first, data.last { !" \n\r\t".utf8.contains($0) }) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")):
      let builder = MessageBuilder()
      try JSONCodec().decode(
        String(decoding: data, as: UTF8.self), into: builder.initRoot(schema.root))
      return try Message(builder.bytes(), options: limits)
    case (UInt8(ascii: "("), UInt8(ascii: ")")):
      let builder = MessageBuilder()
      try TextCodec().decode(
        String(decoding: data, as: UTF8.self), into: builder.initRoot(schema.root))
      return try Message(builder.bytes(), options: limits)
    default: return try Message(packed: data, options: limits)
    }
  }
}
