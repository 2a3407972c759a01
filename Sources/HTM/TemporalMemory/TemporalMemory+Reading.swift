internal import CapnProto

extension TemporalMemory {
  /// Makes a memory that goes on where the one in the struct was.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that no memory can be
  ///   in, each with the field.
  public static func read(_ reader: TemporalMemoryProto.Reader) throws -> TemporalMemory {
    var parameters = try readParameters(reader)
    let random = try Random.read(reader.random)
    parameters.seed = random.seed
    do {
      try parameters.check()
    } catch {
      throw error.read(from: "TemporalMemoryProto")
    }
    let connections = try Connections.read(
      reader.connections, connectedPermanence: parameters.connectedPermanence)
    let expected = parameters.numColumns * parameters.cellsPerColumn
    guard connections.numCells == expected else {
      throw HTMError.state(
        "TemporalMemoryProto.connections.cells",
        "\(connections.numCells) do not agree with columnDimensions and cellsPerColumn, which make "
          + "\(expected)")
    }
    var memory = TemporalMemory(parameters, connections, random)
    memory.iteration = reader.iteration
    try memory.readCells(reader)
    try memory.readSegments(reader)
    return memory
  }

  private static func readParameters(
    _ reader: TemporalMemoryProto.Reader
  ) throws -> Parameters {
    var parameters = Parameters()
    parameters.columnDimensions = try SpatialPooler.dimensions(
      reader.columnDimensions, "TemporalMemoryProto.columnDimensions")
    parameters.cellsPerColumn = Int(reader.cellsPerColumn)
    parameters.activationThreshold = Int(reader.activationThreshold)
    parameters.initialPermanence = reader.initialPermanence
    parameters.connectedPermanence = reader.connectedPermanence
    parameters.minThreshold = Int(reader.minThreshold)
    parameters.maxNewSynapseCount = Int(reader.maxNewSynapseCount)
    parameters.permanenceIncrement = reader.permanenceIncrement
    parameters.permanenceDecrement = reader.permanenceDecrement
    parameters.predictedSegmentDecrement = reader.predictedSegmentDecrement
    parameters.maxSegmentsPerCell = Int(reader.maxSegmentsPerCell)
    parameters.maxSynapsesPerSegment = Int(reader.maxSynapsesPerSegment)
    parameters.checkInputs = reader.checkInputs
    return parameters
  }

  private mutating func readCells(_ reader: TemporalMemoryProto.Reader) throws {
    active = try cells(reader.activeCells, "activeCells")
    winners = try cells(reader.winnerCells, "winnerCells")
  }

  private func cells(
    _ list: List<UInt32>.Reader, _ field: String
  ) throws(HTMError) -> [UInt32] {
    var last = -1
    for cell in list {
      guard Int(cell) > last, Int(cell) < numCells else {
        throw .state(
          "TemporalMemoryProto.\(field)",
          "\(cell) after \(last) is not an ascending cell below \(numCells)")
      }
      last = Int(cell)
    }
    return Array(list)
  }

  private mutating func readSegments(_ reader: TemporalMemoryProto.Reader) throws {
    activeSegmentList = try segments(reader.activeSegments, "activeSegments")
    matchingSegmentList = try segments(reader.matchingSegments, "matchingSegments")
    for (index, entry) in try reader.numActivePotentialSynapsesForSegment.enumerated() {
      let field = "numActivePotentialSynapsesForSegment[\(index)]"
      guard let segment = try segment(entry.cell, entry.idxOnCell, field) else { continue }
      // NuPIC's Python writes zeros for the first segment of cell 0 in the place of each that is
      // gone, so the larger number is the segment's own.
      activity[segment].potential = max(activity[segment].potential, entry.number)
    }
    for (index, entry) in try reader.lastUsedIterationForSegment.enumerated() {
      let field = "lastUsedIterationForSegment[\(index)]"
      guard let segment = try segment(entry.cell, entry.idxOnCell, field) else { continue }
      lastUsed[segment] = max(lastUsed[segment], entry.number)
    }
    excited = activity.indices.filter { activity[$0].potential > 0 }.map { UInt32($0) }
  }

  /// The segment of an entry, or nil for one that is gone: NuPIC's files have such entries.
  private func segment(
    _ cell: UInt32, _ index: UInt32, _ field: @autoclosure () -> String
  ) throws(HTMError) -> Int? {
    guard Int(cell) < numCells else {
      throw .state(
        "TemporalMemoryProto.\(field()).cell", "there is no cell \(cell) among \(numCells)")
    }
    return connections.segment(Int(cell), Int(index))
  }

  private func segments(
    _ list: List<TemporalMemoryProto.SegmentPath>.Reader, _ field: String
  ) throws(HTMError) -> [UInt32] {
    var last = (cell: -1, index: -1)
    var segments: [UInt32] = []
    for (index, path) in list.enumerated() {
      let next = (cell: Int(path.cell), index: Int(path.idxOnCell))
      guard next > last, let segment = connections.segment(next.cell, next.index) else {
        throw .state(
          "TemporalMemoryProto.\(field)[\(index)]",
          "the segment \(next.index) of cell \(next.cell) is not there, or not in ascending order")
      }
      last = next
      segments.append(UInt32(truncatingIfNeeded: segment))
    }
    return segments
  }
}
