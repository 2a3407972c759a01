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

  private(set) var places: SparseRows

  // What is in each place.
  private(set) var values: [Float] = []

  /// The number of rows.
  public var numRows: Int { places.count }

  /// The number of columns.
  public var numColumns: Int { places.numColumns }

  init(numColumns: UInt32) { places = SparseRows(numColumns: numColumns) }

  /// Makes a matrix of rows.
  ///
  /// - Parameters:
  ///   - numColumns: The number of columns, less than 2^32.
  ///   - rows: The elements of each row, ascending by column.
  /// - Throws: `HTMError` for columns that do not ascend, or that are not there.
  public init(numColumns: Int, rows: [[Element]]) throws(HTMError) {
    places = try SparseRows(numColumns: numColumns)
    for (number, row) in rows.enumerated() {
      for element in row { try places.append(element.index, inRow: number) }
      values += row.map(\.value)
      places.endRow()
    }
  }

  /// Makes a matrix of all its numbers.
  ///
  /// - Throws: `HTMError` when the rows are not equally long.
  public init(dense rows: [[Float]]) throws(HTMError) {
    let width = try SparseRows.width(ofDense: rows)
    try self.init(
      numColumns: width,
      rows: rows.map { row in
        row.indices.filter { row[$0] != 0 }.map { Element(index: $0, value: row[$0]) }
      })
  }

  mutating func append(
    _ column: UInt32, _ value: Float, _ failure: (String) -> HTMError
  ) throws(HTMError) {
    try places.append(column, failure)
    values.append(value)
  }

  mutating func endRow() { places.endRow() }

  /// Appends a row that has a number for each column, of which those up to the least are zero.
  mutating func appendRow(_ row: [Float], leastNumber: Float) {
    for (column, value) in row.enumerated() where abs(value) > leastNumber {
      places.appendKnown(column)
      values.append(value)
    }
    endRow()
  }

  mutating func removeRows(_ rows: Set<Int>) {
    let old = self
    self = SparseMatrix(numColumns: UInt32(truncatingIfNeeded: numColumns))
    for row in 0..<old.numRows where !rows.contains(row) {
      for place in old.range(row) { places.appendKnown(Int(old.places.columns[place])) }
      values += old.values[old.range(row)]
      endRow()
    }
  }
}

extension SparseMatrix {
  /// The number of elements that are kept.
  public var count: Int { values.count }

  func range(_ row: Int) -> Range<Int> { places.range(row) }

  /// The elements of a row that are kept, by ascending column.
  public func row(_ row: Int) -> [Element] {
    range(row).map { Element(index: Int(places.columns[$0]), value: values[$0]) }
  }

  /// The number in a place; setting it to zero removes the element.
  public subscript(row: Int, column: Int) -> Float {
    get {
      let place = places.place(row, column)
      return place.isThere ? values[place.index] : 0
    }
    set {
      let place = places.place(row, column)
      switch (place.isThere, newValue == 0) {
      case (true, false): values[place.index] = newValue
      case (true, true):
        places.remove(at: place.index, inRow: row)
        values.remove(at: place.index)
      case (false, false):
        places.insert(column, at: place.index, inRow: row)
        values.insert(newValue, at: place.index)
      case (false, true): break
      }
    }
  }

  /// All numbers, row by row.
  ///
  /// - Parameter limit: How many there may be: a small file can claim a great many columns.
  /// - Throws: `HTMError` when there are more.
  public func dense(limit: Int = 1 << 26) throws(HTMError) -> [[Float]] {
    try places.dense(limit: limit, filler: 0) { values[$0] }
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
