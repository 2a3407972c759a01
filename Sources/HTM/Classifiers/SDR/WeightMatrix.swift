/// Weights from each bit of the input to each bucket.
struct WeightMatrix: Sendable {
  private(set) var rows: Int
  private(set) var columns: Int

  // Rows are this far apart, so that another column does not move all of them each time.
  private var stride: Int
  private var storage: [Double]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    stride = columns
    storage = Array(repeating: 0, count: rows * columns)
  }

  /// Takes up weights, row by row.
  init(rows: Int, columns: Int, _ weights: some Collection<Double>) {
    self.rows = rows
    self.columns = columns
    stride = columns
    storage = Array(weights)
  }

  /// Makes room for more rows and columns, of zeros.
  mutating func grow(rows: Int, columns: Int) {
    if columns > stride {
      let stride = max(columns, min(self.stride * 2, self.stride + 256))
      var storage = [Double](repeating: 0, count: self.rows * stride)
      for row in 0..<self.rows {
        for column in 0..<self.columns {
          storage[row * stride + column] = self.storage[row * self.stride + column]
        }
      }
      (self.stride, self.storage) = (stride, storage)
    }
    self.columns = max(columns, self.columns)
    guard rows > self.rows else { return }
    self.rows = rows
    storage.append(contentsOf: repeatElement(0, count: rows * stride - storage.count))
  }

  func row(_ row: Int) -> ArraySlice<Double> {
    storage[row * stride..<row * stride + columns]
  }

  /// The sum of some rows, in their order.
  func sum(ofRows indices: [Int]) -> [Double] {
    var sum = [Double](repeating: 0, count: columns)
    for row in indices where row < rows {
      let start = row * stride
      for column in sum.indices { sum[column] += storage[start + column] }
    }
    return sum
  }

  /// Adds to a row, and makes what then is not above a least weight zero.
  mutating func add(_ values: [Double], toRow row: Int, leastWeight: Double) {
    let start = row * stride
    for column in values.indices {
      let weight = storage[start + column] + values[column]
      storage[start + column] = abs(weight) <= leastWeight ? 0 : weight
    }
  }
}

extension WeightMatrix: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    left.rows == right.rows && left.columns == right.columns
      && (0..<left.rows).allSatisfy { left.row($0) == right.row($0) }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(columns)
  }
}
