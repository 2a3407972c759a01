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
