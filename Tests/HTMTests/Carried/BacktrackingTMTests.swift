import Foundation
import HTM
import Stowage
import Testing

/// The backtracking temporal memories are carried whole.
struct BacktrackingTMTests {
  private static let python = "backtracking_tm_py_after_reset"
  private static let cpp = "backtracking_tm_cpp_mid_learn"

  private func python() throws -> BacktrackingTM {
    try BacktrackingTM.read(
      Message(Reference.bytes("\(Self.python)/tm.bin")).root(BacktrackingTMProto.self))
  }

  private func cpp() throws -> BacktrackingTMCPP {
    try BacktrackingTMCPP.read(
      Message(Reference.bytes("\(Self.cpp)/tm.bin")).root(BacktrackingTMCppProto.self))
  }

  @Test func theOneInPythonIsAsNuPICSaysIt() throws {
    let memory = try python()
    let expected = try Reference("\(Self.python)/expected.json")["state_before_save"]
    try Self.expect(memory, expected)
    #expect(memory.numSegments == (try expected["numSegments"].int))
    #expect(memory.numSynapses == (try expected["numSynapses"].int))
    #expect(memory.segmentUpdates.count == (try expected["segmentUpdates_len"].int))
    #expect(memory.inputDensity == (try expected["avgInputDensity"].number))
    for place in try expected["segments"].items {
      let ours = memory.segments(column: try place["col"].int, cell: try place["cell"].int)
      let theirs = try place["segments"].items
      try #require(ours.count == theirs.count)
      for (own, their) in zip(ours, theirs) { try Self.expect(own, their) }
    }
  }

  @Test func numbersOfEightBytesAreExact() throws {
    let bytes = try Reference.bytes("\(Self.python)/expected.json")
    let memory = try python()
    var count = 0
    for place in try JSONDecoder().decode(Expected.self, from: bytes).state.segments {
      let ours = memory.segments(column: place.col, cell: place.cell)
      #expect(ours.map(\.lastPosDutyCycle) == place.segments.map { $0[0][5].value })
      count += ours.count
    }
    #expect(count == memory.numSegments)
  }

  private struct Expected: Decodable {
    var state: State

    enum CodingKeys: String, CodingKey {
      case state = "state_before_save"
    }

    struct State: Decodable {
      var segments: [Place]
    }

    struct Place: Decodable {
      var col: Int
      var cell: Int
      var segments: [[[Number]]]
    }

