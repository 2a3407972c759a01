// What NuPIC's class offers to its users, with everything that they give checked.

extension Connections {
  /// Adds a segment to a cell.
  ///
  /// - Throws: `HTMError` when there is no such cell.
  @discardableResult
  public mutating func createSegment(onCell cell: Int) throws(HTMError) -> Segment {
    try checkCell(cell)
    guard cellOfSegment.count < Int(Int32.max) else { throw .input("there are 2^31 segments") }
    return Segment(index: addSegment(cell))
  }

  /// Removes a segment, and its synapses.
  ///
  /// - Throws: `HTMError` when the segment is gone.
  public mutating func destroySegment(_ segment: Segment) throws(HTMError) {
    removeSegment(try check(segment))
  }

  /// Adds a synapse to a segment.
  ///
  /// - Throws: `HTMError` when the segment is gone, there is no such cell, or the permanence is not
  ///   from 0 to 1.
  public mutating func createSynapse(
    on segment: Segment, presynapticCell: Int, permanence: Float
  ) throws(HTMError) {
    let index = try check(segment)
    try checkCell(presynapticCell)
    try Self.check(permanence)
    addSynapse(
      index,
      Synapse(
        presynapticCell: UInt32(truncatingIfNeeded: presynapticCell), permanence: permanence))
  }

  /// Removes a synapse; those that were made later move up.
  ///
  /// - Throws: `HTMError` when the segment is gone, or has no such synapse.
  public mutating func destroySynapse(at index: Int, of segment: Segment) throws(HTMError) {
    let found = try check(segment)
    try checkSynapse(index, found)
    removeSynapse(found, at: index)
  }

  /// Gives a synapse another permanence.
  ///
  /// - Throws: `HTMError` when the segment is gone, has no such synapse, or the permanence is not
  ///   from 0 to 1.
  public mutating func updatePermanence(
    ofSynapse index: Int, of segment: Segment, to permanence: Float
  ) throws(HTMError) {
    let found = try check(segment)
    try checkSynapse(index, found)
    try Self.check(permanence)
    let place = synapseStore.range(found).lowerBound + index
    let synapse = synapseStore.elements[place]
    let connects = permanence >= threshold
    if connects != isConnected(synapse) {
      presynaptic.change(found, of: synapse.presynapticCell, to: connects)
    }
    synapseStore.elements[place].permanence = permanence
  }
}

extension Connections {
  /// The segments of a cell, oldest first; none where there is no such cell.
  public func segments(ofCell cell: Int) -> [Segment] {
    guard (0..<numCells).contains(cell) else { return [] }
    return segmentStore.row(cell).map { Segment(index: Int($0)) }
  }

  /// The synapses of a segment, oldest first; none where the segment is gone.
  public func synapses(of segment: Segment) -> [Synapse] { Array(synapseStore.row(segment.index)) }

  /// The cell that a segment is on, or nil where the segment is gone.
  public func cell(of segment: Segment) -> Int? {
    guard cellOfSegment.indices.contains(segment.index) else { return nil }
    let cell = cellOfSegment[segment.index]
    return cell == Self.noCell ? nil : Int(cell)
  }

  /// Which of its cell's segments a segment is, oldest first, or nil where it is gone.
  public func indexOnCell(of segment: Segment) -> Int? {
    cell(of: segment).map { _ in indexOnCell(segment.index) }
  }

  /// The segments that a cell has a synapse on: one for each synapse, in the order of the cells that
  /// they are on.
  public func segments(withSynapsesFrom cell: Int) -> [Segment] {
    guard (0..<numCells).contains(cell) else { return [] }
    let store = presynaptic.store
    return sort(store.row(cell).map { $0 >> 1 }).map { Segment(index: Int($0)) }
  }

  /// Counts for each segment the synapses that come from active cells.
  ///
  /// - Returns: for each place of a segment, all such synapses and those that are connected.
  /// - Throws: `HTMError` when there is no such cell.
  public func activity(
    ofActiveCells cells: some Sequence<Int>
  ) throws(HTMError) -> [(potential: Int, connected: Int)] {
    var active: [UInt32] = []
    for cell in cells {
      try checkCell(cell)
      active.append(UInt32(truncatingIfNeeded: cell))
    }
    var counts = [SegmentActivity](repeating: SegmentActivity(), count: cellOfSegment.count)
    var excited: [UInt32] = []
    count(active, into: &counts, &excited)
    return counts.map { (potential: Int($0.potential), connected: Int($0.connected)) }
  }

  private func checkCell(_ cell: Int) throws(HTMError) {
    guard (0..<numCells).contains(cell) else {
      throw .input("there is no cell \(cell) among \(numCells)")
    }
  }

  private func check(_ segment: Segment) throws(HTMError) -> Int {
    guard cell(of: segment) != nil else { throw .input("the segment was destroyed") }
    return segment.index
  }

  private func checkSynapse(_ index: Int, _ segment: Int) throws(HTMError) {
    guard (0..<synapseStore.count(segment)).contains(index) else {
      throw .input("there is no synapse \(index) among \(synapseStore.count(segment))")
    }
  }

  private static func check(_ permanence: Float) throws(HTMError) {
    guard (0...1).contains(permanence) else {
      throw .input("a permanence is a number from 0 to 1, and not \(permanence)")
    }
  }
}
