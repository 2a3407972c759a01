/// Patterns one behind another, with room for more, as NuPIC keeps them.
struct DenseMemory: Sendable, Hashable {
  let columns: Int

  /// The number of rows that are patterns.
  private(set) var count: Int

  // NuPIC saves the room, too; what is in it does not matter.
  private(set) var values: [Double]

  private static let initialRows = 100

  var capacity: Int { columns == 0 ? count : values.count / columns }

  init(columns: Int) {
    self.columns = columns
    count = 0
    values = Array(repeating: 0, count: columns * Self.initialRows)
  }

  init(columns: Int, count: Int, values: [Double]) {
    self.columns = columns
    self.count = count
    self.values = values
  }

  func row(_ row: Int) -> ArraySlice<Double> {
    values[row * columns..<(row + 1) * columns]
  }

  mutating func append(_ pattern: [Double]) {
    // Where there is no more room, there is another copy of what is there.
    if count == capacity { values += values }
    if count == capacity { values += Array(repeating: 0, count: columns) }
    for column in 0..<columns { values[count * columns + column] = pattern[column] }
    count += 1
  }

  mutating func remove(_ rows: Set<Int>) {
    let kept = (0..<count).filter { !rows.contains($0) }
    values = kept.flatMap { row($0) }
    count = kept.count
  }
}

extension DenseMemory {
  static func == (left: Self, right: Self) -> Bool {
    left.columns == right.columns && left.count == right.count
      && left.values.prefix(left.count * left.columns)
        == right.values.prefix(right.count * right.columns)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(columns)
    hasher.combine(values.prefix(count * columns))
  }
}
