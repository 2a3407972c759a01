/// A matrix of bits of which only the ones are kept: NuPIC's, with its files.
public struct SparseBinaryMatrix: Hashable, Sendable {
  var places: SparseRows

  /// The number of rows.
  public var numRows: Int { places.count }

  /// The number of columns.
  public var numColumns: Int { places.numColumns }

  init(numColumns: UInt32) { places = SparseRows(numColumns: numColumns) }

  /// Makes a matrix of rows.
  ///
  /// - Parameters:
  ///   - numColumns: The number of columns, less than 2^32.
  ///   - rows: The ascending columns of the ones in each row.
  /// - Throws: `HTMError` for columns that do not ascend, or that are not there.
  public init(numColumns: Int, rows: [[Int]]) throws(HTMError) {
    places = try SparseRows(numColumns: numColumns)
    for (number, row) in rows.enumerated() {
      for column in row { try places.append(column, inRow: number) }
      places.endRow()
    }
  }

  /// Makes a matrix of all its bits.
  ///
  /// - Throws: `HTMError` when the rows are not equally long.
  public init(dense rows: [[Bool]]) throws(HTMError) {
    let width = try SparseRows.width(ofDense: rows)
    try self.init(numColumns: width, rows: rows.map { row in row.indices.filter { row[$0] } })
  }
}

extension SparseBinaryMatrix {
  /// The number of ones.
  public var count: Int { places.columns.count }

  /// The ascending columns of the ones in a row.
  public func row(_ row: Int) -> [Int] { places.columns[places.range(row)].map { Int($0) } }

  /// The bit in a place.
  public subscript(row: Int, column: Int) -> Bool {
    get { places.place(row, column).isThere }
    set {
      let place = places.place(row, column)
      switch (place.isThere, newValue) {
      case (false, true): places.insert(column, at: place.index, inRow: row)
      case (true, false): places.remove(at: place.index, inRow: row)
      default: break
      }
    }
  }

  /// All bits, row by row.
  ///
  /// - Parameter limit: How many there may be: a small file can claim a great many columns.
  /// - Throws: `HTMError` when there are more.
  public func dense(limit: Int = 1 << 26) throws(HTMError) -> [[Bool]] {
    try places.dense(limit: limit, filler: false) { _ in true }
  }
}

// As its number of columns and its rows.
extension SparseBinaryMatrix: Codable {
  private enum CodingKeys: CodingKey {
    case numColumns, rows
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      numColumns: container.decode(Int.self, forKey: .numColumns),
      rows: container.decode([[Int]].self, forKey: .rows))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(numColumns, forKey: .numColumns)
    try container.encode((0..<numRows).map(row), forKey: .rows)
  }
}
