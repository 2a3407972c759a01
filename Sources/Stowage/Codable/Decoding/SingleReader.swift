/// Reads one value.
struct SingleReader: SingleValueDecodingContainer {
  let node: DecodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  func decodeNil() -> Bool { node.value.isNothing }

  // The standard library's own implementations for these two only throw.
  func decode(_ type: Int128.Type) throws -> Int128 { try content(type) }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try content(type) }

  @inline(__always)
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try content(type) }

  @inline(__always)
  private func content<T: Decodable>(_ type: T.Type) throws -> T {
    var value = node.value
    if case .table = value, let inner = value.unwrapped, CodableTraits.isOptional(node.type) {
      value = inner
    }
    if let direct = try node.direct(type, value, .none) { return direct }
    return try node.unbox(type, value, .none)
  }
}
