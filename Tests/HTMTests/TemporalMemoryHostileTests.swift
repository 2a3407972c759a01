import Foundation
import HTM
import Stowage
import Testing

/// Whatever a file says, reading it ends in a memory that works or in an error with the place.
struct TemporalMemoryHostileTests {
  typealias Builder = TemporalMemoryProto.Builder

  static let changes: [(path: String, change: @Sendable (Builder) throws -> Void)] = [
    ("columnDimensions", { try $0.setColumnDimensions([]) }),
    ("columnDimensions", { try $0.setColumnDimensions([0]) }),
    ("columnDimensions", { try $0.setColumnDimensions([65536, 65536, 65536, 65536]) }),
    ("columnDimensions", { try $0.setColumnDimensions(Array(repeating: 1, count: 65)) }),
    ("cellsPerColumn", { $0.cellsPerColumn = 0 }),
    ("cellsPerColumn", { $0.cellsPerColumn = .max }),
    ("connections.cells", { $0.cellsPerColumn = 5 }),
    ("connections.cells", { _ = try $0.initConnections() }),
    ("initialPermanence", { $0.initialPermanence = .nan }),
    ("connectedPermanence", { $0.connectedPermanence = -0.1 }),
    ("permanenceIncrement", { $0.permanenceIncrement = .infinity }),
    ("permanenceDecrement", { $0.permanenceDecrement = 2 }),
    ("predictedSegmentDecrement", { $0.predictedSegmentDecrement = -1 }),
    ("maxNewSynapseCount", { $0.maxNewSynapseCount = .max }),
    ("maxSegmentsPerCell", { $0.maxSegmentsPerCell = 0 }),
    ("maxSynapsesPerSegment", { $0.maxSynapsesPerSegment = 0 }),
    ("activeCells", { try $0.setActiveCells([1, 1]) }),
    ("activeCells", { try $0.setActiveCells([400]) }),
    ("winnerCells", { try $0.setWinnerCells([7, 3]) }),
    ("activeSegments[0]", { try $0.initActiveSegments(count: 1)[0].idxOnCell = 9 }),
    ("activeSegments[0]", { try $0.initActiveSegments(count: 1)[0].cell = .max }),
    ("activeSegments[1]", { _ = try $0.initActiveSegments(count: 2) }),
    ("matchingSegments[0]", { try $0.initMatchingSegments(count: 1)[0].idxOnCell = .max }),
    (
      "numActivePotentialSynapsesForSegment[0].cell",
      { try $0.initNumActivePotentialSynapsesForSegment(count: 1)[0].cell = 400 }
    ),
    (
      "lastUsedIterationForSegment[0].cell",
      { try $0.initLastUsedIterationForSegment(count: 1)[0].cell = .max }
    ),
  ]

  @Test(arguments: changes.indices)
  func whatCannotBeIsRefused(_ index: Int) throws {
    let message = MessageBuilder()
    let builder = try message.initRoot(TemporalMemoryProto.self)
    try trained().write(builder)
    _ = try TemporalMemory.read(builder.asReader)
    let (path, change) = Self.changes[index]
    try change(builder)
    let error = try #require(throws: HTMError.self) { try TemporalMemory.read(builder.asReader) }
    #expect(error.path == "TemporalMemoryProto.\(path)")
    #expect(error.code == .invalidState)
  }

  @Test(arguments: [UInt32.max, 96])
  func synapsesFromNowhereAreRefused(_ cell: UInt32) throws {
    try expectSynapseRefused { $0.presynapticCell = cell }
  }

  @Test(arguments: [Float.nan, -0.5, 1.5, .infinity])
  func permanencesOutOfRangeAreRefused(_ permanence: Float) throws {
    try expectSynapseRefused { $0.permanence = permanence }
  }

  private func expectSynapseRefused(
    _ change: (ConnectionsProto.SynapseProto.Builder) -> Void
  ) throws {
    let message = MessageBuilder()
    let builder = try message.initRoot(TemporalMemoryProto.self)
    try TemporalMemory(.small).write(builder)
    change(
      try builder.connections.cells[6].initSegments(count: 1)[0].initSynapses(count: 2)[1])
    let error = try #require(throws: HTMError.self) { try TemporalMemory.read(builder.asReader) }
    #expect(error.path == "ConnectionsProto.cells[6].segments[0].synapses")
  }

  /// An untrained memory is a few bytes in canonical form, so a few bytes may also claim a huge one.
  @Test func hugeClaimsTakeNoMemoryUntilTheyAreUsed() throws {
    let message = MessageBuilder()
    let builder = try message.initRoot(TemporalMemoryProto.self)
    try TemporalMemory(.small).write(builder)
    let canonical = try builder.asReader.canonicalBytes()
    #expect(canonical.count < 600)
    let memory = try TemporalMemory.read(Message(flat: canonical).root(TemporalMemoryProto.self))
    #expect(memory.numCells == 96)
  }

