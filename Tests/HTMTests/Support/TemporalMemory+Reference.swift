import HTM
import Testing

extension TemporalMemory.Parameters {
  init(_ reference: Reference) throws {
    self.init()
    columnDimensions = try reference["columnDimensions"].ints
    cellsPerColumn = try reference["cellsPerColumn"].int
    activationThreshold = try reference["activationThreshold"].int
    initialPermanence = try reference["initialPermanence"].float
    connectedPermanence = try reference["connectedPermanence"].float
    minThreshold = try reference["minThreshold"].int
    maxNewSynapseCount = try reference["maxNewSynapseCount"].int
    permanenceIncrement = try reference["permanenceIncrement"].float
    permanenceDecrement = try reference["permanenceDecrement"].float
    predictedSegmentDecrement = try reference["predictedSegmentDecrement"].float
    seed = UInt64(try reference["seed"].int)
    maxSegmentsPerCell = try reference["maxSegmentsPerCell"].int
    maxSynapsesPerSegment = try reference["maxSynapsesPerSegment"].int
  }
}

extension TemporalMemory {
  /// Compares the state with what NuPIC's own functions showed.
  func expect(_ state: Reference) throws {
    #expect(activeCells == (try state["activeCells"].ints))
    #expect(winnerCells == (try state["winnerCells"].ints))
    #expect(predictiveCells == (try state["predictiveCells"].ints))
    #expect(try activeSegments == paths(state["activeSegments"]))
    #expect(try matchingSegments == paths(state["matchingSegments"]))
    #expect(connections.numSegments == (try state["numSegments"].int))
    #expect(connections.numSynapses == (try state["numSynapses"].int))
    if state.has("iteration") { #expect(Int(iteration) == (try state["iteration"].int)) }
    try connections.expect(state["connections"])
  }

  private func paths(_ reference: Reference) throws -> [SegmentPath] {
    try reference.items.map { SegmentPath(cell: try $0[0].int, indexOnCell: try $0[1].int) }
  }
}

extension Connections {
  /// Compares the synapses of all cells that have some with what NuPIC's own functions showed.
  ///
  /// NuPIC's Python has permanences in double precision, which come from its files in single: the
  /// last digit may differ.
  func expect(_ cells: Reference) throws {
    var expected: [Int: Reference] = [:]
    for cell in try cells.items { expected[try cell["cell"].int] = try cell["segments"] }
    for cell in 0..<numCells {
      let ours = segments(ofCell: cell).map { synapses(of: $0) }
      let theirs = try expected[cell]?.items ?? []
      try #require(ours.count == theirs.count, "cell \(cell)")
      for (ours, theirs) in zip(ours, theirs) {
        let theirs = try theirs.items
        #expect(ours.map { Int($0.presynapticCell) } == (try theirs.map { try $0[0].int }))
        let permanences = try theirs.map { try $0[1].float }
        #expect(zip(ours, permanences).allSatisfy { abs($0.permanence - $1) <= 3e-7 })
      }
    }
  }
}
