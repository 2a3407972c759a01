extension KNNClassifier {
  /// Leaves only what counts of an input.
  func sparsified<Number: BinaryFloatingPoint>(
    _ pattern: [Number], doWinners: Bool
  ) -> [Number] {
    var pattern = pattern
    if parameters.relativeThreshold {
      let largest = pattern.reduce(0) { max($0, abs($1)) }
      let threshold = Number(parameters.sparseThreshold * Double(largest))
      for index in pattern.indices where !(abs(pattern[index]) > threshold) { pattern[index] = 0 }
    } else if parameters.sparseThreshold > 0 {
      let threshold = Number(parameters.sparseThreshold)
      for index in pattern.indices where !(abs(pattern[index]) > threshold) { pattern[index] = 0 }
    }
    if doWinners, parameters.numWinners > 0,
      pattern.count(where: { $0 > 0 }) > parameters.numWinners
    {
      var kept = [Number](repeating: 0, count: pattern.count)
      for index in sortedIndices(of: pattern).prefix(parameters.numWinners) {
        kept[index] = pattern[index]
      }
      pattern = kept
    }
    if parameters.doBinarization {
      let threshold = Number(parameters.binarizationThreshold)
      pattern = pattern.map { $0 > threshold ? 1 : 0 }
    }
    return pattern
  }

  /// Leaves of a column of which all cells are on only the first.
  func withoutBursts(_ pattern: [Float]) -> [Float] {
    let size = parameters.cellsPerCol
    guard size >= 1 else { return pattern }
    var pattern = pattern
    for column in stride(from: 0, to: pattern.count, by: size)
    where (pattern[column..<column + size].min() ?? 0) != 0 {
      for cell in column + 1..<column + size { pattern[cell] = 0 }
    }
    return pattern
  }
}

/// The places of numbers in ascending order, equal ones as NumPy's quicksort leaves them.
func sortedIndices<Number: BinaryFloatingPoint>(of values: [Number]) -> [Int] {
  // What is not a number goes last.
  func isLess(_ left: Number, _ right: Number) -> Bool {
    left < right || (right.isNaN && !left.isNaN)
  }
  let smallSize = 15
  var order = Array(values.indices)
  var parts = [(first: 0, last: values.count - 1)]
  while var (first, last) = parts.popLast() {
    while last - first > smallSize {
      let middle = first + (last - first) / 2
      if isLess(values[order[middle]], values[order[first]]) { order.swapAt(middle, first) }
      if isLess(values[order[last]], values[order[middle]]) { order.swapAt(last, middle) }
      if isLess(values[order[middle]], values[order[first]]) { order.swapAt(middle, first) }
      let pivot = values[order[middle]]
      var (low, high) = (first, last - 1)
      order.swapAt(middle, high)
      while true {
        repeat { low += 1 } while isLess(values[order[low]], pivot)
        repeat { high -= 1 } while isLess(pivot, values[order[high]])
        if low >= high { break }
        order.swapAt(low, high)
      }
      order.swapAt(low, last - 1)
      // The larger part waits.
      if low - first < last - low {
        parts.append((low + 1, last))
        last = low - 1
      } else {
        parts.append((first, low - 1))
        first = low + 1
      }
    }
    guard first < last else { continue }
    for place in first + 1...last {
      let index = order[place]
      var hole = place
      while hole > first, isLess(values[index], values[order[hole - 1]]) {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = index
    }
  }
  return order
}
