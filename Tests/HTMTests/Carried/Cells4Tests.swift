import Foundation
import HTM
import Stowage
import Testing

/// The cells of the backtracking temporal memory in C++ are carried whole.
struct Cells4Tests {
  private static func bytes() throws -> Data { try Reference.bytes("cells4/cells4.bin") }

  private func read(_ message: Message) throws -> Cells4 {
    try Cells4.read(message.root(Cells4Proto.self))
  }

  private func cells() throws -> Cells4 { try read(Message(Self.bytes())) }

  @Test func everyFieldIsAsNuPICSaysIt() throws {
    let cells = try cells()
    let expected = try Reference("cells4/expected.json")
    let count = try expectEqual(cells.state, expected["proto"], except: ["cells"])
    #expect(count > 100)
    try Self.expect(cells, expected["segments"])
  }

  static func expect(_ cells: Cells4, _ expected: Reference) throws {
    let width = Int(cells.nCellsPerCol)
    var (segments, synapses) = (0, 0)
    for place in try expected.items {
      let (column, cell) = (try place["col"].int, try place["cell"].int)
      let ours = cells.segments(column: column, cell: cell).filter { !$0.synapses.isEmpty }
      let theirs = try place["segments"].items
      try #require(ours.count == theirs.count)
      for (own, their) in zip(ours, theirs) {
        let head = try their[0]
        #expect(own.seqSegFlag == (try head[1].bool))
        #expect(own.positiveActivations == UInt32(try head[2].int))
        #expect(own.totalActivations == UInt32(try head[3].int))
        #expect(own.lastActiveIteration == UInt32(try head[4].int))
        #expect(own.lastPosDutyCycle == (try head[5].float))
        #expect(own.lastPosDutyCycleIteration == UInt32(try head[6].int))
        let list = try their.items.dropFirst()
        try #require(own.synapses.count == list.count)
        for (synapse, expected) in zip(own.synapses, list) {
          let source = try expected[0].int * width + expected[1].int
          #expect(synapse.srcCellIdx == UInt32(source))
          #expect(synapse.permanence == (try expected[2].float))
        }
        synapses += own.synapses.count
      }
      segments += ours.count
    }
    #expect(segments > 50)
    #expect(cells.numSegments == segments)
    #expect(cells.numSynapses == synapses)
  }

  @Test func statesShowTheirCells() throws {
    let cells = try cells()
    let expected = try Reference("cells4/expected.json")["proto"]
    #expect(cells.numCells == 192)
    #expect(
      cells.cellsOn(\.learnActiveStateT) == (try expected["learnActiveStateT"]["cellsOn"].ints))
    #expect(cells.cellsOn(\.infActiveStateT) == [])
    #expect(try cells.random == Random.read(cells.rngMessage()))
  }

  @Test func cellsMayOwnTheStatesOfInference() throws {
    let bytes = try Reference.bytes("cells4_own_states/cells4.bin")
    let cells = try read(Message(bytes))
    #expect(cells.ownsMemory)
    #expect(cells.cellsOn(\.learnActiveStateT) == [14, 38, 43])
    #expect(cells.cellsOn(\.infActiveStateT).count == 6)
    #expect(cells.infActiveStateT?.cellsOn == [])
    #expect(cells.cellConfidenceT.count == 48)
    #expect(cells.colConfidenceT1.count == 12)
  }

  @Test func whatIsSetIsWritten() throws {
    var cells = try cells()
    cells.pamLength = 17
    cells.cells[3].segments[0].synapses[0].permanence = -0.0
    // This list was not there.
    cells.cellConfidenceT = [Float](repeating: 0.5, count: 192)
    let message = MessageBuilder()
    try cells.write(message.initRoot(Cells4Proto.self))
    let again = try read(Message(message.bytes()))
    #expect(again == cells)
    #expect(again.pamLength == 17)
    #expect(again.cells.count == 192)
    #expect(again.segments(ofCell: 3)[0].synapses[0].permanence.sign == .minus)
  }

  @Test func coded() throws {
    let cells = try cells()
    let data = try JSONEncoder().encode(cells)
    let again = try JSONDecoder().decode(Cells4.self, from: data)
    #expect(again == cells)
    let (old, new) = (MessageBuilder(), MessageBuilder())
    try cells.write(old.initRoot(Cells4Proto.self))
    try again.write(new.initRoot(Cells4Proto.self))
    #expect(
      try old.root(Cells4Proto.self).asReader.canonicalBytes()
        == new.root(Cells4Proto.self).asReader.canonicalBytes())
  }

  @Test func everyBitOfANumberIsKept() throws {
    let patterns: [UInt32] = [0x8000_0000, 0x7fc0_1234, 0xffc0_0001, 0x7fa0_5678, 1]
    let message = try MessageBuilder.changing(Self.bytes(), Cells4Proto.self) { builder in
      let synapses = try builder.cells[3].segments[0].synapses
      for (index, pattern) in patterns.enumerated() {
        synapses[index].permanence = Float(bitPattern: pattern)
      }
    }
    let form = try message.root(Cells4Proto.self).canonicalBytes()
    let builder = MessageBuilder()
    try read(message).write(builder.initRoot(Cells4Proto.self))
    #expect(try builder.root(Cells4Proto.self).asReader.canonicalBytes() == form)
  }

  // NuPIC 1.0.0 did not write the patterns, and leaves out the states of inference.
  @Test func whatIsNotThereIsNotWritten() throws {
    let message = try MessageBuilder.changing(Self.bytes(), Cells4Proto.self) { builder in
      try builder.clearPrevInfPatterns()
      try builder.clearPrevLrnPatterns()
      try builder.initColConfidenceT(count: 0)
      try builder.learnActiveStateT.initCellsOn(count: 0)
      try builder.learnActiveStateT.countOn = 0
      try builder.learnActiveStateT1.clearCellsOn()
      try builder.learnActiveStateT1.countOn = 0
    }
    let builder = MessageBuilder()
    try read(message).write(builder.initRoot(Cells4Proto.self))
    let again = try Message(builder.bytes()).root(Cells4Proto.self)
    #expect(try again.canonicalBytes() == message.root(Cells4Proto.self).canonicalBytes())
    #expect(!again.hasPrevInfPatterns && !again.hasCellConfidenceT && again.hasColConfidenceT)
    #expect(try again.learnActiveStateT.hasCellsOn && !again.learnActiveStateT1.hasCellsOn)
  }

  // Three million cells that take no memory were copied before they were counted.
  @Test func cellsOfNoSizeAreCountedFirst() throws {
    let find = Reference.fixtures.appending(
      path: "../../Fuzz/Corpus/nupic/find-timeout-49d64d5fdfd4")
    // The first byte chooses the type. The limit is enough for looking at the cells, and not for
    // copying them.
    let bytes = Data(try Data(contentsOf: find).dropFirst())
    let message = try Message(bytes, options: ReaderOptions(traversalLimit: .bytes(1 << 25)))
    let error = try #require(throws: HTMError.self) { try read(message) }
    #expect(error.path == "Cells4Proto.cells")
  }

  @Test(arguments: Hostile.cells4)
  func damagedStatesAreErrors(_ hostile: Hostile<Cells4Proto>) throws {
    let message = try MessageBuilder.changing(
      Self.bytes(), Cells4Proto.self, hostile.change)
    let error = try #require(throws: HTMError.self) { try read(message) }
    #expect(error.path == "Cells4Proto" + hostile.path)
    #expect(error.code == .invalidState)
    // What cannot be read cannot be written either.
    let state = try Cells4Proto.Value(message.root(Cells4Proto.self))
    #expect(throws: error) { try Cells4(state: state) }
    var cells = try cells()
    cells.state = state
    #expect(throws: error) { try cells.write(MessageBuilder().initRoot(Cells4Proto.self)) }
  }
}

