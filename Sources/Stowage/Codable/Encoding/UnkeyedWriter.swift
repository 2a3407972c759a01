/// Writes values one after another.
struct UnkeyedWriter: UnkeyedEncodingContainer {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int { node.values.count }

  func encodeNil() { node.append(.null) }

  @inline(__always)
  func encode<T: Encodable>(_ value: T) throws {
    if let direct = DirectCoding.value(of: value) {
      node.append(direct)
    } else {
      node.append(try node.box(value, .index(count)))
    }
  }

  // The standard library's own implementations for these two only throw.
  func encode(_ value: Int128) throws { node.append(DirectCoding.value(wide: value)) }
  func encode(_ value: UInt128) throws { node.append(DirectCoding.value(wide: value)) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    child().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }

  func superEncoder() -> any Encoder { child() }

  private func child() -> EncodingNode {
    node.child(nil as AnyCodingKey?, .index(count))
  }
}
