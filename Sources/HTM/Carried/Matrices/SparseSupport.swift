extension ArraySlice where Element == UInt32 {
  /// Where an element is in a sorted slice, or would be.
  func sortedIndex(of element: UInt32) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

func checkDense(_ rows: Int, _ columns: Int, _ limit: Int) throws(HTMError) {
  let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
  guard !overflow, count <= limit else {
    throw .parameter("limit", "\(rows) rows of \(columns) columns are more than \(limit) numbers")
  }
}
