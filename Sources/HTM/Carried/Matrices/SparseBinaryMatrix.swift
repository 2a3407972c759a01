/// A matrix of bits of which only the ones are kept: NuPIC's, with its files.
public struct SparseBinaryMatrix: Hashable, Sendable {
  /// The number of rows.
  public var numRows: Int { starts.count - 1 }

  /// The number of columns.
  public let numColumns: Int

  // The ones of all rows, one behind another, and where each row begins.
  private(set) var starts = [0]
  private(set) var columns: [UInt32] = []

  init(numColumns: UInt32) { self.numColumns = Int(numColumns) }

  /// Makes a matrix of rows.
  ///
  /// - Parameters:
  ///   - numColumns: The number of columns, less than 2^32.
  ///   - rows: The ascending columns of the ones in each row.
  /// - Throws: `HTMError` for columns that do not ascend, or that are not there.
  public init(numColumns: Int, rows: [[Int]]) throws(HTMError) {
    guard let count = UInt32(exactly: numColumns) else {
      throw .parameter("numColumns", "\(numColumns) is not from 0 to 2^32 - 1")
    }
    self.init(numColumns: count)
    for (number, row) in rows.enumerated() {
      for column in row {
        guard let index = UInt32(exactly: column) else {
          throw .parameter("rows[\(number)]", "\(column) is no column below \(numColumns)")
        }
        try append(index) { .parameter("rows[\(number)]", $0) }
      }
      endRow()
    }
  }

  /// Makes a matrix of all its bits.
  ///
  /// - Throws: `HTMError` when the rows are not equally long.
  public init(dense rows: [[Bool]]) throws(HTMError) {
    let width = rows.first?.count ?? 0
    for number in rows.indices where rows[number].count != width {
      throw .parameter(
        "dense[\(number)]", "it has \(rows[number].count) elements, and not \(width)")
    }
    try self.init(numColumns: width, rows: rows.map { row in row.indices.filter { row[$0] } })
  }

  mutating func append(_ column: UInt32, _ failure: (String) -> HTMError) throws(HTMError) {
    let last = columns.count > starts[starts.count - 1] ? Int(columns[columns.count - 1]) : -1
    guard Int(column) > last, Int(column) < numColumns else {
      throw failure("\(column) after \(last) is not an ascending column below \(numColumns)")
    }
    columns.append(column)
  }

  mutating func endRow() { starts.append(columns.count) }
}

extension SparseBinaryMatrix {
  /// The number of ones.
  public var count: Int { columns.count }

  func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The ascending columns of the ones in a row.
  public func row(_ row: Int) -> [Int] { columns[range(row)].map { Int($0) } }

  /// The bit in a place.
  public subscript(row: Int, column: Int) -> Bool {
    get { place(row, column).isThere }
    set {
      let place = place(row, column)
      guard newValue != place.isThere else { return }
      if newValue {
        columns.insert(UInt32(column), at: place.index)
      } else {
        columns.remove(at: place.index)
      }
      for later in row + 1..<starts.count { starts[later] += newValue ? 1 : -1 }
    }
  }

  private func place(_ row: Int, _ column: Int) -> (index: Int, isThere: Bool) {
    precondition(column >= 0 && column < numColumns, "there is no column \(column)")
    let range = range(row)
    let index = columns[range].sortedIndex(of: UInt32(column))
    return (index, index < range.upperBound && columns[index] == UInt32(column))
  }

  /// All bits, row by row.
  ///
  /// - Parameter limit: How many there may be: a small file can claim a great many columns.
  /// - Throws: `HTMError` when there are more.
  public func dense(limit: Int = 1 << 26) throws(HTMError) -> [[Bool]] {
    try checkDense(numRows, numColumns, limit)
    return (0..<numRows).map { row in
      var bits = [Bool](repeating: false, count: numColumns)
      for place in range(row) { bits[Int(columns[place])] = true }
      return bits
    }
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
