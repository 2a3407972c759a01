import HTM
import Stowage
import Testing

struct TemporalMemorySettingsTests {
  private func trained(_ change: (inout TemporalMemory.Parameters) -> Void = { _ in }) throws
    -> TemporalMemory
  {
    var memory = try TemporalMemory(columnDimensions: [24], cellsPerColumn: 4) {
      $0.activationThreshold = 2
      $0.minThreshold = 1
      change(&$0)
    }
    for step in 0..<60 {
      try memory.compute(activeColumns: [[0, 3, 8], [1, 2, 5, 9], [4, 7, 20]][step % 3])
    }
    return memory
  }

  /// A memory with other parameters goes on as one that was saved with them and loaded.
  @Test func changesCountAsIfTheyHadBeenLoaded() throws {
    var memory = try trained()
    try memory.updateParameters {
      $0.connectedPermanence = 0.9
      $0.activationThreshold = 1
      $0.predictedSegmentDecrement = 0.05
      $0.maxNewSynapseCount = 3
    }
    let message = MessageBuilder()
    try memory.write(message.initRoot(TemporalMemoryProto.self))
    var loaded = try TemporalMemory.read(Message(message.bytes()).root(TemporalMemoryProto.self))
    #expect(loaded.parameters == memory.parameters)
    for step in 0..<60 {
      let columns = [[0, 3, 8], [1, 2, 5], [4, 7, 20], [6]][step % 4]
      try memory.compute(activeColumns: columns)
      try loaded.compute(activeColumns: columns)
      try #require(memory.activeCells == loaded.activeCells)
      try #require(memory.activeSegments == loaded.activeSegments)
    }
  }

  @Test func aHigherThresholdLeavesFewerSegmentsActive() throws {
    var memory = try trained()
    memory.activateDendrites(learn: false)
    #expect(!memory.activeSegments.isEmpty)
    try memory.updateParameters { $0.activationThreshold = 100 }
    memory.activateDendrites(learn: false)
    #expect(memory.activeSegments.isEmpty && !memory.matchingSegments.isEmpty)
  }

  @Test func whatCannotBeIsRefused() throws {
    var memory = try trained()
    let before = memory.parameters
    let changes: [(inout TemporalMemory.Parameters) -> Void] = [
      { $0.columnDimensions = [25] }, { $0.cellsPerColumn = 5 }, { $0.seed = 7 },
      { $0.permanenceIncrement = .nan }, { $0.maxSynapsesPerSegment = 0 },
    ]
    for change in changes {
      #expect(throws: HTMError.self) { try memory.updateParameters(change) }
      #expect(memory.parameters == before)
    }
  }

  @Test func anotherSeedIsAnotherGenerator() throws {
    var memory = try trained()
    memory.setSeed(9)
    #expect(memory.random == Random(seed: 9))
    #expect(memory.parameters.seed == 9)
  }
}
