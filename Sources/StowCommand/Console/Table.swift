/// Rows whose columns stand below each other.
enum Table {
  /// - Parameters:
  ///   - rows: the cells, as many in each row.
  ///   - right: the columns whose cells stand at the right.
  static func lines(_ rows: [[String]], right: Set<Int> = []) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], min(cell.count, 48))
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: max(0, widths[column] - cell.count))
        line += (column == 0 ? "" : "  ") + (right.contains(column) ? gap + cell : cell + gap)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