/// A change that makes a file one that cannot be, and the path of the error.
struct Hostile<Struct: StructType>: Sendable, CustomTestStringConvertible {
  let path: String
  let change: @Sendable (Struct.Builder) throws -> Void

  init(_ path: String, _ change: @escaping @Sendable (Struct.Builder) throws -> Void) {
    self.path = path
    self.change = change
  }

  var testDescription: String { path }
}

extension Hostile<Cells4Proto> {
  static var cells4: [Hostile] {
    [
      Hostile(".version") { $0.version = 1 },
      Hostile(".rng") { try $0._raw.clear(at: 0) },
      Hostile(".rng.impl") { try $0.rng.impl.fptr = 31 },
      Hostile(".rng.impl") { try $0.rng.impl.rptr = .max },
      Hostile(".rng.impl") { try $0.rng.impl.state[0] = -1 },
      Hostile(".cells") { $0.nColumns = 49 },
      Hostile(".cells") { $0.nCellsPerCol = .max },
      Hostile(".cells") { try $0.initCells(count: 0) },
      Hostile(".learnActiveStateT.pData") { try $0.learnActiveStateT.setPData([1, 2]) },
      Hostile(".learnPredictedStateT1.pData") { try $0.learnPredictedStateT1.clearPData() },
      Hostile(".infActiveStateT.pData") { try $0.initInfActiveStateT().setPData([1]) },
      Hostile(".learnActiveStateT1.cellsOn[2]") { try $0.learnActiveStateT1.cellsOn[2] = 192 },
      Hostile(".learnActiveStateT1.cellsOn") { try $0.learnActiveStateT1.countOn = 7 },
      Hostile(".cellConfidenceT") { try $0.setCellConfidenceT([0.5]) },
      Hostile(".cellConfidenceT1") { try $0.setCellConfidenceT1([0.5]) },
      Hostile(".colConfidenceT") { try $0.setColConfidenceT([0.5]) },
      Hostile(".colConfidenceT1") { try $0.setColConfidenceT1([0.5]) },
      Hostile(".prevInfPatterns[0][0]") {
        try $0.initPrevInfPatterns(count: 1).initialize(0, count: 1)[0] = 48
      },
      Hostile(".prevLrnPatterns[1][3]") { try $0.prevLrnPatterns[1][3] = .max },
      Hostile(".cells[3].segments[0].synapses[5].srcCellIdx") {
        try $0.cells[3].segments[0].synapses[5].srcCellIdx = 192
      },
      Hostile(".segmentUpdates[2].cellIdx") { try $0.segmentUpdates[2].cellIdx = 192 },
      Hostile(".segmentUpdates[2].segIdx") { try $0.segmentUpdates[2].segIdx = 4 },
      Hostile(".segmentUpdates[0].synapses[1]") { try $0.segmentUpdates[0].synapses[1] = 500 },
    ]
  }
}

extension Cells4 {
  fileprivate func rngMessage() throws -> RandomProto.Reader {
    let message = MessageBuilder()
    try #require(state.rng).write(to: message.initRoot(RandomProto.self))
    return try Message(message.bytes()).root(RandomProto.self)
  }
}
