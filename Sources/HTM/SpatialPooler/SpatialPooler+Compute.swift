// One step of a spatial pooler.

extension SpatialPooler {
  /// Finds the columns that an input makes active, and learns from it if asked to.
  ///
  /// - Parameters:
  ///   - input: whether each input is on.
  ///   - learn: whether synapses, duty cycles and boosting follow.
  /// - Returns: the active columns, ascending.
  /// - Throws: `HTMError` when the input is of another size.
  @discardableResult
  public mutating func compute(_ input: [Bool], learn: Bool) throws(HTMError) -> [Int] {
    guard input.count == numInputs else {
      throw .input("there are \(numInputs) inputs, and \(input.count) were given")
    }
    isActiveInput = input
    return step(input.indices.filter { input[$0] }.map { UInt32($0) }, learn)
  }

  /// Finds the columns that an input makes active, and learns from it if asked to.
  ///
  /// - Parameters:
  ///   - activeInputs: the inputs that are on, in any order.
  ///   - learn: whether synapses, duty cycles and boosting follow.
  /// - Returns: the active columns, ascending.
  /// - Throws: `HTMError` when there is no such input.
  @discardableResult
  public mutating func compute(
    activeInputs: some Sequence<Int>, learn: Bool
  ) throws(HTMError) -> [Int] {
    var active: [UInt32] = []
    defer { for input in active { isActiveInput[Int(input)] = false } }
    for input in activeInputs {
      guard (0..<numInputs).contains(input) else {
        throw .input("there is no input \(input) among \(numInputs)")
      }
      if isActiveInput[input] { continue }
      isActiveInput[input] = true
      active.append(UInt32(truncatingIfNeeded: input))
    }
    return step(active, learn)
  }

  private mutating func step(_ active: [UInt32], _ learn: Bool) -> [Int] {
    iterationNum += 1
    if learn { iterationLearnNum += 1 }
    countOverlaps(active)
    if learn {
      for column in overlaps.indices {
        boostedOverlaps[column] = Float(overlaps[column]) * boostFactors[column]
      }
    } else {
      for column in overlaps.indices { boostedOverlaps[column] = Float(overlaps[column]) }
    }
    inhibit()
    if learn {
      adapt()
      updateDutyCycles()
      bumpUpWeakColumns()
      updateBoostFactors()
      if iterationNum % updatePeriod == 0 {
        updateInhibitionRadius()
        updateMinDutyCycles()
      }
    }
    return activeColumns
  }

  private mutating func countOverlaps(_ active: [UInt32]) {
    if let connectedColumns {
      connectedColumns.count(active, into: &overlaps)
      return
    }
    for column in 0..<numColumns {
      var count: Int32 = 0
      for place in pools.range(column)
      where isConnected[place] && isActiveInput[Int(pools.inputs[place])] {
        count += 1
      }
      overlaps[column] = count
    }
  }

  /// Moves the synapses of the active columns towards the input.
  private mutating func adapt() {
    let (gain, loss) = (parameters.synPermActiveInc, -parameters.synPermInactiveDec)
    for column in activeColumns {
      let range = pools.range(column)
      for place in range {
        pools.permanences[place] += isActiveInput[Int(pools.inputs[place])] ? gain : loss
      }
      updatePermanences(column, raise: true)
    }
  }

  private mutating func updateDutyCycles() {
    let period = Float(min(parameters.dutyCyclePeriod, iterationNum))
    let rest = period - 1
    for column in 0..<numColumns {
      let overlap: Float = overlaps[column] > 0 ? 1 : 0
      overlapDutyCycles[column] = (overlapDutyCycles[column] * rest + overlap) / period
      activeDutyCycles[column] *= rest
    }
    for column in activeColumns { activeDutyCycles[column] += 1 }
    for column in 0..<numColumns { activeDutyCycles[column] /= period }
  }

  private mutating func bumpUpWeakColumns() {
    for column in 0..<numColumns where overlapDutyCycles[column] < minOverlapDutyCycles[column] {
      for place in pools.range(column) { pools.permanences[place] += synPermBelowStimulusInc }
      updatePermanences(column, raise: false)
    }
  }
}
