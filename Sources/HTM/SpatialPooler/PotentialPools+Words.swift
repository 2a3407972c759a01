// How permanences lie in a file: those that are not zero, each in a word with its input.

extension PotentialPools {
  enum Taking {
    case taken
    case notAscending
    case notFinite
    case notPotential
  }

  /// Sets the permanences of a column, all of which are zero so far.
  mutating func takeWords(_ column: Int, _ words: some Collection<UInt64>) -> Taking {
    unsafe words.withContiguousStorageIfAvailable { unsafe take(column, $0) }
      ?? Array(words).withUnsafeBufferPointer { unsafe take(column, $0) }
  }

  private mutating func take(_ column: Int, _ words: UnsafeBufferPointer<UInt64>) -> Taking {
    let range = range(column)
    let row = inputs
    return unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      unsafe row.withUnsafeBufferPointer { row in
        // Both ascend, so a place is found by going on from the last one.
        var place = range.lowerBound
        var last = -1
        for index in words.indices {
          let word = unsafe UInt64(littleEndian: words[index])
          let input = Int(UInt32(truncatingIfNeeded: word))
          let value = Float(bitPattern: UInt32(truncatingIfNeeded: word >> 32))
          guard input > last else { return .notAscending }
          guard value.isFinite else { return .notFinite }
          last = input
          while place < range.upperBound, unsafe Int(row[place]) < input { place &+= 1 }
          guard place < range.upperBound, unsafe Int(row[place]) == input else {
            if value == 0 { continue }
            return .notPotential
          }
          unsafe permanences[place] = value
        }
        return .taken
      }
    }
  }

  /// Collects the permanences of a column that are not zero.
  func collectWords(_ column: Int, into words: inout [UInt64]) {
    let range = range(column)
    words = unsafe Array(unsafeUninitializedCapacity: range.count) { words, count in
      var end = 0
      unsafe inputs.withUnsafeBufferPointer { inputs in
        unsafe permanences.withUnsafeBufferPointer { permanences in
          for place in range {
            let value = unsafe permanences[place]
            let word = unsafe UInt64(inputs[place]) | UInt64(value.bitPattern) << 32
            // Zeros come as chance has it, so one that is written over costs less than a branch.
            unsafe words[end] = word.littleEndian
            end &+= value != 0 ? 1 : 0
          }
        }
      }
      count = end
    }
  }
}
