internal import CapnProto

/// The potential synapses of all columns, one column behind the other.
///
/// A row is the ascending inputs of a column, beside it are their permanences.
struct PotentialPools: Sendable, Hashable {
  /// Where the row of each column begins, and where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var inputs: [UInt32] = []
  var permanences: [Float] = []

  var columnCount: Int { starts.count - 1 }

  init(columns: Int, synapses: Int) {
    starts.reserveCapacity(columns + 1)
    inputs.reserveCapacity(synapses)
    permanences.reserveCapacity(synapses)
  }

  func range(_ column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

  func row(_ column: Int) -> ArraySlice<UInt32> { inputs[range(column)] }

  /// Adds the row of the next column, with permanences that are zero.
  mutating func append(_ row: [UInt32]) {
    inputs += row
    permanences += repeatElement(0, count: row.count)
    starts.append(inputs.count)
  }

  /// Adds the row of the next column from a message.
  mutating func append(_ row: List<UInt32>.Reader) {
    unsafe row.withUnsafeBufferPointer { unsafe inputs.append(contentsOf: $0) }
    permanences.append(contentsOf: repeatElement(0, count: row.count))
    starts.append(inputs.count)
  }

  /// Puts another row in the place of a column's.
  mutating func replace(_ column: Int, _ row: [UInt32], _ values: [Float]) {
    let range = range(column)
    inputs.replaceSubrange(range, with: row)
    permanences.replaceSubrange(range, with: values)
    let change = row.count - range.count
    for index in column + 1..<starts.count { starts[index] += change }
  }
}
