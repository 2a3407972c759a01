/// Reads values one after another.
struct UnkeyedReader: UnkeyedDecodingContainer {
  let node: DecodingNode
  let values: [Value]
  private(set) var currentIndex = 0

  init(node: DecodingNode, values: [Value]) { (self.node, self.values) = (node, values) }

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  mutating func decodeNil() throws -> Bool {
    guard try next(Any?.self).isNothing else { return false }
    currentIndex += 1
    return true
  }

  // The standard library's own implementations for these two only throw.
  mutating func decode(_ type: Int128.Type) throws -> Int128 { try element(type) }
  mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try element(type) }

  @inline(__always)
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try element(type) }

  @inline(__always)
  private mutating func element<T: Decodable>(_ type: T.Type) throws -> T {
    let value = try next(type)
    let result: T
    if let direct = try node.direct(type, value, .index(currentIndex)) {
      result = direct
    } else {
      result = try node.unbox(type, value, .index(currentIndex))
    }
    currentIndex += 1
    return result
  }

  @inline(__always)
  mutating func decodeIfPresent<T: Decodable>(_ type: T.Type) throws -> T? {
    guard !isAtEnd, try !decodeNil() else { return nil }
    return try decode(type)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    let container = try child([String: Any].self).container(keyedBy: type)
    currentIndex += 1
    return container
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try child([Any].self).unkeyedContainer()
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = try child((any Decoder).self)
    currentIndex += 1
    return decoder
  }

  private func child(_ type: Any.Type) throws -> DecodingNode {
    DecodingNode(node.state, node, .index(currentIndex), try next(type), node.type)
  }

  @inline(__always)
  private func next(_ type: Any.Type) throws -> Value {
    guard currentIndex < values.count else { throw end(type) }
    return values[currentIndex]
  }

  private func end(_ type: Any.Type) -> DecodingError {
    DecodingError.valueNotFound(
      type,
      DecodingError.Context(
        codingPath: node.path(with: .index(currentIndex)),
        debugDescription: "the array ends after \(values.count) elements"))
  }
}
