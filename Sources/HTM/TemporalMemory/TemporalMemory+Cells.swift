// What a temporal memory shows of its state.

extension TemporalMemory {
  /// A segment, by the cell that it is on and its place among that cell's, oldest first.
  public struct SegmentPath: Sendable, Hashable {
    /// The cell.
    public var cell: Int

    /// Which of the cell's segments.
    public var indexOnCell: Int

    /// Makes a path.
    public init(cell: Int, indexOnCell: Int) {
      (self.cell, self.indexOnCell) = (cell, indexOnCell)
    }
  }

  /// The cells that are active, ascending.
  public var activeCells: [Int] { active.map(Int.init) }

  /// The active cells that segments grow to, one in each active column or more, ascending.
  public var winnerCells: [Int] { winners.map(Int.init) }

  /// The cells that are expected to become active next, ascending.
  public var predictiveCells: [Int] {
    var cells: [Int] = []
    for segment in activeSegmentList {
      let cell = Int(connections.cellOfSegment[Int(segment)])
      if cells.last != cell { cells.append(cell) }
    }
    return cells
  }

  /// The columns of the predictive cells, ascending.
  public var predictedColumns: [Int] {
    var columns: [Int] = []
    for cell in predictiveCells {
      let column = cell / parameters.cellsPerColumn
      if columns.last != column { columns.append(column) }
    }
    return columns
  }

  /// The segments that have enough connected synapses from active cells.
  public var activeSegments: [SegmentPath] { paths(activeSegmentList) }

  /// The segments that have enough synapses from active cells to be chosen for learning.
  public var matchingSegments: [SegmentPath] { paths(matchingSegmentList) }

  /// The cells of a column; none where there is no such column.
  public func cells(ofColumn column: Int) -> Range<Int> {
    guard (0..<numColumns).contains(column) else { return 0..<0 }
    return column * parameters.cellsPerColumn..<(column + 1) * parameters.cellsPerColumn
  }

  /// The column that a cell is in, or nil where there is no such cell.
  public func column(ofCell cell: Int) -> Int? {
    (0..<numCells).contains(cell) ? cell / parameters.cellsPerColumn : nil
  }

  /// The part of some columns that was not predicted, from 0 to 1; 0 where there are none.
  ///
  /// Ask for it before the step that the columns are given to.
  public func anomaly(ofColumns columns: some Collection<Int>) -> Float {
    guard !columns.isEmpty else { return 0 }
    let predicted = Set(predictedColumns)
    let missed = columns.count { !predicted.contains($0) }
    return Float(missed) / Float(columns.count)
  }

  private func paths(_ segments: [UInt32]) -> [SegmentPath] {
    connections.places(segments).map { SegmentPath(cell: $0.cell, indexOnCell: $0.index) }
  }
}
