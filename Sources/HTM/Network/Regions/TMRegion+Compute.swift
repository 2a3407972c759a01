extension TMRegion {
  public mutating func compute(_ data: inout RegionData) throws {
    let (learns, scores) = (learningMode, anomalyMode)
    let looksBack = computePredictedActiveCellIndices
    let before = try memory.update { memory in
      if data.isSet("resetIn") { memory.reset() }
      let columns = try data.input("bottomUpIn").ones
      let predicted = looksBack ? Set(memory.predictiveCells) : []
      let anomaly = scores ? memory.anomaly(ofColumns: columns) : 0
      try memory.compute(activeColumns: columns, learn: learns)
      return (predicted, anomaly)
    }
    guard let (predicted, anomaly) = before, case .temporal(let memory) = memory else {
      throw cannotRun
    }
    let (active, predictive) = (memory.activeCells, memory.predictiveCells)
    let cells = memory.numCells
    data.outputs["bottomUpOut"] = output(Self.union(active, predictive), cells)
    if topDownMode {
      data.outputs["topDownOut"] = RegionArray(
        ones: memory.predictedColumns, count: memory.numColumns)
    }
    if computePredictedActiveCellIndices {
      data.outputs["activeCells"] = RegionArray(ones: active, count: cells)
      data.outputs["predictedActiveCells"] = RegionArray(
        ones: active.filter(predicted.contains), count: cells)
    }
    if anomalyMode { data.outputs["anomalyScore"] = RegionArray([anomaly]) }
  }

  private var cannotRun: HTMError {
    HTMError(
      .invalidState, "temporalImp",
      "the backtracking memory of \(temporalImp) is carried, and cannot run here: NuPIC goes on from "
        + "it. Make the model again with tm_cpp to run it")
  }

  private func output(_ cells: [Int], _ count: Int) -> RegionArray {
    guard orColumnOutputs else { return RegionArray(ones: cells, count: count) }
    var columns: [Int] = []
    for cell in cells where columns.last != cell / cellsPerColumn {
      columns.append(cell / cellsPerColumn)
    }
    return RegionArray(ones: columns, count: columnCount)
  }

  /// All numbers of two ascending lists, ascending.
  static func union(_ left: [Int], _ right: [Int]) -> [Int] {
    var union: [Int] = []
    union.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count || second < right.count {
      let next: Int
      if second == right.count || first < left.count && left[first] <= right[second] {
        next = left[first]
        if second < right.count, right[second] == next { second += 1 }
        first += 1
      } else {
        next = right[second]
        second += 1
      }
      union.append(next)
    }
    return union
  }
}
