/// Sums of many numbers, added in pairs of halves: more exact than one after another, and the order
/// in which NumPy adds, so that the sums are equal to its own bit for bit.
enum PairwiseSum {
  private static let blockSize = 128

  // NumPy hands out what it adds in pieces of this size.
  private static let bufferSize = 8192

  static func sum<Number: BinaryFloatingPoint>(_ values: ArraySlice<Number>) -> Number {
    stride(from: values.startIndex, to: values.endIndex, by: bufferSize).reduce(0) { sum, start in
      sum + halves(values[start..<min(start + bufferSize, values.endIndex)])
    }
  }

  private static func halves<Number: BinaryFloatingPoint>(
    _ values: ArraySlice<Number>
  ) -> Number {
    if values.count < 8 { return values.reduce(0, +) }
    guard values.count > blockSize else { return block(values) }
    let half = values.count / 2 - values.count / 2 % 8
    return halves(values.prefix(half)) + halves(values.dropFirst(half))
  }

  private static func block<Number: BinaryFloatingPoint>(
    _ values: ArraySlice<Number>
  ) -> Number {
    let whole = values.startIndex + values.count - values.count % 8
    var lanes = Array(values.prefix(8))
    for start in stride(from: values.startIndex + 8, to: whole, by: 8) {
      for lane in 0..<8 { lanes[lane] += values[start + lane] }
    }
    let sum =
      ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
      + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
    return values[whole...].reduce(sum, +)
  }

  static func mean(_ values: ArraySlice<Double>) -> Double {
    sum(values) / Double(values.count)
  }

  /// The variance of a whole population around its mean.
  static func variance(_ values: ArraySlice<Double>, mean: Double) -> Double {
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    return sum(squares[...]) / Double(squares.count)
  }
}
