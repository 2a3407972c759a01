// Telling nil in an optional from the optional that holds it.

extension Value {
  /// Something that is there, and holds a value that could be taken for nothing: a table with the
  /// key `null`, which no Codable type writes.
  static func wrapped(_ value: Value) -> Value {
    .table(Table(distinct: [.null], [value]))
  }

  /// What is in a value made by `wrapped`, nil for others.
  var unwrapped: Value? {
    guard case .table(let table) = self, table.count == 1, case .null = table.keys[0] else {
      return nil
    }
    return table.values[0]
  }

  /// The value, wrapped where it could be taken for nothing.
  var wrappedIfNeeded: Value {
    isNull || unwrapped != nil ? .wrapped(self) : self
  }
}
