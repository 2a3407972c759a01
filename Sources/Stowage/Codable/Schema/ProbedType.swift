/// A type of the standard library that needs no values to be found out.
protocol ProbedType {
  static func probe(
    _ probe: SchemaProbe, _ value: Value?
  ) throws -> SchemaProbe.Finding<Self>
}

extension Optional: ProbedType where Wrapped: Decodable {
  static func probe(
    _ probe: SchemaProbe, _ value: Value?
  ) throws -> SchemaProbe.Finding<Self> {
    let inner = value?.unwrapped ?? (value?.isNothing ?? true ? nil : value)
    let finding = try probe.probe(Wrapped.self, inner)
    return SchemaProbe.Finding(
      shape: .optional(finding.shape), value: inner == nil ? Self.none : finding.value)
  }
}

extension Array: ProbedType where Element: Decodable {
  static func probe(
    _ probe: SchemaProbe, _ value: Value?
  ) throws -> SchemaProbe.Finding<Self> {
    let (shape, elements) = try probe.elements(Element.self, value?.array ?? [])
    return SchemaProbe.Finding(shape: .list(shape), value: elements)
  }
}

extension ContiguousArray: ProbedType where Element: Decodable {
  static func probe(
    _ probe: SchemaProbe, _ value: Value?
  ) throws -> SchemaProbe.Finding<Self> {
    let (shape, elements) = try probe.elements(Element.self, value?.array ?? [])
    return SchemaProbe.Finding(shape: .list(shape), value: ContiguousArray(elements))
  }
}

extension Set: ProbedType where Element: Decodable {
  static func probe(
    _ probe: SchemaProbe, _ value: Value?
  ) throws -> SchemaProbe.Finding<Self> {
    let (shape, elements) = try probe.elements(Element.self, value?.array ?? [])
    return SchemaProbe.Finding(shape: .list(shape), value: Set(elements))
  }
}

extension Dictionary: ProbedType where Key: Decodable, Value: Decodable {
  static func probe(
    _ probe: SchemaProbe, _ value: Stowage.Value?
  ) throws -> SchemaProbe.Finding<Self> {
    var keys: [Stowage.Value] = []
    var values: [Stowage.Value] = []
    switch value {
    case .table(let table): (keys, values) = (table.keys, table.values)
    case .array(let pairs):
      keys = stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] }
      values = stride(from: 1, to: pairs.count, by: 2).map { pairs[$0] }
    default: break
    }
    // Keys that stand for themselves as texts or numbers are keys of a table, whatever they decode.
    let isText = value?.table != nil && Key.self != String.self && Key.self != Int.self
    let shape =
      isText ? CodableShape.scalar(.text) : try probe.elements(Key.self, keys).shape
    let found = try probe.elements(Value.self, values).shape
    let decoded = try value.map { try ValueDecoder().decode(Self.self, from: $0) }
    return SchemaProbe.Finding(shape: .map(shape, found), value: decoded ?? [:])
  }
}

extension SchemaProbe {
  fileprivate func elements<Element: Decodable>(
    _ type: Element.Type, _ values: [Value]
  ) throws -> (shape: CodableShape, elements: [Element]) {
    guard !values.isEmpty else { return (try probe(type, nil).shape, []) }
    var shape = CodableShape.unknown
    var elements: [Element] = []
    for value in values {
      let finding = try probe(type, value)
      shape = shape.merged(with: finding.shape)
      if let element = finding.value { elements.append(element) }
    }
    return (shape, elements)
  }
}