    struct Number: Decodable {
      var value: Double

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        value = (try? container.decode(Double.self)) ?? 0
      }
    }
  }

  private static func expect(_ own: BacktrackingTM.Segment, _ their: Reference) throws {
    let head = try their[0]
    #expect(own.segID == UInt32(try head[0].int))
    #expect(own.isSequenceSeg == (try head[1].bool))
    #expect(own.positiveActivations == UInt32(try head[2].int))
    #expect(own.totalActivations == UInt32(try head[3].int))
    #expect(own.lastActiveIteration == UInt32(try head[4].int))
    // On Linux Foundation reads some numbers of 17 digits a unit or two off: see below.
    #expect(Float(own.lastPosDutyCycle) == (try head[5].float))
    #expect(own.lastPosDutyCycleIteration == UInt32(try head[6].int))
    let list = try their.items.dropFirst()
    try #require(own.synapses.count == list.count)
    for (synapse, expected) in zip(own.synapses, list) {
      #expect(synapse.srcCellCol == UInt32(try expected[0].int))
      #expect(synapse.srcCellIdx == UInt32(try expected[1].int))
      #expect(synapse.permanence == (try expected[2].float))
    }
  }

  @Test func theOneInCPPIsAsNuPICSaysIt() throws {
    let memory = try cpp()
    let expected = try Reference("\(Self.cpp)/expected.json")["state_before_save"]
    try Self.expect(memory.base, expected)
    #expect(memory.base.numSegments == 0)
    #expect(memory.base.inputDensity == nil)
    #expect(memory.cells4.numSegments == (try expected["numSegments"].int))
    try Cells4Tests.expect(memory.cells4, expected["segments"])
    #expect(memory.cells4.segmentUpdates.count == 6)
    #expect(memory.seed == 42)
    let arguments = try JSONSerialization.jsonObject(with: Data(memory.initArgs.utf8))
    #expect((arguments as? [String: Any])?["numberOfCols"] as? Int == 48)
    #expect(memory.segments(column: 0, cell: 3).count == 1)
  }

  private static func expect(_ memory: BacktrackingTM, _ expected: Reference) throws {
    // The plain parameters, whose names are those of the schema.
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(memory.state))
    let names = try #require(json as? [String: Any]).keys
    let others = Set(try expected.fields.keys).subtracting(names)
    let count = try expectEqual(
      memory.state, expected, except: others.union(["avgInputDensity"]))
    #expect(count >= 30)
    #expect(memory.avgLearnedSeqLength == (try expected["avgLearnedSeqLength"].number))
    let moments = ["t": "T", "t-1": "T1", "candidate": "Candidate", "backup": "Backup"]
    var compared = 0
    for (key, value) in try expected.fields {
      let parts = key.split { "[]".contains($0) }
      guard parts.count > 1, let moment = moments[String(parts[1])] else { continue }
      let name = String(parts[0]) + moment
      if let path = confidences[name] {
        #expect(memory.state[keyPath: path].count == 48)
        _ = try expectEqual(memory.state[keyPath: path], value)
      } else if let path = columnConfidences[name] {
        #expect(memory.state[keyPath: path] == (try value.floats), "\(name)")
      } else {
        let path = try #require(states[name], "\(name)")
        let theirs = try value.items.map { try $0.ints }
        #expect(memory.cellsOn(path).map { [$0.column, $0.cell] } == theirs, "\(name)")
      }
      compared += 1
    }
    #expect(compared == 18)
    let output = try #require(memory.output)
    let on = output.indices.flatMap { column in
      output[column].indices.filter { output[column][$0] }.map { [column, $0] }
    }
    #expect(on == (try expected["currentOutput_nonzero"].items.map { try $0.ints }))
  }

  private typealias State = BacktrackingTMProto.Value

  private static var confidences: [String: KeyPath<State, [[Float]]>] {
    [
      "cellConfidenceT": \.cellConfidenceT, "cellConfidenceT1": \.cellConfidenceT1,
      "cellConfidenceCandidate": \.cellConfidenceCandidate,
    ]
  }

  private static var columnConfidences: [String: KeyPath<State, [Float]>] {
    [
      "colConfidenceT": \.colConfidenceT, "colConfidenceT1": \.colConfidenceT1,
      "colConfidenceCandidate": \.colConfidenceCandidate,
    ]
  }

  private static var states: [String: KeyPath<State, [[Int8]]>] {
    [
      "lrnActiveStateT": \.lrnActiveStateT, "lrnActiveStateT1": \.lrnActiveStateT1,
      "infActiveStateT": \.infActiveStateT, "infActiveStateT1": \.infActiveStateT1,
      "infActiveStateBackup": \.infActiveStateBackup,
      "infActiveStateCandidate": \.infActiveStateCandidate,
      "lrnPredictedStateT": \.lrnPredictedStateT, "lrnPredictedStateT1": \.lrnPredictedStateT1,
      "infPredictedStateT": \.infPredictedStateT, "infPredictedStateT1": \.infPredictedStateT1,
      "infPredictedStateBackup": \.infPredictedStateBackup,
      "infPredictedStateCandidate": \.infPredictedStateCandidate,
    ]
  }

  @Test func beforeTheFirstStepThereIsNoOutput() throws {
    let file = try Message(Reference.bytes("backtracking_tm_cpp_fresh/tm.bin"))
    let memory = try BacktrackingTMCPP.read(file.root(BacktrackingTMCppProto.self))
    #expect(memory.base.output == nil)
    #expect(memory.cells4.numSegments == 0)
    #expect(memory.cells4.numCells == 36)
  }

  @Test func theMembersOfTheOutputAreKeptApart() throws {
    var memory = try python()
    memory.output = nil
    let message = MessageBuilder()
    try memory.write(message.initRoot(BacktrackingTMProto.self))
    let reader = try Message(message.bytes()).root(BacktrackingTMProto.self)
    #expect(reader.currentOutput.tag == .none)
    let again = try BacktrackingTM.read(reader)
    #expect(again.output == nil)
    #expect(again == memory)
    memory.inputDensity = nil
    #expect(memory.avgInputDensity == -1)
    memory.inputDensity = 0.5
    #expect(memory.avgInputDensity == 0.5)
  }

  // Nothing in the reference has any, as NuPIC empties them on each reset.
  @Test func updatesAreKept() throws {
    let bytes = try Reference.bytes("\(Self.python)/tm.bin")
    let message = try MessageBuilder.changing(bytes, BacktrackingTMProto.self, Self.update)
    let memory = try BacktrackingTM.read(message.root(BacktrackingTMProto.self))
    #expect(memory.segmentUpdates.count == 2)
    let builder = MessageBuilder()
    try memory.write(builder.initRoot(BacktrackingTMProto.self))
    #expect(
      try builder.root(BacktrackingTMProto.self).asReader.canonicalBytes()
        == message.root(BacktrackingTMProto.self).canonicalBytes())
  }

  static let update: @Sendable (BacktrackingTMProto.Builder) throws -> Void = { builder in
    let cells = try builder.initSegmentUpdates(count: 2)
    cells[0].columnIdx = 47
    cells[0].cellIdx = 3
    try cells[1].initSegmentUpdates(count: 0)
    let wrappers = try cells[0].initSegmentUpdates(count: 3)
    wrappers[0].lrnIterationIdx = 5
    let update = try wrappers[1].initSegmentUpdate()
    update.columnIdx = 3
    update.weaklyPredicting = true
    try update.setActiveSynapses([3, 2, 1])
    let segment = try update.initSegment()
    segment.lastPosDutyCycle = .leastNonzeroMagnitude
    try segment.initSynapses(count: 2)[1].srcCellIdx = 3
    let empty = try wrappers[2].initSegmentUpdate()
    try empty.initActiveSynapses(count: 0)
    try empty.initSegment().initSynapses(count: 0)
  }

  @Test(arguments: Hostile.backtracking)
  func damagedStatesAreErrors(_ hostile: Hostile<BacktrackingTMProto>) throws {
    let bytes = try Reference.bytes("\(Self.python)/tm.bin")
    let message = try MessageBuilder.changing(bytes, BacktrackingTMProto.self) { builder in
      try Self.update(builder)
      try hostile.change(builder)
    }
    let reader = try message.root(BacktrackingTMProto.self)
    let error = try #require(throws: HTMError.self) { try BacktrackingTM.read(reader) }
    #expect(error.path == "BacktrackingTMProto" + hostile.path)
    var memory = try python()
    memory.state = try BacktrackingTMProto.Value(reader)
    #expect(throws: error) {
      try memory.write(MessageBuilder().initRoot(BacktrackingTMProto.self))
    }
    // The same inside of the one in C++ tells the way there.
    let whole = MessageBuilder()
    let root = try whole.initRoot(BacktrackingTMCppProto.self)
    try cpp().write(root)
    try root.setBaseTM(reader)
    let outer = try #require(throws: HTMError.self) {
      try BacktrackingTMCPP.read(Message(whole.bytes()).root(BacktrackingTMCppProto.self))
    }
    #expect(outer.path == "BacktrackingTMCppProto.baseTM" + hostile.path)
    #expect(outer.message == error.message)
  }

  @Test(arguments: Hostile.backtrackingCPP)
  func partsThatDisagreeAreErrors(_ hostile: Hostile<BacktrackingTMCppProto>) throws {
    let bytes = try Reference.bytes("\(Self.cpp)/tm.bin")
    let message = try MessageBuilder.changing(
      bytes, BacktrackingTMCppProto.self, hostile.change)
    let error = try #require(throws: HTMError.self) {
      try BacktrackingTMCPP.read(message.root(BacktrackingTMCppProto.self))
    }
    #expect(error.path == "BacktrackingTMCppProto" + hostile.path)
  }

  @Test func textThatIsNotThereIsNotWritten() throws {
    let bytes = try Reference.bytes("\(Self.cpp)/tm.bin")
    for isThere in [true, false] {
      let message = try MessageBuilder.changing(bytes, BacktrackingTMCppProto.self) { builder in
        if isThere { try builder.setInitArgs("") } else { try builder.clearInitArgs() }
        if isThere {
          try builder.baseTM.clearOutputType()
        } else {
          try builder.baseTM.setOutputType("")
        }
      }
      let reader = try message.root(BacktrackingTMCppProto.self)
      var memory = try BacktrackingTMCPP.read(reader)
      let builder = MessageBuilder()
      try memory.write(builder.initRoot(BacktrackingTMCppProto.self))
      #expect(
        try builder.root(BacktrackingTMCppProto.self).asReader.canonicalBytes()
          == reader.canonicalBytes())
      memory.initArgs = "{}"
      let again = try memory.written()
      #expect(again == memory)
    }
  }

  @Test func coded() throws {
    let memory = try cpp()
    let data = try JSONEncoder().encode(memory)
    #expect(try JSONDecoder().decode(BacktrackingTMCPP.self, from: data) == memory)
  }
}

