/// A matrix of which only the elements that are not zero are kept: NuPIC's, with its files.
public struct SparseMatrix: Hashable, Sendable {
  /// An element of a row.
  public struct Element: Hashable, Codable, Sendable {
    /// The column.
    public var index: Int

    /// The number in it; it may be zero where a file says so.
    public var value: Float

    /// An element of a row.
    public init(index: Int, value: Float) {
      self.index = index
      self.value = value
    }
  }

  /// The number of rows.
  public var numRows: Int { starts.count - 1 }

  /// The number of columns.
  public let numColumns: Int

  // The elements of all rows, one behind another, and where each row begins.
  private(set) var starts = [0]
  private(set) var columns: [UInt32] = []
  private(set) var values: [Float] = []

  init(numColumns: UInt32) { self.numColumns = Int(numColumns) }

  /// Makes a matrix of rows.
  ///
  /// - Parameters:
  ///   - numColumns: The number of columns, less than 2^32.
  ///   - rows: The elements of each row, ascending by column.
  /// - Throws: `HTMError` for columns that do not ascend, or that are not there.
  public init(numColumns: Int, rows: [[Element]]) throws(HTMError) {
    guard let count = UInt32(exactly: numColumns) else {
      throw .parameter("numColumns", "\(numColumns) is not from 0 to 2^32 - 1")
    }
    self.init(numColumns: count)
    for (number, row) in rows.enumerated() {
      for element in row {
        guard let index = UInt32(exactly: element.index) else {
          throw .parameter("rows[\(number)]", "\(element.index) is no column below \(numColumns)")
        }
        try append(index, element.value) { .parameter("rows[\(number)]", $0) }
      }
      endRow()
    }
  }

  /// Makes a matrix of all its numbers.
  ///
  /// - Throws: `HTMError` when the rows are not equally long.
  public init(dense rows: [[Float]]) throws(HTMError) {
    let width = rows.first?.count ?? 0
    for number in rows.indices where rows[number].count != width {
      throw .parameter(
        "dense[\(number)]", "it has \(rows[number].count) elements, and not \(width)")
    }
    try self.init(
      numColumns: width,
      rows: rows.map { row in
        row.indices.filter { row[$0] != 0 }.map { Element(index: $0, value: row[$0]) }
      })
  }

  mutating func append(
    _ column: UInt32, _ value: Float, _ failure: (String) -> HTMError
  ) throws(HTMError) {
    let last = columns.count > starts[starts.count - 1] ? Int(columns[columns.count - 1]) : -1
    guard Int(column) > last, Int(column) < numColumns else {
      throw failure("\(column) after \(last) is not an ascending column below \(numColumns)")
    }
    columns.append(column)
    values.append(value)
  }

  mutating func endRow() { starts.append(columns.count) }

  /// Appends a row that has a number for each column, of which those up to the least are zero.
  mutating func appendRow(_ row: [Float], leastNumber: Float) {
    for (column, value) in row.enumerated() where abs(value) > leastNumber {
      columns.append(UInt32(truncatingIfNeeded: column))
      values.append(value)
    }
    endRow()
  }

  mutating func removeRows(_ rows: Set<Int>) {
    let old = self
    self = SparseMatrix(numColumns: UInt32(truncatingIfNeeded: numColumns))
    for row in 0..<old.numRows where !rows.contains(row) {
      columns += old.columns[old.range(row)]
      values += old.values[old.range(row)]
      endRow()
    }
  }
}

extension SparseMatrix {
  /// The number of elements that are kept.
  public var count: Int { columns.count }

  func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The elements of a row that are kept, by ascending column.
  public func row(_ row: Int) -> [Element] {
    range(row).map { Element(index: Int(columns[$0]), value: values[$0]) }
  }

  /// The number in a place; setting it to zero removes the element.
  public subscript(row: Int, column: Int) -> Float {
    get {
      let place = place(row, column)
      return place.isThere ? values[place.index] : 0
    }
    set {
      let place = place(row, column)
      switch (place.isThere, newValue == 0) {
      case (true, false): values[place.index] = newValue
      case (true, true):
        columns.remove(at: place.index)
        values.remove(at: place.index)
        for later in row + 1..<starts.count { starts[later] -= 1 }
      case (false, false):
        columns.insert(UInt32(column), at: place.index)
        values.insert(newValue, at: place.index)
        for later in row + 1..<starts.count { starts[later] += 1 }
      case (false, true): break
      }
    }
  }

  private func place(_ row: Int, _ column: Int) -> (index: Int, isThere: Bool) {
    precondition(column >= 0 && column < numColumns, "there is no column \(column)")
    let range = range(row)
    let index = columns[range].sortedIndex(of: UInt32(column))
    return (index, index < range.upperBound && columns[index] == UInt32(column))
  }

  /// All numbers, row by row.
  ///
  /// - Parameter limit: How many there may be: a small file can claim a great many columns.
  /// - Throws: `HTMError` when there are more.
  public func dense(limit: Int = 1 << 26) throws(HTMError) -> [[Float]] {
    try checkDense(numRows, numColumns, limit)
    return (0..<numRows).map { row in
      var numbers = [Float](repeating: 0, count: numColumns)
      for place in range(row) { numbers[Int(columns[place])] = values[place] }
      return numbers
    }
  }
}

// As its number of columns and its rows.
extension SparseMatrix: Codable {
  private enum CodingKeys: CodingKey {
    case numColumns, rows
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      numColumns: container.decode(Int.self, forKey: .numColumns),
      rows: container.decode([[Element]].self, forKey: .rows))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(numColumns, forKey: .numColumns)
    try container.encode((0..<numRows).map(row), forKey: .rows)
  }
}
