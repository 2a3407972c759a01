/// Reads one value.
struct SingleReader: SingleValueDecodingContainer {
  let node: DecodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  func decodeNil() -> Bool { node.value.isNothing }

  @inline(__always)
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    var value = node.value
    if case .table = value, let inner = value.unwrapped, CodableTraits.isOptional(node.type) {
      value = inner
    }
    if let direct = try node.direct(type, value, .none) { return direct }
    return try node.unbox(type, value, .none)
  }
}
