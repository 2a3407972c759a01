/// The places in a matrix of which something is kept: the ascending columns of each row.
struct SparseRows: Hashable, Sendable {
  let numColumns: Int

  // The columns of all rows, one behind another, and where each row begins.
  private(set) var columns: [UInt32] = []
  private var starts = [0]

  init(numColumns: UInt32) { self.numColumns = Int(numColumns) }

  init(numColumns: Int) throws(HTMError) {
    guard let count = UInt32(exactly: numColumns) else {
      throw .parameter("numColumns", "\(numColumns) is not from 0 to 2^32 - 1")
    }
    self.init(numColumns: count)
  }

  var count: Int { starts.count - 1 }

  func range(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Appends a place to the last row, which has not ended yet.
  mutating func append(
    _ column: UInt32, _ failure: (String) -> HTMError
  ) throws(HTMError) {
    let last = columns.count > starts[starts.count - 1] ? Int(columns[columns.count - 1]) : -1
    guard Int(column) > last, Int(column) < numColumns else {
      throw failure("\(column) after \(last) is not an ascending column below \(numColumns)")
    }
    columns.append(column)
  }

  /// Appends a place that was given as an argument, in the row of a number.
  mutating func append(_ column: Int, inRow number: Int) throws(HTMError) {
    guard let index = UInt32(exactly: column) else {
      throw .parameter("rows[\(number)]", "\(column) is no column below \(numColumns)")
    }
    try append(index) { .parameter("rows[\(number)]", $0) }
  }

  /// Appends a place that is known to come next.
  mutating func appendKnown(_ column: Int) { columns.append(UInt32(truncatingIfNeeded: column)) }

  mutating func endRow() { starts.append(columns.count) }

  /// Where a column is among all places, or would be.
  func place(_ row: Int, _ column: Int) -> (index: Int, isThere: Bool) {
    precondition(column >= 0 && column < numColumns, "there is no column \(column)")
    let range = range(row)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return (low, low < range.upperBound && columns[low] == column)
  }

  mutating func insert(_ column: Int, at index: Int, inRow row: Int) {
    columns.insert(UInt32(column), at: index)
    for later in row + 1..<starts.count { starts[later] += 1 }
  }

  mutating func remove(at index: Int, inRow row: Int) {
    columns.remove(at: index)
    for later in row + 1..<starts.count { starts[later] -= 1 }
  }

  /// The counts of rows and columns, as NuPIC's files have them.
  ///
  /// - Throws: `HTMError` where there are too many rows.
  func header(_ path: String) throws(HTMError) -> (rows: UInt32, columns: UInt32) {
    guard let rows = UInt32(exactly: count) else {
      throw .state("\(path).numRows", "\(count) is not below 2^32")
    }
    return (rows, UInt32(numColumns))
  }

  /// Checks that all rows of a matrix have as many elements as the first one, and gives their number.
  static func width(ofDense rows: [[some Any]]) throws(HTMError) -> Int {
    let width = rows.first?.count ?? 0
    for number in rows.indices where rows[number].count != width {
      throw .parameter(
        "dense[\(number)]", "it has \(rows[number].count) elements, and not \(width)")
    }
    return width
  }

  /// All elements, row by row, of which those that are kept are given by their places.
  ///
  /// - Throws: `HTMError` where there are more than the limit.
  func dense<Element>(
    limit: Int, filler: Element, _ element: (Int) -> Element
  ) throws(HTMError) -> [[Element]] {
    let (elements, overflow) = count.multipliedReportingOverflow(by: numColumns)
    guard !overflow, elements <= limit else {
      throw .parameter(
        "limit", "\(count) rows of \(numColumns) columns are more than \(limit) numbers")
    }
    return (0..<count).map { row in
      var elements = [Element](repeating: filler, count: numColumns)
      for place in range(row) { elements[Int(columns[place])] = element(place) }
      return elements
    }
  }
}
