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
    let active = input.indices.filter { input[$0] }
    for input in active { isActiveInput[input] = true }
    return step(active.map { UInt32(truncatingIfNeeded: $0) }, learn)
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
    for input in activeInputs {
      guard (0..<numInputs).contains(input) else {
        for input in active { isActiveInput[Int(input)] = false }
        throw .input("there is no input \(input) among \(numInputs)")
      }
      if isActiveInput[input] { continue }
      isActiveInput[input] = true
      active.append(UInt32(truncatingIfNeeded: input))
    }
    return step(active, learn)
  }

  private mutating func step(_ active: [UInt32], _ learn: Bool) -> [Int] {
    defer { for input in active { isActiveInput[Int(input)] = false } }
    countStep(learn)
    countOverlaps(active)
    boostOverlaps(learn)
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

  /// Counts the step, in the 32 bits that a file has for it.
  private mutating func countStep(_ learn: Bool) {
    let most = Int(UInt32.max)
    if learn { iterationLearnNum = min(iterationLearnNum + 1, most) }
    iterationNum += 1
    // NuPIC would go on from zero, and divide by it. Only two things matter of the number: that it
    // is not below the duty cycles' period, and what remains of it in the update period.
    if iterationNum > most {
      iterationNum -= (iterationNum - Int(UInt16.max)) / updatePeriod * updatePeriod
    }
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
      PermanenceLimits.add(
        gain, loss, to: &pools.permanences, pools.range(column), pools.inputs, isActiveInput)
      updatePermanences(column, raise: true)
    }
  }

  private mutating func bumpUpWeakColumns() {
    for column in 0..<numColumns where overlapDutyCycles[column] < minOverlapDutyCycles[column] {
      PermanenceLimits.add(synPermBelowStimulusInc, to: &pools.permanences, pools.range(column))
      updatePermanences(column, raise: false)
    }
  }
}
