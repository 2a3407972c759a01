internal import CapnProto

/// A row of a matrix of which a file has the elements that are not zero.
struct SparseRow {
  private(set) var inputs: [UInt32] = []
  private(set) var values: [Float] = []
  // For all inputs; zero between two rows.
  private var all: [Float]

  init(inputs: Int) { all = Array(repeating: 0, count: inputs) }

  mutating func read(_ row: SparseFloatList.Reader) throws(CapnProtoError) {
    // Elements take a word each, and are read as such where that is how they were written.
    if let words = try? row._raw.get(List<UInt64>.self, at: 0) {
      inputs = words.map { UInt32(truncatingIfNeeded: $0) }
      values = words.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0 >> 32)) }
      return
    }
    let elements = try row.values
    inputs = elements.map(\.index)
    values = elements.map(\.value)
  }

  /// Calls a function with the row in full.
  ///
  /// Indices have to be checked before.
  mutating func spread<Result>(_ body: ([Float]) -> Result) -> Result {
    for (input, value) in zip(inputs, values) { all[Int(input)] = value }
    defer { for input in inputs { all[Int(input)] = 0 } }
    return body(all)
  }
}
