/// Writes one value.
struct SingleWriter: SingleValueEncodingContainer {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  func encodeNil() { node.set(.null) }

  @inline(__always)
  func encode<T: Encodable>(_ value: T) throws {
    let written = try DirectCoding.value(of: value) ?? node.box(value, .none)
    node.set(node.isOptional(written) ? .wrapped(written) : written)
  }
}

extension EncodingNode {
  /// Whether a value that could be taken for nothing is what an optional holds.
  func isOptional(_ value: Value) -> Bool {
    (value.isNull || value.unwrapped != nil) && CodableTraits.isOptional(type)
  }
}
