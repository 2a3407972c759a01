/// Checks of what a file says against what else it says.
///
/// Places are told by the path of the field, which is only made where something is wrong.
enum StateCheck {
  static func count(
    _ count: Int, _ expected: UInt64, _ path: @autoclosure () -> String, _ reason: String
  ) throws(HTMError) {
    guard UInt64(count) == expected else {
      throw .state(path(), "it has \(count) elements, and \(reason) \(expected)")
    }
  }

  /// Checks a list that may be left out.
  static func optionalCount(
    _ count: Int, _ expected: UInt64, _ path: @autoclosure () -> String, _ reason: String
  ) throws(HTMError) {
    if count > 0 { try self.count(count, expected, path(), reason) }
  }

  static func below(
    _ value: UInt32, _ bound: UInt64, _ path: @autoclosure () -> String, _ reason: String
  ) throws(HTMError) {
    guard UInt64(value) < bound else {
      throw .state(path(), "\(value) is not below \(bound), \(reason)")
    }
  }

  static func allBelow(
    _ values: [UInt32], _ bound: UInt64, _ path: @autoclosure () -> String, _ reason: String
  ) throws(HTMError) {
    for index in values.indices {
      try below(values[index], bound, "\(path())[\(index)]", reason)
    }
  }

  static func allBelow(
    _ rows: [[UInt32]], _ bound: UInt64, _ path: @autoclosure () -> String, _ reason: String
  ) throws(HTMError) {
    for index in rows.indices { try allBelow(rows[index], bound, "\(path())[\(index)]", reason) }
  }

  static func matrix<Element>(
    _ rows: [[Element]], _ height: UInt64, _ width: UInt64, _ path: @autoclosure () -> String
  ) throws(HTMError) {
    try count(rows.count, height, path(), "the rows are")
    for index in rows.indices {
      try count(rows[index].count, width, "\(path())[\(index)]", "the columns are")
    }
  }
}
