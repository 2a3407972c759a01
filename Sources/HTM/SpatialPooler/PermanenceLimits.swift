/// Between which limits permanences stay, and from which one on a synapse is connected.
struct PermanenceLimits {
  let least: Float
  let most: Float
  /// Below it a synapse has the least permanence.
  let trim: Float
  let connected: Float

  /// Adds to each permanence what its input being on or off brings.
  ///
  /// The input of each synapse is a place of `isActive`.
  static func add(
    _ gain: Float, _ loss: Float, to permanences: inout [Float], _ range: Range<Int>,
    _ inputs: [UInt32], _ isActive: [Bool]
  ) {
    precondition(range.upperBound <= min(permanences.count, inputs.count) && range.lowerBound >= 0)
    unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      unsafe inputs.withUnsafeBufferPointer { inputs in
        unsafe isActive.withUnsafeBufferPointer { isActive in
          for place in range {
            let isOn = unsafe isActive[Int(inputs[place])]
            unsafe permanences[place] += isOn ? gain : loss
          }
        }
      }
    }
  }

  /// Adds the same to each permanence.
  static func add(_ gain: Float, to permanences: inout [Float], _ range: Range<Int>) {
    precondition(range.upperBound <= permanences.count && range.lowerBound >= 0)
    unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      for place in range { unsafe permanences[place] += gain }
    }
  }

  /// Brings permanences between the limits.
  func clip(_ permanences: inout [Float], _ range: Range<Int>) {
    precondition(range.upperBound <= permanences.count && range.lowerBound >= 0)
    unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      for place in range {
        let value = unsafe permanences[place]
        unsafe permanences[place] = value > most ? most : value < least ? least : value
      }
    }
  }

  /// Finds out which synapses permanences connect, brings those between the limits, and counts.
  func settle(
    _ permanences: inout [Float], _ isConnected: inout [Bool], _ range: Range<Int>
  ) -> Int32 {
    precondition(
      range.upperBound <= min(permanences.count, isConnected.count) && range.lowerBound >= 0)
    return unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      unsafe isConnected.withUnsafeMutableBufferPointer { isConnected in
        var count: Int32 = 0
        for place in range {
          let value = unsafe permanences[place]
          unsafe isConnected[place] = value >= connected
          count &+= value >= connected ? 1 : 0
          unsafe permanences[place] = value > most ? most : value < trim ? least : value
        }
        return count
      }
    }
  }

  /// How many of the permanences connect.
  func countConnected(_ permanences: [Float], _ range: Range<Int>) -> Int {
    precondition(range.upperBound <= permanences.count && range.lowerBound >= 0)
    var count: Int32 = 0
    unsafe permanences.withUnsafeBufferPointer { permanences in
      for place in range { unsafe count &+= permanences[place] >= connected ? 1 : 0 }
    }
    return Int(count)
  }

  /// Brings permanences between the limits, after finding out which synapses they connect.
  ///
  /// - Parameter change: is called with each place where a connection came or went.
  /// - Returns: how many synapses are connected.
  @inline(__always)
  func settle(
    _ permanences: inout [Float], _ isConnected: inout [Bool], _ range: Range<Int>,
    change: (Int, Bool) -> Void
  ) -> Int32 {
    precondition(
      range.upperBound <= min(permanences.count, isConnected.count) && range.lowerBound >= 0)
    return unsafe permanences.withUnsafeMutableBufferPointer { permanences in
      unsafe isConnected.withUnsafeMutableBufferPointer { isConnected in
        var count: Int32 = 0
        var start = range.lowerBound
        // In pieces, as few of them have a change: the other ones need no branch for each synapse.
        while start < range.upperBound {
          let end = min(start + 64, range.upperBound)
          var changes: UInt8 = 0
          for place in start..<end {
            // As in NuPIC, a synapse connects by its permanence before that is trimmed.
            let connects = unsafe permanences[place] >= connected
            count &+= connects ? 1 : 0
            changes |= unsafe (connects ? 1 : 0) ^ (isConnected[place] ? 1 : 0)
          }
          if changes != 0 {
            for place in start..<end {
              let connects = unsafe permanences[place] >= connected
              guard unsafe connects != isConnected[place] else { continue }
              unsafe isConnected[place] = connects
              change(place, connects)
            }
          }
          for place in start..<end {
            let value = unsafe permanences[place]
            unsafe permanences[place] = value > most ? most : value < trim ? least : value
          }
          start = end
        }
        return count
      }
    }
  }
}
