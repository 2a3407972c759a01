import Foundation
import HTM
import Stowage
import Testing

/// A memory that was saved and loaded goes on as the one that was not.
struct TemporalMemoryResumeTests {
  @Test(arguments: 1...20)
  func aLoadedMemoryGoesOnAsTheSavedOne(_ seed: UInt64) throws {
    var random = Random(seed: seed)
    var original = try TemporalMemory(.random(&random))
    let patterns = patterns(&random, original.numColumns)
    for step in 0..<120 { try advance(&original, step, patterns, seed) }
    var loaded = try TemporalMemory.read(
      Message(bytes(original)).root(TemporalMemoryProto.self))
    for step in 120..<240 {
      try advance(&original, step, patterns, seed)
      try advance(&loaded, step, patterns, seed)
      try #require(original.activeCells == loaded.activeCells, "step \(step)")
      try #require(original.winnerCells == loaded.winnerCells, "step \(step)")
      try #require(original.activeSegments == loaded.activeSegments, "step \(step)")
      try #require(original.matchingSegments == loaded.matchingSegments, "step \(step)")
    }
    #expect(try bytes(original) == bytes(loaded))
  }

  @Test func ahundredRoundsOfSaveAndLoadChangeNoByte() throws {
    var random = Random(seed: 3)
    var memory = try TemporalMemory(.random(&random))
    let patterns = patterns(&random, memory.numColumns)
    for step in 0..<200 { try advance(&memory, step, patterns, 3) }
    #expect(memory.connections.numSynapses > 100)
    let (first, firstPacked) = (try bytes(memory), try packed(memory))
    for _ in 0..<100 {
      memory = try TemporalMemory.read(
        Message(packed: packed(memory)).root(TemporalMemoryProto.self))
    }
    #expect(try bytes(memory) == first)
    #expect(try packed(memory) == firstPacked)
  }

  @Test(arguments: [true, false])
  func filesOnHandlesHoldOneAfterAnother(_ isPacked: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "model.data")
    try Data().write(to: file)
    var random = Random(seed: 9)
    var memories: [TemporalMemory] = []
    for _ in 0..<3 {
      var memory = try TemporalMemory(.random(&random))
      let patterns = patterns(&random, memory.numColumns)
      for step in 0..<30 { try advance(&memory, step, patterns, 5) }
      memories.append(memory)
    }
    let output = try FileHandle(forWritingTo: file)
    for memory in memories { try memory.writeToFile(output, packed: isPacked) }
    try output.close()
    let input = try FileHandle(forReadingFrom: file)
    for memory in memories {
      let loaded = try TemporalMemory.readFromFile(input, packed: isPacked)
      #expect(try bytes(loaded) == bytes(memory))
    }
    #expect(throws: (any Error).self) {
      try TemporalMemory.readFromFile(input, packed: isPacked)
    }
  }

  private func patterns(_ random: inout Random, _ columns: Int) -> [[Int]] {
    (0..<12).map { _ in
      random.sample(Array(0..<columns), 1 + Int(random.getUInt32(UInt32(columns / 4))))
    }
  }

  private func advance(
    _ memory: inout TemporalMemory, _ step: Int, _ patterns: [[Int]], _ seed: UInt64
  ) throws {
    if step % 37 == 36 { memory.reset() }
    // A pattern that does not repeat now and then, so that predictions fail and columns burst.
    let pattern = step % 11 == 10 ? (step &* 7 + Int(seed)) % 12 : step % 12
    try memory.compute(activeColumns: patterns[pattern], learn: step % 5 != 4)
  }

  private func bytes(_ memory: TemporalMemory) throws -> Data { try message(memory).bytes() }

  private func packed(_ memory: TemporalMemory) throws -> Data { try message(memory).packedBytes() }

  private func message(_ memory: TemporalMemory) throws -> MessageBuilder {
    let message = MessageBuilder()
    try memory.write(message.initRoot(TemporalMemoryProto.self))
    return message
  }
}

extension TemporalMemory.Parameters {
  /// Small ones, with limits that are met soon.
  static func random(_ random: inout Random) -> Self {
    var parameters = Self()
    parameters.columnDimensions =
      [
        [24], [4, 9], [2, 3, 6],
      ][Int(random.getUInt32(3))]
    parameters.cellsPerColumn = 1 + Int(random.getUInt32(6))
    parameters.activationThreshold = 1 + Int(random.getUInt32(4))
    parameters.minThreshold = 1 + Int(random.getUInt32(UInt32(parameters.activationThreshold)))
    parameters.initialPermanence = Float(0.1 + 0.5 * random.getReal64())
    parameters.connectedPermanence = Float(0.2 + 0.4 * random.getReal64())
    parameters.maxNewSynapseCount = 2 + Int(random.getUInt32(8))
    parameters.permanenceIncrement = Float(0.2 * random.getReal64())
    parameters.permanenceDecrement = Float(0.2 * random.getReal64())
    parameters.predictedSegmentDecrement = Float(0.1 * random.getReal64())
    parameters.maxSegmentsPerCell = 1 + Int(random.getUInt32(4))
    parameters.maxSynapsesPerSegment = 2 + Int(random.getUInt32(10))
    parameters.seed = UInt64(1 + random.getUInt32(1000))
    return parameters
  }
}
