// JSON as reductionml has it: {"label": …, "features": {namespace: …}}, or with "shared" and
// "actions".
extension ExampleParser {
  func parseJSON(_ text: Span<UInt8>, _ buffer: inout ExampleBuffer) throws(ReductionsError) {
    var memory = JSONRow()
    swap(&memory, &buffer.row)
    // The values of the row point into it.
    defer { swap(&memory, &buffer.row) }
    switch features {
    case .simple:
      var features = buffer.takeSimple()
      let row = try memory.parse(text)
      guard let place = member(row, "features", text) else {
        throw .input("features", "they are missing")
      }
      try parseFeatures(row, place, text, &features, "features")
      buffer.example.features = .simple(features)
      buffer.example.label = try parseLabel(row, text)
    case .actions:
      var content = buffer.takeActions()
      let row = try memory.parse(text)
      if let place = member(row, "shared", text) {
        var features = buffer.takeUnused()
        try parseFeatures(row, place, text, &features, "shared")
        content.shared = features
      }
      guard let actions = member(row, "actions", text), row[actions].kind == .array else {
        throw .input("actions", "a list of them is needed")
      }
      var place = actions + 1
      while place < row[actions].next {
        var features = buffer.takeUnused()
        try parseFeatures(
          row, place, text, &features, InputPath("actions[", content.actions.count, "]"))
        content.actions.append(features)
        place = Int(row[place].next)
      }
      buffer.example.features = .actions(content)
      buffer.example.label = try parseLabel(row, text)
    }
  }

  /// A member of the whole object; null is the same as none.
  func member(_ row: JSONItems, _ name: StaticString, _ text: Span<UInt8>) -> Int? {
    guard let place = row.member(0, name, text), row[place].kind != .null else { return nil }
    return place
  }

  private func parseFeatures(
    _ row: JSONItems, _ object: Int, _ text: Span<UInt8>, _ features: inout SparseFeatures,
    _ path: InputPath
  ) throws(ReductionsError) {
    guard row[object].kind == .object else {
      throw .input(path, "an object of namespaces is needed")
    }
    var place = object + 1
    while place < row[object].next {
      let value = place + 1
      let namespace: Namespace
      if row[place].kind == .string {
        namespace = Namespace(text.extracting(row.raw(place)), seed: seed)
      } else {
        let name = try row.unescaped(place, text)
        namespace = Namespace(name.span, seed: seed)
      }
      features.open(namespace)
      switch row[value].kind {
      case .array: try parseList(row, value, text, namespace.hash, &features, path)
      case .object: try parseNamed(row, value, text, namespace.hash, &features, path)
      default:
        throw .input(
          path, "a namespace is an object of features, a list of numbers, or a list of words")
      }
      place = Int(row[value].next)
    }
    features.seal()
  }

  private func parseList(
    _ row: JSONItems, _ list: Int, _ text: Span<UInt8>, _ hash: UInt32,
    _ features: inout SparseFeatures, _ path: InputPath
  ) throws(ReductionsError) {
    var place = list + 1
    var index = hash
    // All are of the kind that the first one is.
    let isNumbers = place < row[list].next && row[place].kind == .number
    while place < row[list].next {
      if isNumbers {
        features.append(index & mask, try number(row, place, text, path))
        index &+= 1
      } else {
        features.append(try self.hash(row, place, text, hash, path) & mask, 1)
      }
      place = Int(row[place].next)
    }
  }

  private func parseNamed(
    _ row: JSONItems, _ object: Int, _ text: Span<UInt8>, _ hash: UInt32,
    _ features: inout SparseFeatures, _ path: InputPath
  ) throws(ReductionsError) {
    var place = object + 1
    while place < row[object].next {
      let value = place + 1
      switch row[value].kind {
      case .number:
        let name = try self.hash(row, place, text, hash, path)
        features.append(name & mask, try number(row, value, text, path))
      case .string, .escaped:
        let name = try self.hash(row, place, text, hash, path)
        features.append(try self.hash(row, value, text, name, path) & mask, 1)
      case .true: features.append(try self.hash(row, place, text, hash, path) & mask, 1)
      case .false: break
      default: throw .input(path, "the value of a feature is a number, a word, true or false")
      }
      place = Int(row[value].next)
    }
  }

  func number(
    _ row: JSONItems, _ place: Int, _ text: Span<UInt8>, _ path: InputPath
  ) throws(ReductionsError) -> Float {
    guard row[place].kind == .number, let value = Decimal.double(text.extracting(row.raw(place)))
    else { throw .input(path, "a number is needed") }
    guard value.isFinite else { throw .input(path, "the number is too large") }
    return Float(value)
  }

  @inline(__always)
  func hash(
    _ row: JSONItems, _ place: Int, _ text: Span<UInt8>, _ seed: UInt32, _ path: InputPath
  ) throws(ReductionsError) -> UInt32 {
    switch row[place].kind {
    case .string: return FeatureHash.hash(text.extracting(row.raw(place)), seed: seed)
    case .escaped:
      let name = try row.unescaped(place, text)
      return FeatureHash.hash(name.span, seed: seed)
    default: throw .input(path, "a word is needed")
    }
  }

  private func parseLabel(
    _ row: JSONItems, _ text: Span<UInt8>
  ) throws(ReductionsError) -> Label? {
    guard let place = member(row, "label", text) else { return nil }
    switch label {
    case .simple:
      if row[place].kind == .number { return .simple(try number(row, place, text, "label")) }
      let value = try required(row, place, "value", text, "label.value")
      var weight: Float = 1
      if let place = row.member(place, "weight", text) {
        weight = try number(row, place, text, "label.weight")
      }
      return .simple(try number(row, value, text, "label.value"), weight: weight)
    case .binary:
      switch row[place].kind {
      case .true: return .binary(true)
      case .false: return .binary(false)
      default:
        let value = try number(row, place, text, "label")
        guard value == 1 || value == -1 || value == 0 else {
          throw .input("label", "yes is true or 1, and no is false, -1 or 0")
        }
        return .binary(value > 0)
      }
    case .action:
      let action = try required(row, place, "action", text, "label.action")
      let cost = try required(row, place, "cost", text, "label.cost")
      let probability = try required(row, place, "probability", text, "label.probability")
      return .action(
        try integer(row, action, text, "label.action"),
        cost: try number(row, cost, text, "label.cost"),
        probability: try number(row, probability, text, "label.probability"))
    }
  }

  private func required(
    _ row: JSONItems, _ object: Int, _ name: StaticString, _ text: Span<UInt8>, _ path: InputPath
  ) throws(ReductionsError) -> Int {
    guard row[object].kind == .object else { throw .input("label", "an object is needed") }
    guard let place = row.member(object, name, text) else { throw .input(path, "it is missing") }
    return place
  }

  func integer(
    _ row: JSONItems, _ place: Int, _ text: Span<UInt8>, _ path: InputPath
  ) throws(ReductionsError) -> Int {
    guard row[place].kind == .number else { throw .input(path, "an integer is needed") }
    var value = 0
    for place in row.raw(place) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard text[place].isDigit, !overflow, product < Int.max - 10 else {
        throw .input(path, "an integer is needed that is not negative")
      }
      value = product + Int(text[place] - 48)
    }
    return value
  }
}
