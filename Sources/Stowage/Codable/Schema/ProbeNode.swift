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