  @Test func damagedFilesNeverTrap() throws {
    let message = MessageBuilder()
    try trained().write(message.initRoot(TemporalMemoryProto.self))
    let bytes = try message.bytes()
    var random = Random(seed: 11)
    var survivors = 0
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<1 + Int(random.getUInt32(3)) {
        let place = Int(random.getUInt32(UInt32(bytes.count)))
        damaged[place] =
          random.getUInt32(2) == 0
          ? UInt8(truncatingIfNeeded: random.getUInt32(256))
          : damaged[place] ^ 1 << UInt8(random.getUInt32(8))
      }
      guard var memory = try? read(damaged) else { continue }
      survivors += 1
      for columns in [[0, 3], [1, 2, 5], [0, 3]] {
        try memory.compute(activeColumns: columns.filter { $0 < memory.numColumns })
      }
      let again = MessageBuilder()
      try memory.write(again.initRoot(TemporalMemoryProto.self))
      _ = try read(again.bytes())
    }
    #expect(survivors > 100 && survivors < 1900)
  }

  @Test func columnsThatAreNotThereAreRefused() throws {
    var memory = try trained()
    let before = memory.activeCells
    for columns in [[-1], [24], [0, 1, 99]] {
      #expect(throws: HTMError.self) { try memory.compute(activeColumns: columns) }
    }
    #expect(memory.activeCells == before)
  }

  // A fuzzer found it: 2 KB that claimed millions of segments without synapses.
  @Test(.timeLimit(.minutes(20))) func claimsAreNoReasonToWork() throws {
    let find = try Data(
      contentsOf: Reference.fixtures.appending(
        path: "../../Fuzz/Corpus/nupic/find-timeout-25cf3194dac1"))
    #expect(throws: (any Error).self) { try read(Data(find.dropFirst())) }
  }

  // A fuzzer found it: with a threshold of zero all segments match, and one cell had 65,536 of them.
  @Test(.timeLimit(.minutes(20))) func manySegmentsOfACellTakeTimeInProportion() throws {
    var memory = try TemporalMemory(columnDimensions: [2], cellsPerColumn: 1) {
      $0.minThreshold = 0
      $0.maxSegmentsPerCell = 65_535
    }
    var last: Connections.Segment?
    for _ in 0..<65_535 { last = try memory.createSegment(onCell: 1) }
    try memory.createSynapse(on: #require(last), presynapticCell: 0, permanence: 0.5)
    try memory.compute(activeColumns: [0], learn: false)
    #expect(memory.matchingSegments.map(\.indexOnCell) == Array(0..<65_535))
    let message = MessageBuilder()
    try memory.write(message.initRoot(TemporalMemoryProto.self))
    let loaded = try read(message.bytes())
    #expect(loaded.matchingSegments == memory.matchingSegments)
  }

  // A fuzzer found it: where all segments of a cell come to nothing in one step, each moved all others.
  @Test(.timeLimit(.minutes(20))) func segmentsThatWitherTogetherTakeTimeInProportion() throws {
    var memory = try TemporalMemory(columnDimensions: [2], cellsPerColumn: 1) {
      $0.minThreshold = 1
      $0.maxSegmentsPerCell = 20_000
      $0.predictedSegmentDecrement = 0.01
    }
    for index in 0..<20_000 {
      let segment = try memory.createSegment(onCell: 1)
      try memory.createSynapse(
        on: segment, presynapticCell: 0, permanence: index % 9_000 == 7 ? 0.5 : 0.005)
    }
    try memory.compute(activeColumns: [0], learn: true)
    #expect(memory.matchingSegments.count == 20_000)
    try memory.compute(activeColumns: [0], learn: true)
    let segments = memory.connections.segments(ofCell: 1)
    #expect(segments.map { memory.connections.indexOnCell(of: $0) } == [0, 1, 2])
    let left = segments.flatMap(memory.connections.synapses(of:))
    #expect(left.map(\.permanence) == Array(repeating: 0.49, count: 3))
  }

  private func read(_ bytes: Data) throws -> TemporalMemory {
    try TemporalMemory.read(Message(bytes).root(TemporalMemoryProto.self))
  }

  private func trained() throws -> TemporalMemory {
    var memory = try TemporalMemory(.small)
    for step in 0..<40 {
      try memory.compute(activeColumns: [[0, 3, 8], [1, 2, 5, 9], [4, 7, 20]][step % 3])
    }
    #expect(memory.connections.numSegments > 5)
    // What the changes point to when they leave a path as it is by default.
    try memory.createSegment(onCell: 0)
    return memory
  }
}

extension TemporalMemory.Parameters {
  static var small: Self {
    var parameters = Self()
    parameters.columnDimensions = [24]
    parameters.cellsPerColumn = 4
    parameters.activationThreshold = 2
    parameters.minThreshold = 1
    return parameters
  }
}
