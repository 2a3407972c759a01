/// Reads values by keys.
struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: DecodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  var allKeys: [Key] {
    node.table.keys.compactMap { key in
      switch key {
      case .string(let name): Key(stringValue: name)
      case .int(let number): Int(exactly: number).flatMap { Key(intValue: $0) }
      default: nil
      }
    }
  }

  func contains(_ key: Key) -> Bool { node.find(key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try required(key).isNothing }

  @inline(__always)
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try required(type, key)
  }

  @inline(__always)
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try present(type, key)
  }

  @inline(__always)
  func required<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T {
    guard let value = node.find(key) else { throw missing(key) }
    if let direct = try node.direct(type, value, .key(key)) { return direct }
    return try node.unbox(type, value, .key(key))
  }

  @inline(__always)
  func present<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
    guard let found = node.find(key), !found.isNothing else { return nil }
    let value = found.unwrapped ?? found
    if let direct = try node.direct(type, value, .key(key)) { return direct }
    return try node.unbox(type, value, .key(key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder {
    let key = AnyCodingKey(stringValue: "super")
    return DecodingNode(node.state, node, .super, node.find(key) ?? .null, node.type)
  }

  func superDecoder(forKey key: Key) -> any Decoder {
    DecodingNode(node.state, node, .key(key), node.find(key) ?? .null, node.type)
  }

  private func child(_ key: Key) throws -> DecodingNode {
    DecodingNode(node.state, node, .key(key), try required(key), node.type)
  }

  private func required(_ key: Key) throws -> Value {
    guard let value = node.find(key) else { throw missing(key) }
    return value
  }

  private func missing(_ key: Key) -> DecodingError {
    DecodingError.keyNotFound(
      key,
      DecodingError.Context(
        codingPath: codingPath, debugDescription: "there is no value for \(key.stringValue)"))
  }
}

extension Value {
  /// Whether this is nothing, or a reference that leads to nothing.
  @inline(__always)
  var isNothing: Bool {
    switch self {
    case .null: true
    case .reference: (try? followed)?.isNull ?? false
    default: false
    }
  }
}