extension BacktrackingTMCPP {
  fileprivate func written() throws -> BacktrackingTMCPP {
    let message = MessageBuilder()
    try write(message.initRoot(BacktrackingTMCppProto.self))
    return try .read(Message(message.bytes()).root(BacktrackingTMCppProto.self))
  }
}

extension Hostile<BacktrackingTMProto> {
  private static var update: String { ".segmentUpdates[0].segmentUpdates[1].segmentUpdate" }

  static var backtracking: [Hostile] {
    [
      Hostile(".random") { try $0._raw.clear(at: 0) },
      Hostile(".random.impl") { try $0.random.impl.initState(count: 30) },
      Hostile(".cells") { $0.numberOfCols = .max },
      Hostile(".cells[0]") { $0.cellsPerColumn = 0 },
      Hostile(".cells[7]") { try $0.cells.initialize(7, count: 3) },
      Hostile(".currentOutput.list") { try $0.currentOutput.initList(count: 0) },
      Hostile(".currentOutput.list[2]") { try $0.currentOutput.list.initialize(2, count: 5) },
      Hostile(".currentOutput") { $0._raw.setScalar(9 as UInt16, at: 65) },
      Hostile(".activeColumns[1]") { try $0.setActiveColumns([47, 48]) },
      Hostile(".prevLrnPatterns[0][0]") {
        try $0.initPrevLrnPatterns(count: 1).initialize(0, count: 1)[0] = 48
      },
      Hostile(".prevInfPatterns[1][0]") {
        try $0.initPrevInfPatterns(count: 2).initialize(1, count: 1)[0] = .max
      },
      Hostile(".cells[0][3][0].synapses[5].srcCellCol") {
        try $0.cells[0][3][0].synapses[5].srcCellCol = 48
      },
      Hostile(".cells[0][3][0].synapses[5].srcCellIdx") {
        try $0.cells[0][3][0].synapses[5].srcCellIdx = 4
      },
      Hostile(".lrnActiveStateT") { try $0.initLrnActiveStateT(count: 47) },
      Hostile(".lrnActiveStateT1[1]") { try $0.lrnActiveStateT1.initialize(1, count: 3) },
      Hostile(".infActiveStateT[1]") { try $0.infActiveStateT.initialize(1, count: 3) },
      Hostile(".infActiveStateT1") { try $0.clearInfActiveStateT1() },
      Hostile(".infActiveStateBackup") { try $0.clearInfActiveStateBackup() },
      Hostile(".infActiveStateCandidate") { try $0.clearInfActiveStateCandidate() },
      Hostile(".lrnPredictedStateT") { try $0.clearLrnPredictedStateT() },
      Hostile(".lrnPredictedStateT1") { try $0.clearLrnPredictedStateT1() },
      Hostile(".infPredictedStateT") { try $0.clearInfPredictedStateT() },
      Hostile(".infPredictedStateT1") { try $0.clearInfPredictedStateT1() },
      Hostile(".infPredictedStateBackup") { try $0.clearInfPredictedStateBackup() },
      Hostile(".infPredictedStateCandidate") { try $0.clearInfPredictedStateCandidate() },
      Hostile(".cellConfidenceT[47]") { try $0.cellConfidenceT.initialize(47, count: 9) },
      Hostile(".cellConfidenceT1") { try $0.clearCellConfidenceT1() },
      Hostile(".cellConfidenceCandidate") { try $0.clearCellConfidenceCandidate() },
      Hostile(".colConfidenceT") { try $0.setColConfidenceT([1]) },
      Hostile(".colConfidenceT1") { try $0.clearColConfidenceT1() },
      Hostile(".colConfidenceCandidate") { try $0.clearColConfidenceCandidate() },
      Hostile(".segmentUpdates[0].columnIdx") { try $0.segmentUpdates[0].columnIdx = 48 },
      Hostile(".segmentUpdates[0].cellIdx") { try $0.segmentUpdates[0].cellIdx = 4 },
      Hostile("\(update).columnIdx") {
        try $0.segmentUpdates[0].segmentUpdates[1].segmentUpdate.columnIdx = 48
      },
      Hostile("\(update).cellIdx") {
        try $0.segmentUpdates[0].segmentUpdates[1].segmentUpdate.cellIdx = 4
      },
      Hostile("\(update).segment.synapses[1].srcCellIdx") {
        let update = try $0.segmentUpdates[0].segmentUpdates[1].segmentUpdate
        try update.segment.synapses[1].srcCellIdx = 4
      },
    ]
  }
}

extension Hostile<BacktrackingTMCppProto> {
  static var backtrackingCPP: [Hostile] {
    [
      Hostile(".baseTM") { try $0._raw.clear(at: 0) },
      Hostile(".cells4") { try $0._raw.clear(at: 1) },
      Hostile(".cells4.version") { try $0.cells4.version = 3 },
      // The same number of cells.
      Hostile(".cells4.nColumns") {
        try $0.cells4.nColumns = 96
        try $0.cells4.nCellsPerCol = 2
        try $0.cells4.clearPrevInfPatterns()
        try $0.cells4.clearPrevLrnPatterns()
      },
      Hostile(".cells4.rng.impl") { try $0.cells4.rng.impl.fptr = -1 },
    ]
  }
}
