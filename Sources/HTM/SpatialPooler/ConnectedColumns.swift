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

  @inline(__always)
  mutating func set(_ input: Int, _ column: Int, _ isConnected: Bool) {
    let mask: UInt64 = 1 << UInt64(column & 63)
    let place = input * words + column >> 6
    if isConnected { bits[place] |= mask } else { bits[place] &= ~mask }
  }

  /// Connects a column, which has no connections so far, to those of some inputs that it connects to.
  mutating func add(
    _ inputs: [UInt32], _ isConnected: [Bool], _ range: Range<Int>, _ column: Int
  ) {
    precondition(
      range.upperBound <= min(inputs.count, isConnected.count) && range.lowerBound >= 0)
    let (words, word, shift) = (words, column >> 6, UInt64(column & 63))
    unsafe bits.withUnsafeMutableBufferPointer { bits in
      unsafe inputs.withUnsafeBufferPointer { inputs in
        unsafe isConnected.withUnsafeBufferPointer { isConnected in
          for place in range {
            let bit: UInt64 = unsafe isConnected[place] ? 1 : 0
            unsafe bits[Int(inputs[place]) &* words &+ word] |= bit << shift
          }
        }
      }
    }
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
      unsafe add(inputs, planes)
      unsafe read(planes, digits, into: &counts)
    }
  }

  /// Adds the rows of the inputs to the digits, which are planes of as many words as a row.
  private func add(_ inputs: [UInt32], _ planes: UnsafeMutableBufferPointer<UInt64>) {
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
  }

  /// Puts the digits of each column together, for eight columns and up to eight digits at a time.
  private func read(
    _ planes: UnsafeMutableBufferPointer<UInt64>, _ digits: Int, into counts: inout [Int32]
  ) {
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      for column in stride(from: 0, to: counts.count, by: 8) {
        var eight = SIMD8<Int32>.zero
        for group in stride(from: 0, to: digits, by: 8) {
          var bytes: UInt64 = 0
          for digit in group..<min(group + 8, digits) {
            let plane = unsafe planes[digit * words + column >> 6]
            bytes |= Self.spread(plane >> UInt64(column & 63) & 0xFF) << UInt64(digit - group)
          }
          let lanes = unsafe unsafeBitCast(bytes.littleEndian, to: SIMD8<UInt8>.self)
          eight |= SIMD8<Int32>(truncatingIfNeeded: lanes) &<< Int32(truncatingIfNeeded: group)
        }
        for lane in 0..<min(8, counts.count - column) {
          unsafe counts[column + lane] = eight[lane]
        }
      }
    }
  }

  /// Eight bits as the least bits of eight bytes.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 {
    let each = (bits &* 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201
    return (each &+ 0x7F7F_7F7F_7F7F_7F7F) >> 7 & 0x0101_0101_0101_0101
  }
}
