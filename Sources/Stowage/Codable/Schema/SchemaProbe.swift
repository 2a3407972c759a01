/// Finds out what a Decodable type is made of, by decoding one of values that are made up, or of the
/// values of an example.
final class SchemaProbe {
  private(set) var records: [CodableRecord] = []
  private var numbers: [ObjectIdentifier: Int] = [:]
  private var made: [ObjectIdentifier: Any] = [:]
  private var depth = 0
  /// The first type of which no value could be made up, and why.
  private(set) var failure: (type: String, error: any Error)?

  static let attempts = 40
  private static let depthLimit = 200

  func newRecord(_ name: String) -> Int {
    records.append(CodableRecord(name: name))
    return records.count - 1
  }

  func note(_ record: Int, _ key: some CodingKey, _ shape: CodableShape) {
    records[record].note(key, shape)
  }

  func markChoice(_ record: Int) { records[record].isChoice = true }

  /// The record of a container in a container, the same each time.
  func innerRecord(_ outer: Int, _ key: some CodingKey, isField: Bool = true) -> Int {
    let place = InnerPlace(outer: outer, key: key.stringValue)
    let record =
      inner[place]
      ?? newRecord(
        records[outer].name + SchemaNames.capitalized(key.stringValue))
    inner[place] = record
    if isField { note(outer, key, .record(record)) }
    return record
  }

  private struct InnerPlace: Hashable {
    let outer: Int
    let key: String
  }

  private var inner: [InnerPlace: Int] = [:]

  /// What was found out: a shape, and a value if there is one.
  struct Finding<T> {
    var shape: CodableShape
    var value: T?
  }

  func probe<T: Decodable>(_ type: T.Type, _ value: Value?) throws -> Finding<T> {
    guard depth < Self.depthLimit else {
      throw StowageError(.unsupportedValue, "\(type) is more than \(Self.depthLimit) deep")
    }
    depth += 1
    defer { depth -= 1 }
    let value = try value?.followed
    if let scalar = scalar(type, value) { return scalar }
    if let other = type as? any ProbedType.Type { return try collection(other, value) }
    return try general(type, value)
  }

  private func scalar<T: Decodable>(_ type: T.Type, _ value: Value?) -> Finding<T>? {
    let decoded = { value.flatMap { try? ValueDecoder().decode(T.self, from: $0) } }
    if let seeded = type as? any SeededScalar.Type {
      return Finding(
        shape: .scalar(seeded.schemaScalar), value: decoded() ?? seeded.seed(0) as? T)
    }
    if type == [UInt8].self {
      return Finding(shape: .scalar(.data), value: decoded() ?? ([] as [UInt8]) as? T)
    }
    if type == Value.self {
      return Finding(shape: .scalar(.any), value: decoded() ?? Value.null as? T)
    }
    if type == Table.self {
      return Finding(shape: .scalar(.any), value: decoded() ?? Table() as? T)
    }
    if type == Tensor.self || type == TypeID.self || type == Instance.self {
      return Finding(shape: .scalar(.any), value: decoded())
    }
    return nil
  }

  private func collection<P: ProbedType, T>(
    _ type: P.Type, _ value: Value?
  ) throws -> Finding<T> {
    let finding = try type.probe(self, value)
    return Finding(shape: finding.shape, value: finding.value as? T)
  }

  private func general<T: Decodable>(_ type: T.Type, _ value: Value?) throws -> Finding<T> {
    let id = ObjectIdentifier(type)
    let isNew = numbers[id] == nil
    let record = numbers[id] ?? newRecord(SchemaNames.plain(type))
    numbers[id] = record
    // Where it leads back to itself, or was here before, its number says it all.
    if !isNew && value == nil {
      return Finding(shape: shapes[id] ?? .record(record), value: made[id] as? T)
    }
    // Before the example, which may leave out fields that have their place before others.
    var finding =
      isNew ? invent(type, record) : Finding(shape: shapes[id] ?? .unknown, value: nil)
    if let value {
      let node = ProbeNode(self, value, record, 0, type)
      finding.value = try T(from: node)
      finding.shape = finding.shape.merged(with: node.shape)
    }
    shapes[id] = finding.shape
    return finding
  }

  private var shapes: [ObjectIdentifier: CodableShape] = [:]

  /// Decodes values that are made up, others each time, until the type takes them.
  private func invent<T: Decodable>(_ type: T.Type, _ record: Int) -> Finding<T> {
    var finding = Finding<T>(shape: .unknown, value: nil)
    var choices = 1
    var refused: [Int] = []
    var choice = 0
    while choice < choices {
      if let error = invent(type, record, choice, &choices, &finding) {
        refused.append(choice)
        if choice == choices - 1, finding.value == nil { failure = failure ?? ("\(type)", error) }
      }
      choice += 1
    }
    // Some may only have lacked a value of the type itself, which is there now.
    guard finding.value != nil else { return finding }
    for choice in refused {
      if let error = invent(type, record, choice, &choices, &finding) {
        failure = failure ?? ("\(type)", error)
      }
    }
    return finding
  }

  /// Gives the first error where no value is taken.
  private func invent<T: Decodable>(
    _ type: T.Type, _ record: Int, _ choice: Int, _ choices: inout Int, _ finding: inout Finding<T>
  ) -> (any Error)? {
    var first: (any Error)?
    for attempt in 0..<Self.attempts {
      let node = ProbeNode(self, nil, record, attempt, type, choice: choice)
      let result = Result { try T(from: node) }
      finding.shape = finding.shape.merged(with: node.shape)
      choices = max(choices, node.choices)
      switch result {
      case .success(let value): finding.value = finding.value ?? value
      case .failure(let error):
        first = first ?? error
        // What decodes one scalar only and refuses it may know its values by itself.
        guard node.isSingle, let value = PlainEnum.values(of: type)?.first else { continue }
        finding.value = finding.value ?? value
      }
      made[ObjectIdentifier(type)] = finding.value
      return nil
    }
    return first
  }
}
