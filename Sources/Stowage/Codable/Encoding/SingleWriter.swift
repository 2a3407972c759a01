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

  // The standard library's own implementations for these two only throw.
  func encode(_ value: Int128) throws { node.set(DirectCoding.value(wide: value)) }
  func encode(_ value: UInt128) throws { node.set(DirectCoding.value(wide: value)) }
}

extension EncodingNode {
  /// Whether a value that could be taken for nothing is what an optional holds.
  func isOptional(_ value: Value) -> Bool {
    (value.isNull || value.unwrapped != nil) && CodableTraits.isOptional(type)
  }
}
