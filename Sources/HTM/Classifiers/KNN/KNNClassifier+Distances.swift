internal import Foundation

extension KNNClassifier {
  /// The distances of an input as it came from all patterns, of which there is at least one.
  func distances(ofInput input: [Float]) -> [Double] {
    guard let components, case .dense(let dense) = memory else {
      return distances(sparsified(input, doWinners: false))
    }
    // What counts is decided of the components.
    let point = sparsified(components.reduced(input.map { Double($0) }), doWinners: false)
    return Self.distances(dense, point, parameters.distanceNorm)
  }

  /// The distances of an input, made ready, from all patterns, of which there is at least one.
  func distances(_ input: [Float]) -> [Double] {
    switch memory {
    case .none: return []
    case .dense(let dense):
      return Self.distances(dense, input.map { Double($0) }, parameters.distanceNorm)
    case .sparse(let sparse):
      return sparseDistances(sparse, input).map { Double($0) }
    }
  }

  static func distances(
    _ memory: DenseMemory, _ point: [Double], _ norm: Double
  ) -> [Double] {
    var powers = [Double](repeating: 0, count: memory.columns)
    var distances = (0..<memory.count).map { row in
      for (column, value) in memory.row(row).enumerated() {
        powers[column] = pow(abs(value - point[column]), norm)
      }
      return pow(PairwiseSum.sum(powers[...]), 1 / norm)
    }
    let largest = distances.max() ?? 0
    for index in distances.indices where largest > 0 { distances[index] /= largest }
    return distances
  }

  private func sparseDistances(
    _ memory: SparseMatrix, _ input: [Float]
  ) -> [Float] {
    if parameters.distanceMethod == .norm {
      var distances = memory.distances(input, norm: Float(parameters.distanceNorm))
      let largest = distances.max() ?? 0
      for index in distances.indices where largest > 0 { distances[index] /= largest }
      return distances
    }
    let overlaps = memory.overlaps(input)
    let sum = PairwiseSum.sum(input[...])
    switch parameters.distanceMethod {
    case .norm, .rawOverlap: return overlaps.map { sum - $0 }
    case .pctOverlapOfInput: return overlaps.map { sum > 0 ? (sum - $0) / sum : sum - $0 }
    case .pctOverlapOfProto:
      return zip(overlaps, memory.rowSums()).map { 1 - $0 / $1 }
    case .pctOverlapOfLarger:
      let larger = memory.rowSums().map { max($0, sum) }
      guard !larger.contains(0) else { return overlaps.map { 1 - $0 } }
      return zip(overlaps, larger).map { 1 - $0 / $1 }
    }
  }
}

// In single precision, in the order of the columns, as NuPIC's C++ has it.

extension SparseMatrix {
  /// The sum of the input where each row is not zero.
  func overlaps(_ input: [Float]) -> [Float] {
    let columns = places.columns
    return (0..<numRows).map { row in
      let range = range(row)
      let whole = range.lowerBound + range.count - range.count % 4
      var sum: Float = 0
      // Four at a time: sums in single precision depend on the order.
      for place in stride(from: range.lowerBound, to: whole, by: 4) {
        sum +=
          ((input[Int(columns[place])] + input[Int(columns[place + 1])])
            + input[Int(columns[place + 2])]) + input[Int(columns[place + 3])]
      }
      for place in whole..<range.upperBound { sum += input[Int(columns[place])] }
      return sum
    }
  }

  func rowSums() -> [Float] {
    (0..<numRows).map { row in range(row).reduce(0) { $0 + values[$1] } }
  }

  /// The norm of the difference of each row and the input.
  ///
  /// All of the input is added up once; for each row, what differs from it is put right.
  func distances(_ input: [Float], norm: Float) -> [Float] {
    guard norm != 0 else { return unequalCounts(input) }
    func power(_ value: Float) -> Float {
      norm == 2 ? value * value : norm == 1 ? abs(value) : powf(abs(value), norm)
    }
    let powers = input.map(power)
    let sum = powers.reduce(0) { $0 + $1 }
    let columns = places.columns
    return (0..<numRows).map { row in
      var distance = sum
      for place in range(row) {
        let column = Int(columns[place])
        distance = distance + power(values[place] - input[column]) - powers[column]
      }
      distance = max(distance, 0)
      return norm == 2 ? distance.squareRoot() : norm == 1 ? distance : powf(distance, 1 / norm)
    }
  }

  private func unequalCounts(_ input: [Float]) -> [Float] {
    let count = input.count { $0 != 0 }
    let columns = places.columns
    return (0..<numRows).map { row in
      Float(
        range(row).reduce(count) { sum, place in
          let number = input[Int(columns[place])]
          return sum - (number != 0 ? 1 : 0) + (values[place] != number ? 1 : 0)
        })
    }
  }
}
