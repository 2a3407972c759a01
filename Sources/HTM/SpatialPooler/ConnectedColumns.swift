/// Which columns each input is connected to, for counting the overlaps of an input that is sparse.
///
/// A bit for each pair of an input and a column. Overlaps are counted for 64 columns at a time: the
/// rows of the active inputs are added as binary numbers that stand upright, a word for each digit.
struct ConnectedColumns: Sendable {
  private let words: Int
  private var bits: [UInt64]

  init(inputs: Int, columns: Int) {
    words = (columns + 63) / 64
    bits = Array(repeating: 0, count: inputs * words)
  }

  mutating func set(_ input: Int, _ column: Int, _ isConnected: Bool) {
    let mask: UInt64 = 1 << UInt64(column & 63)
    let place = input * words + column >> 6
    if isConnected { bits[place] |= mask } else { bits[place] &= ~mask }
  }

  /// Counts for each column how many of the inputs it is connected to.
  func count(_ inputs: [UInt32], into counts: inout [Int32]) {
    let digits = Int.bitWidth - inputs.count.leadingZeroBitCount
    guard digits > 0 else {
      for column in counts.indices { counts[column] = 0 }
      return
    }
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: digits * words) { planes in
      unsafe planes.initialize(repeating: 0)
      unsafe bits.withUnsafeBufferPointer { bits in
        for input in inputs {
          let row = Int(input) * words
          for word in 0..<words {
            var carry = unsafe bits[row + word]
            var place = word
            while carry != 0 {
              let digit = unsafe planes[place]
              unsafe planes[place] = digit ^ carry
              carry &= digit
              place += words
            }
          }
        }
      }
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for column in counts.indices {
          var count: UInt64 = 0
          for digit in 0..<digits {
            let plane = unsafe planes[digit * words + column >> 6]
            count |= (plane >> UInt64(column & 63) & 1) << UInt64(digit)
          }
          unsafe counts[column] = Int32(truncatingIfNeeded: count)
        }
      }
    }
  }
}
