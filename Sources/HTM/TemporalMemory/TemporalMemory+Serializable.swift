public import Stowage

extension TemporalMemory: Serializable {
  public func write(_ builder: TemporalMemoryProto.Builder) throws {
    try builder.setColumnDimensions(parameters.columnDimensions.map { UInt32($0) })
    writeNumbers(builder)
    try connections.write(builder.initConnections())
    try random.write(builder.initRandom())
    try builder.setActiveCells(active)
    try builder.setWinnerCells(winners)
    let (activeSegments, matchingSegments) = (live(activeSegmentList), live(matchingSegmentList))
    write(activeSegments, try builder.initActiveSegments(count: activeSegments.count))
    write(matchingSegments, try builder.initMatchingSegments(count: matchingSegments.count))
    try writeSegments(builder)
  }

  private func writeNumbers(_ builder: TemporalMemoryProto.Builder) {
    builder.cellsPerColumn = UInt32(parameters.cellsPerColumn)
    builder.activationThreshold = UInt32(parameters.activationThreshold)
    builder.initialPermanence = parameters.initialPermanence
    builder.connectedPermanence = parameters.connectedPermanence
    builder.minThreshold = UInt32(parameters.minThreshold)
    builder.maxNewSynapseCount = UInt32(parameters.maxNewSynapseCount)
    builder.permanenceIncrement = parameters.permanenceIncrement
    builder.permanenceDecrement = parameters.permanenceDecrement
    builder.predictedSegmentDecrement = parameters.predictedSegmentDecrement
    builder.maxSegmentsPerCell = UInt16(parameters.maxSegmentsPerCell)
    builder.maxSynapsesPerSegment = UInt16(parameters.maxSynapsesPerSegment)
    builder.checkInputs = parameters.checkInputs
    builder.iteration = iteration
  }

  /// Between the halves of a step, some of the segments may be gone.
  private func live(_ segments: [UInt32]) -> [UInt32] {
    connections.sort(
      segments.filter { connections.cellOfSegment[Int($0)] != Connections.noCell })
  }

  private func write(
    _ segments: [UInt32], _ list: StructListBuilder<TemporalMemoryProto.SegmentPath>
  ) {
    for (index, place) in connections.places(segments).enumerated() {
      list[index].cell = UInt32(truncatingIfNeeded: place.cell)
      list[index].idxOnCell = UInt32(truncatingIfNeeded: place.index)
    }
  }

  /// Writes what is kept for each segment that there is.
  ///
  /// NuPIC also writes it for those that it destroyed, and dies of such entries when it reads them.
  private func writeSegments(_ builder: TemporalMemoryProto.Builder) throws {
    let count = connections.numSegments
    let active = try builder.initNumActivePotentialSynapsesForSegment(count: count)
    let used = try builder.initLastUsedIterationForSegment(count: count)
    var next = 0
    for cell in 0..<numCells {
      for (index, segment) in connections.segmentStore.row(cell).enumerated() {
        active[next].cell = UInt32(truncatingIfNeeded: cell)
        active[next].idxOnCell = UInt32(truncatingIfNeeded: index)
        active[next].number = activity[Int(segment)].potential
        used[next].cell = UInt32(truncatingIfNeeded: cell)
        used[next].idxOnCell = UInt32(truncatingIfNeeded: index)
        used[next].number = lastUsed[Int(segment)]
        next += 1
      }
    }
  }
}
