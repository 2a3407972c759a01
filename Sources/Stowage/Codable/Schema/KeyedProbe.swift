/// Notes keys, and what their values are.
struct KeyedProbe<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: ProbeNode

  var codingPath: [any CodingKey] { [] }

  private var table: Table? { node.value.flatMap(\.table) }

  var allKeys: [Key] {
    if let table {
      return table.keys.compactMap { key in
        key.string.flatMap { Key(stringValue: $0) } ?? key.int.flatMap { Key(intValue: $0) }
      }
    }
    guard node.value == nil, PlainEnum.isEnum(node.type),
      let all = PlainEnum.values(of: Key.self), !all.isEmpty
    else { return [] }
    node.noteChoices(all.count)
    node.probe.markChoice(node.record)
    return [all[min(node.choice, all.count - 1)]]
  }

  private func value(_ key: Key) -> Value? {
    guard let table else { return nil }
    return table[.string(key.stringValue)] ?? key.intValue.flatMap { table[.int(Int64($0))] }
  }

  func contains(_ key: Key) -> Bool { node.value == nil || value(key) != nil }

  func decodeNil(forKey key: Key) -> Bool {
    node.probe.note(node.record, key, .optional(.unknown))
    return node.value == nil ? false : value(key)?.isNothing ?? true
  }

  // The standard library's own implementations for these two only throw.
  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try required(type, key) }
  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try required(type, key) }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try required(type, key)
  }

  private func required<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T {
    // In its place first, whatever else is found on the way.
    node.probe.note(node.record, key, .unknown)
    let finding = try node.decode(type, value(key))
    node.probe.note(node.record, key, finding.shape)
    guard let value = finding.value else { throw node.nothing(type) }
    return value
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    node.probe.note(node.record, key, .unknown)
    let value = value(key).flatMap { $0.isNothing ? nil : $0.unwrapped ?? $0 }
    let finding = try node.decode(type, value)
    node.probe.note(node.record, key, .optional(finding.shape))
    return value == nil && node.value != nil ? nil : finding.value
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedDecodingContainer<NestedKey> {
    child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
    let inner = child(key)
    return UnkeyedProbe(node: inner) { [node] in
      node.probe.note(node.record, key, .list($0))
    }
  }

  func superDecoder() -> any Decoder {
    let key = AnyCodingKey(stringValue: "super")
    let value = table?[.string("super")]
    return node.probe.child(of: node, key, value)
  }

  func superDecoder(forKey key: Key) -> any Decoder { child(key) }

  private func child(_ key: Key) -> ProbeNode { node.probe.child(of: node, key, value(key)) }
}

extension SchemaProbe {
  /// A record in a record, which no type has a name for.
  fileprivate func child(
    of node: ProbeNode, _ key: some CodingKey, _ value: Value?
  ) -> ProbeNode {
    let record = innerRecord(node.record, key)
    return ProbeNode(self, value, record, node.attempt, Void.self)
  }
}
