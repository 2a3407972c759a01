/// A decoder that notes what it is asked for.
final class ProbeNode: Decoder {
  let probe: SchemaProbe
  /// What there is, or nil for values that are made up.
  let value: Value?
  let record: Int
  let attempt: Int
  let type: Any.Type
  let choice: Int

  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  /// How many keys the type could choose from.
  private(set) var choices = 1
  private var kind = Kind.nothing
  private var content = CodableShape.unknown
  private var isOptional = false

  private enum Kind {
    case nothing
    case single
    case keyed
    case unkeyed
  }

  init(
    _ probe: SchemaProbe, _ value: Value?, _ record: Int, _ attempt: Int, _ type: Any.Type,
    choice: Int = 0
  ) {
    (self.probe, self.value, self.record) = (probe, value, record)
    (self.attempt, self.type, self.choice) = (attempt, type, choice)
  }

  /// What is known of the type by now.
  var shape: CodableShape {
    let shape: CodableShape =
      switch kind {
      case .nothing, .keyed: .record(record)
      case .single: content
      case .unkeyed: .list(content)
      }
    return isOptional ? shape.optional : shape
  }

  var isSingle: Bool { kind == .single }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    kind = .keyed
    return KeyedDecodingContainer(KeyedProbe<Key>(node: self))
  }

  func unkeyedContainer() -> any UnkeyedDecodingContainer {
    kind = .unkeyed
    return UnkeyedProbe(node: self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    kind = .single
    return SingleProbe(node: self)
  }

  func note(_ shape: CodableShape) { content = content.merged(with: shape) }

  func noteOptional() { isOptional = true }

  func noteChoices(_ count: Int) { choices = count }

  /// What the type asks for, made up if there is no example.
  func decode<T: Decodable>(_ type: T.Type, _ value: Value?) throws -> SchemaProbe.Finding<T> {
    var finding = try probe.probe(type, value)
    if self.value == nil, let seeded = type as? any SeededScalar.Type {
      finding.value = seeded.seed(attempt) as? T
    }
    return finding
  }

  func nothing<T>(_ type: T.Type) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(codingPath: [], debugDescription: "no \(type) could be made up"))
  }
}

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

/// Notes what the elements of an array are.
struct UnkeyedProbe: UnkeyedDecodingContainer {
  let node: ProbeNode
  private let onElement: ((CodableShape) -> Void)?
  private(set) var currentIndex = 0

  init(node: ProbeNode, onElement: ((CodableShape) -> Void)? = nil) {
    (self.node, self.onElement) = (node, onElement)
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { values?.count }
  // One made-up element is enough for those that go on to the end.
  var isAtEnd: Bool { currentIndex >= values?.count ?? 1 }

  private var values: [Value]? {
    switch node.value {
    case .array(let values): values
    case .bytes(let bytes): bytes.map { .int(Int64($0)) }
    default: nil
    }
  }

  private func note(_ shape: CodableShape) {
    if let onElement { onElement(shape) } else { node.note(shape) }
  }

  private func current() throws -> Value? {
    guard let values else { return nil }
    guard values.indices.contains(currentIndex) else { throw node.nothing([Any].self) }
    return values[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    note(.optional(.unknown))
    guard let value = try current(), value.isNothing else { return false }
    currentIndex += 1
    return true
  }

  // The standard library's own implementations for these two only throw.
  mutating func decode(_ type: Int128.Type) throws -> Int128 { try element(type) }
  mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try element(type) }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try element(type) }

  private mutating func element<T: Decodable>(_ type: T.Type) throws -> T {
    let finding = try node.decode(type, current())
    note(finding.shape)
    currentIndex += 1
    guard let value = finding.value else { throw node.nothing(type) }
    return value
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try element().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let value = try current()
    currentIndex += 1
    let note = note
    return UnkeyedProbe(node: ProbeNode(node.probe, value, node.record, node.attempt, node.type)) {
      note(.list($0))
    }
  }

  mutating func superDecoder() throws -> any Decoder { try element() }

  private mutating func element() throws -> ProbeNode {
    let value = try current()
    currentIndex += 1
    let record = node.probe.innerRecord(
      node.record, AnyCodingKey(stringValue: "element"), isField: false)
    note(.record(record))
    return ProbeNode(node.probe, value, record, node.attempt, Void.self)
  }
}

/// Notes what a type stands for that is but one value.
struct SingleProbe: SingleValueDecodingContainer {
  let node: ProbeNode

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool {
    node.noteOptional()
    return node.value?.isNothing ?? false
  }

  // The standard library's own implementations for these two only throw.
  func decode(_ type: Int128.Type) throws -> Int128 { try content(type) }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try content(type) }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try content(type) }

  private func content<T: Decodable>(_ type: T.Type) throws -> T {
    let finding = try node.decode(type, node.value)
    node.note(finding.shape)
    guard let value = finding.value else { throw node.nothing(type) }
    return value
  }
}
