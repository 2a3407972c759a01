// Labels of JSON: a number, yes or no, or objects of what belongs to them.
extension ExampleParser {
  func parseLabel(_ cursor: inout JSONCursor) throws(ReductionsError) -> Label? {
    if try cursor.takeNull() { return nil }
    switch label {
    case .simple: return try parseSimpleLabel(&cursor)
    case .binary: return try parseBinaryLabel(&cursor)
    case .action: return try parseActionLabel(&cursor)
    }
  }

  private func parseSimpleLabel(_ cursor: inout JSONCursor) throws(ReductionsError) -> Label {
    if cursor.isAtNumber { return .simple(try cursor.number("label")) }
    var (value, weight): (Float?, Float?)
    var isMore = try openLabel(&cursor)
    while isMore {
      let key = try cursor.key()
      if value == nil, cursor.isEqual(key, "value") {
        value = try cursor.number("label.value")
      } else if weight == nil, cursor.isEqual(key, "weight") {
        weight = try cursor.number("label.weight")
      } else {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    return .simple(try needed(value, "label.value"), weight: weight ?? 1)
  }

  private func parseBinaryLabel(_ cursor: inout JSONCursor) throws(ReductionsError) -> Label {
    switch cursor.byte {
    case UInt8(ascii: "t"):
      try cursor.literal("true")
      return .binary(true)
    case UInt8(ascii: "f"):
      try cursor.literal("false")
      return .binary(false)
    default:
      let value = try cursor.number("label")
      guard value == 1 || value == -1 || value == 0 else {
        throw .input("label", "yes is true or 1, and no is false, -1 or 0")
      }
      return .binary(value > 0)
    }
  }

  private func parseActionLabel(_ cursor: inout JSONCursor) throws(ReductionsError) -> Label {
    var action: Int?
    var (cost, probability): (Float?, Float?)
    var isMore = try openLabel(&cursor)
    while isMore {
      let key = try cursor.key()
      if action == nil, cursor.isEqual(key, "action") {
        action = try cursor.integer("label.action")
      } else if cost == nil, cursor.isEqual(key, "cost") {
        cost = try cursor.number("label.cost")
      } else if probability == nil, cursor.isEqual(key, "probability") {
        probability = try cursor.number("label.probability")
      } else {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    return .action(
      try needed(action, "label.action"), cost: try needed(cost, "label.cost"),
      probability: try needed(probability, "label.probability"))
  }

  private func openLabel(_ cursor: inout JSONCursor) throws(ReductionsError) -> Bool {
    guard cursor.byte == UInt8(ascii: "{") else {
      throw cursor.wrong("label", "an object is needed")
    }
    return try cursor.open()
  }

  private func needed<Value>(_ value: Value?, _ path: InputPath) throws(ReductionsError) -> Value {
    guard let value else { throw .input(path, "it is missing") }
    return value
  }
}
