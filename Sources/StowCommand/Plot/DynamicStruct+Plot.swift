internal import CapnProto

extension DynamicStruct.Reader {
  /// The struct in a field; nil where there is no such field, or nothing in it.
  func structure(_ name: String) throws -> DynamicStruct.Reader? {
    guard let field = schema.field(named: name), has(field),
      case .structure(let value) = try get(field)
    else { return nil }
    return value
  }

  /// The list in a field; nil where there is no such field, or nothing in it.
  func list(_ name: String) throws -> DynamicList.Reader? {
    guard let field = schema.field(named: name), has(field), case .list(let value) = try get(field)
    else { return nil }
    return value
  }

  /// The number in a field; nil where there is none.
  func number(_ name: String) throws -> Double? {
    guard let field = schema.field(named: name), isActive(field) else { return nil }
    return ScalarBits.number(try get(field))
  }

  /// Where SparseMatrixProto or Connections are in what NuPIC writes.
  func inner(_ names: String...) throws -> DynamicStruct.Reader? {
    var found = self
    for name in names {
      guard let next = try found.structure(name) else { return nil }
      found = next
    }
    return found
  }

  /// Goes over the nonzero numbers of a field that is a sparse matrix, row by row.
  func forEachSparse(
    _ name: String, _ body: (_ row: Int, _ column: Int, _ value: Double) throws -> Void
  ) throws {
    guard let rows = try structure(name)?.list("rows"), !rows.hasEmptyElements else { return }
    for row in 0..<rows.count {
      guard case .structure(let list) = try rows.get(row), let values = try list.list("values"),
        !values.hasEmptyElements
      else { continue }
      for index in 0..<values.count {
        guard case .structure(let item) = try values.get(index),
          let column = try item.number("index"), let value = try item.number("value")
        else { continue }
        try body(row, Int(column), value)
      }
    }
  }
}

extension DynamicList.Reader {
  /// The numbers in the list, those that there are.
  func forEachNumber(_ body: (Int, Double) throws -> Void) throws {
    guard !elementType.isPointer, !hasEmptyElements else { return }
    for index in 0..<count {
      if let number = ScalarBits.number(try get(index)) { try body(index, number) }
    }
  }
}
