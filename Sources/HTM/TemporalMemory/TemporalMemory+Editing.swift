// How a user gives a memory segments by hand, or takes them away.

extension TemporalMemory {
  /// Adds a segment to a cell, in the place of the one that was unused for longest if it is full.
  ///
  /// - Throws: `HTMError` when there is no such cell.
  @discardableResult
  public mutating func createSegment(onCell cell: Int) throws(HTMError) -> Connections.Segment {
    guard (0..<numCells).contains(cell) else {
      throw .input("there is no cell \(cell) among \(numCells)")
    }
    let segment = createSegment(cell)
    // Its place may be that of one that was active, and others may have had to go.
    let cells = connections.cellOfSegment
    forgetSegments { Int($0) == segment || cells[Int($0)] == Connections.noCell }
    return Connections.Segment(index: segment)
  }

  /// Adds a synapse to a segment; it counts from the next step on.
  ///
  /// - Throws: `HTMError` when the segment is gone, there is no such cell, or the permanence is not
  ///   from 0 to 1.
  public mutating func createSynapse(
    on segment: Connections.Segment, presynapticCell: Int, permanence: Float
  ) throws(HTMError) {
    try connections.createSynapse(
      on: segment, presynapticCell: presynapticCell, permanence: permanence)
  }

  /// Removes a segment; it is no longer among those that are active or match.
  ///
  /// - Throws: `HTMError` when the segment is gone.
  public mutating func destroySegment(_ segment: Connections.Segment) throws(HTMError) {
    try connections.destroySegment(segment)
    forgetSegments { Int($0) == segment.index }
  }

  private mutating func forgetSegments(where isGone: (UInt32) -> Bool) {
    activeSegmentList.removeAll(where: isGone)
    matchingSegmentList.removeAll(where: isGone)
  }
}
