/// Writes values by keys.
struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: EncodingNode

  var codingPath: [any CodingKey] { node.codingPath }

  func encodeNil(forKey key: Key) { node.append(.null, key) }

  @inline(__always)
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    if let direct = DirectCoding.value(of: value) {
      node.append(direct, key)
    } else {
      node.append(try node.box(value, .key(key)), key)
    }
  }

  // The standard library's own implementations for these two only throw.
  func encode(_ value: Int128, forKey key: Key) throws {
    node.append(DirectCoding.value(wide: value), key)
  }

  func encode(_ value: UInt128, forKey key: Key) throws {
    node.append(DirectCoding.value(wide: value), key)
  }

  @inline(__always)
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    guard let value else { return }
    let written = try DirectCoding.value(of: value) ?? node.box(value, .key(key))
    node.append(written.wrappedIfNeeded, key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    node.child(key, .key(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    node.child(key, .key(key)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    let key = AnyCodingKey(stringValue: "super")
    return node.child(key, .super)
  }

  func superEncoder(forKey key: Key) -> any Encoder { node.child(key, .key(key)) }
}
