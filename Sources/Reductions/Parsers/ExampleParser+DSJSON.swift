// JSON as decision services log it: {"_label_cost": …, "c": {…, "_multi": [{…}, …]}}.
extension ExampleParser {
  func parseDSJSON(_ text: Span<UInt8>, _ buffer: inout ExampleBuffer) throws(ReductionsError) {
    var memory = JSONRow()
    swap(&memory, &buffer.row)
    // The values of the row point into it.
    defer { swap(&memory, &buffer.row) }
    var content = buffer.takeActions()
    let row = try memory.parse(text)
    guard let context = row.member(0, "c", text), row[context].kind == .object else {
      throw .input("c", "an object with the context is needed")
    }
    var shared = buffer.takeUnused()
    try parseContext(row, context, text, &shared, "c")
    guard let actions = row.member(context, "_multi", text), row[actions].kind == .array else {
      throw .input("c._multi", "a list of actions is needed")
    }
    content.shared = shared
    var place = actions + 1
    while place < row[actions].next {
      var features = buffer.takeUnused()
      try parseContext(
        row, place, text, &features,
        InputPath("c._multi[", content.actions.count, "]"))
      content.actions.append(features)
      place = Int(row[place].next)
    }
    buffer.example.features = .actions(content)
    buffer.example.label = try parseDSLabel(row, text)
  }

  private func parseDSLabel(
    _ row: JSONItems, _ text: Span<UInt8>
  ) throws(ReductionsError) -> Label? {
    let action = member(row, "_labelIndex", text)
    let cost = member(row, "_label_cost", text)
    let probability = member(row, "_label_probability", text)
    if action == nil, cost == nil, probability == nil { return nil }
    guard let action, let cost, let probability else {
      throw .input(
        "_labelIndex", "_labelIndex, _label_cost and _label_probability go together, or are absent")
    }
    return .action(
      try integer(row, action, text, "_labelIndex"),
      cost: try number(row, cost, text, "_label_cost"),
      probability: try number(row, probability, text, "_label_probability"))
  }

  /// Takes the features of an object whose direct ones are in the default namespace.
  private func parseContext(
    _ row: JSONItems, _ place: Int, _ text: Span<UInt8>, _ features: inout SparseFeatures,
    _ path: InputPath
  ) throws(ReductionsError) {
    // JSON is no deeper than 128 levels, so this is no deeper either.
    switch row[place].kind {
    case .object: try parseObject(row, place, text, .default, &features, path)
    case .array: try parseArray(row, place, text, .default, &features, path)
    default: throw .input(path, "an object is needed")
    }
    features.seal()
  }

  private func parseObject(
    _ row: JSONItems, _ object: Int, _ text: Span<UInt8>, _ namespace: Namespace,
    _ features: inout SparseFeatures, _ path: InputPath
  ) throws(ReductionsError) {
    var place = object + 1
    // Whether what is added goes to the namespace of this object, and not to one further in.
    var isOpen = false
    while place < row[object].next {
      let (key, value) = (place, place + 1)
      place = Int(row[value].next)
      // Names with an underscore in front are not features.
      if row[key].end > row[key].start, text[Int(row[key].start)] == UInt8(ascii: "_") {
        continue
      }
      switch row[value].kind {
      case .null: throw .input(path, "null is no value of a feature")
      case .false: continue
      case .array, .object:
        let inner = try self.namespace(row, key, text)
        if row[value].kind == .array {
          try parseArray(row, value, text, inner, &features, path)
        } else {
          try parseObject(row, value, text, inner, &features, path)
        }
        isOpen = false
      case .number, .true, .string, .escaped:
        if !isOpen { features.open(namespace) }
        isOpen = true
        let name = try hash(row, key, text, namespace.hash, path)
        switch row[value].kind {
        case .number: features.append(name & mask, try number(row, value, text, path))
        case .true: features.append(name & mask, 1)
        default: features.append(try hash(row, value, text, name, path) & mask, 1)
        }
      }
    }
  }

  private func namespace(
    _ row: JSONItems, _ key: Int, _ text: Span<UInt8>
  ) throws(ReductionsError) -> Namespace {
    if row[key].kind == .string { return Namespace(text.extracting(row.raw(key)), seed: seed) }
    let name = try row.unescaped(key, text)
    return Namespace(name.span, seed: seed)
  }

  private func parseArray(
    _ row: JSONItems, _ array: Int, _ text: Span<UInt8>, _ namespace: Namespace,
    _ features: inout SparseFeatures, _ path: InputPath
  ) throws(ReductionsError) {
    var place = array + 1
    var index = namespace.hash
    var isOpen = false
    while place < row[array].next {
      switch row[place].kind {
      case .number:
        if !isOpen { features.open(namespace) }
        isOpen = true
        features.append(index & mask, try number(row, place, text, path))
      case .object:
        try parseObject(row, place, text, namespace, &features, path)
        isOpen = false
      case .null: break
      default: throw .input(path, "a list of features has numbers and objects only")
      }
      index &+= 1
      place = Int(row[place].next)
    }
  }
}
