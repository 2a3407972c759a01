// How cells become active, and segments learn from it.

extension TemporalMemory {
  /// Activates the cells that predicted their column.
  mutating func activate(
    _ segments: ArraySlice<UInt32>, _ previousWinners: [UInt32], _ learn: Bool
  ) {
    var withered: [UInt32] = []
    for segment in segments {
      let cell = connections.cellOfSegment[Int(segment)]
      if active.last != cell {
        active.append(cell)
        winners.append(cell)
      }
      if learn, !reinforce(Int(segment), previousWinners) { withered.append(segment) }
    }
    connections.removeSegments(withered)
  }

  /// Activates all cells of a column that nothing predicted, and lets one of them learn.
  mutating func burst(
    _ cells: Range<Int>, _ matching: ArraySlice<UInt32>, _ previousWinners: [UInt32], _ learn: Bool
  ) {
    for cell in cells { active.append(UInt32(truncatingIfNeeded: cell)) }
    if let best = bestMatch(matching) {
      winners.append(connections.cellOfSegment[best])
      if learn, !reinforce(best, previousWinners) { connections.removeSegment(best) }
      return
    }
    let cell = leastUsedCell(cells)
    winners.append(UInt32(truncatingIfNeeded: cell))
    let count = min(parameters.maxNewSynapseCount, previousWinners.count)
    guard learn, count > 0 else { return }
    grow(createSegment(cell), count, previousWinners)
  }

  /// Weakens segments that predicted what did not come.
  mutating func punish(_ segments: ArraySlice<UInt32>) {
    var withered: [UInt32] = []
    for segment in segments {
      let remains = connections.adapt(
        Int(segment), isMarked, gain: -parameters.predictedSegmentDecrement, loss: 0)
      if !remains { withered.append(segment) }
    }
    connections.removeSegments(withered)
  }

  /// Lets a segment learn what was active before.
  ///
  /// - Returns: whether synapses are left; without, the segment is to be removed.
  private mutating func reinforce(_ segment: Int, _ previousWinners: [UInt32]) -> Bool {
    let remains = connections.adapt(
      segment, isMarked, gain: parameters.permanenceIncrement,
      loss: parameters.permanenceDecrement)
    guard remains else { return false }
    let missing = parameters.maxNewSynapseCount - Int(activity[segment].potential)
    if missing > 0 { grow(segment, missing, previousWinners) }
    return true
  }

  /// The segment with most active synapses; of equals, the first.
  private func bestMatch(_ segments: ArraySlice<UInt32>) -> Int? {
    var best: Int?
    for segment in segments {
      let segment = Int(segment)
      if let found = best, activity[segment].potential <= activity[found].potential { continue }
      best = segment
    }
    return best
  }

  private mutating func leastUsedCell(_ cells: Range<Int>) -> Int {
    var least = Int.max
    var count = 0
    for cell in cells {
      let segments = connections.segmentStore.count(cell)
      if segments < least { (least, count) = (segments, 0) }
      if segments == least { count += 1 }
    }
    // It is drawn even where there is no choice, as in NuPIC.
    var chosen = Int(random.getUInt32(UInt32(truncatingIfNeeded: count)))
    for cell in cells where connections.segmentStore.count(cell) == least {
      if chosen == 0 { return cell }
      chosen -= 1
    }
    return cells.lowerBound
  }

  /// Adds a segment to a cell, in the place of the one that was unused for longest if it is full.
  mutating func createSegment(_ cell: Int) -> Int {
    while connections.segmentStore.count(cell) >= parameters.maxSegmentsPerCell {
      var oldest: UInt32?
      for segment in connections.segmentStore.row(cell) {
        if let found = oldest, lastUsed[Int(segment)] >= lastUsed[Int(found)] { continue }
        oldest = segment
      }
      guard let oldest else { break }
      connections.removeSegment(Int(oldest))
    }
    let segment = connections.addSegment(cell)
    makeRoomForSegments()
    lastUsed[segment] = iteration
    return segment
  }
}
