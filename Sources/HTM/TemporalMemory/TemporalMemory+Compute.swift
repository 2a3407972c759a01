// One step of a temporal memory.

extension TemporalMemory {
  /// Finds the cells that active columns make active, learns from it if asked to, and predicts.
  ///
  /// - Parameters:
  ///   - activeColumns: the columns that are active, in any order.
  ///   - learn: whether segments learn, grow and are punished.
  /// - Throws: `HTMError` when there is no such column.
  public mutating func compute(
    activeColumns: some Sequence<Int>, learn: Bool = true
  ) throws(HTMError) {
    try activateCells(activeColumns: activeColumns, learn: learn)
    activateDendrites(learn: learn)
  }

  /// Does the first half of a step: finds the active cells and the winners, and learns.
  ///
  /// - Throws: `HTMError` when there is no such column.
  public mutating func activateCells(
    activeColumns: some Sequence<Int>, learn: Bool = true
  ) throws(HTMError) {
    let columns = try ascending(activeColumns)
    let (previous, previousWinners) = (active, winners)
    active.removeAll(keepingCapacity: true)
    winners.removeAll(keepingCapacity: true)
    mark(previous, true)
    activate(columns, previousWinners, learn)
    mark(previous, false)
  }

  /// Does the second half of a step: finds the segments that active cells excite.
  ///
  /// - Parameter learn: whether the step counts as one with learning.
  public mutating func activateDendrites(learn: Bool = true) {
    for segment in excited { activity[Int(segment)] = SegmentActivity() }
    excited.removeAll(keepingCapacity: true)
    connections.count(active, into: &activity, &excited)
    activeSegmentList = segments(parameters.activationThreshold) { $0.connected }
    matchingSegmentList = segments(parameters.minThreshold) { $0.potential }
    guard learn else { return }
    for segment in activeSegmentList { lastUsed[Int(segment)] = iteration }
    iteration += 1
  }

  /// Forgets what was active, so that the next step begins a new sequence.
  public mutating func reset() {
    active = []
    winners = []
    activeSegmentList = []
    matchingSegmentList = []
  }

  private func ascending(_ columns: some Sequence<Int>) throws(HTMError) -> [Int] {
    var columns = Array(columns)
    columns.sort()
    if let first = columns.first, let last = columns.last {
      guard first >= 0, last < numColumns else {
        let wrong = first < 0 ? first : last
        throw .input("there is no column \(wrong) among \(numColumns)")
      }
    }
    var count = 0
    for column in columns where count == 0 || columns[count - 1] != column {
      columns[count] = column
      count += 1
    }
    columns.removeSubrange(count...)
    return columns
  }

  private mutating func mark(_ cells: [UInt32], _ value: Bool) {
    var marks = isMarked.mutableSpan
    for cell in cells { marks[Int(cell)] = value }
  }

  private func segments(
    _ threshold: Int, _ count: (SegmentActivity) -> UInt32
  ) -> [UInt32] {
    if threshold == 0 {
      let all = 0..<UInt32(truncatingIfNeeded: connections.segmentFlatListLength)
      return connections.sort(
        all.filter { connections.cellOfSegment[Int($0)] != Connections.noCell })
    }
    return connections.sort(excited.filter { Int(count(activity[Int($0)])) >= threshold })
  }

  /// Goes through the columns, the segments that were active, and those that matched, side by side.
  private mutating func activate(_ columns: [Int], _ previousWinners: [UInt32], _ learn: Bool) {
    let (active, matching) = (activeSegmentList, matchingSegmentList)
    let punishes = learn && parameters.predictedSegmentDecrement > 0
    var (nextActive, nextMatching) = (0, 0)
    for column in columns {
      let first = column * parameters.cellsPerColumn
      let end = first + parameters.cellsPerColumn
      _ = advance(&nextActive, in: active, below: first)
      let missed = advance(&nextMatching, in: matching, below: first)
      if punishes { punish(matching[missed]) }
      let predicting = advance(&nextActive, in: active, below: end)
      let candidates = advance(&nextMatching, in: matching, below: end)
      if predicting.isEmpty {
        burst(first..<end, matching[candidates], previousWinners, learn)
      } else {
        activate(active[predicting], previousWinners, learn)
      }
    }
    if punishes { punish(matching[nextMatching...]) }
  }

  private func advance(
    _ next: inout Int, in segments: [UInt32], below cell: Int
  ) -> Range<Int> {
    let start = next
    while next < segments.count, connections.cellOfSegment[Int(segments[next])] < cell { next += 1 }
    return start..<next
  }
}
