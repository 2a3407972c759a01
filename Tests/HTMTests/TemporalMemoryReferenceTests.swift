import Foundation
import HTM
import Stowage
import Testing

/// Files of the real NuPIC are read, and go on as they did there.
struct TemporalMemoryReferenceTests {
  static let cases = Reference.cases("tm_", "large_tm")
  static let loadable = cases.filter { !$0.contains("destroyed") }

  @Test(arguments: cases, [true, false])
  func filesAreRead(_ name: String, _ packed: Bool) throws {
    guard let memory = try Self.read(name, packed: packed) else { return }
    let expected = try Reference("\(name)/expected.json")
    guard expected.has("state_before_save") else {
      #expect(memory.connections.numSegments == (try expected["numSegments"].int))
      #expect(memory.connections.numSynapses == (try expected["numSynapses"].int))
      return
    }
    try memory.expect(expected["state_before_save"])
  }

  @Test(arguments: loadable, [true, false])
  func filesGoOn(_ name: String, _ learn: Bool) throws {
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")["probe_active_columns"].items
    let original = try #require(try Self.read(name, packed: true))
    for var memory in [original, try copied(original)] {
      let outputs = try expected["next_after_load_learn_\(learn)"].items
      for (input, output) in zip(inputs, outputs) {
        let columns = try input.ints
        if output.has("anomaly") {
          #expect(memory.anomaly(ofColumns: columns) == (try output["anomaly"].float))
        }
        try memory.compute(activeColumns: columns, learn: learn)
        #expect(memory.activeCells == (try output["activeCells"].ints))
        #expect(memory.winnerCells == (try output["winnerCells"].ints))
        #expect(memory.predictiveCells == (try output["predictiveCells"].ints))
      }
      if learn, expected.has("state_after_load_and_10_learn_true") {
        try memory.expect(expected["state_after_load_and_10_learn_true"])
      }
    }
  }

  @Test(arguments: cases.filter { !$0.contains("_py_") && !$0.hasPrefix("large") })
  func trainedFromTheSeedItIsTheSame(_ name: String) throws {
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")
    var memory = try TemporalMemory(.init(expected["params"]))
    for input in try inputs["train_active_columns"].items {
      if input.isString {
        memory.reset()
      } else {
        try memory.compute(activeColumns: input.ints)
      }
    }
    if expected.has("destroyed_cell_idx") {
      for path in try expected["destroyed_cell_idx"].items {
        let segments = memory.connections.segments(ofCell: try path[0].int)
        try memory.destroySegment(segments[path[1].int])
      }
    }
    try memory.expect(expected["state_before_save"])
  }

  @Test func goldenRunIsEqualAtEveryStep() throws {
    let golden = try Reference("htm/tm_A.json")
    var memory = try TemporalMemory(.init(golden["params"]))
    var restored: TemporalMemory?
    let inputs = try golden["inputs"].items
    let active = try golden["active_sha"].items
    let winners = try golden["winner_sha"].items
    let predictive = try golden["predictive_sha"].items
    let middle = try TemporalMemory.read(
      Message(Reference.bytes("htm/tm_A_mid.capnp")).root(TemporalMemoryProto.self))
    for (step, input) in inputs.enumerated() {
      try memory.compute(activeColumns: input.ints)
      try restored?.compute(activeColumns: input.ints)
      for memory in [memory, restored ?? memory] {
        try #require(digest(memory.activeCells) == (try active[step].string), "step \(step)")
        try #require(digest(memory.winnerCells) == (try winners[step].string), "step \(step)")
        try #require(
          digest(memory.predictiveCells) == (try predictive[step].string), "step \(step)")
      }
      if memory.iteration == middle.iteration { restored = middle }
    }
    #expect(restored != nil)
    #expect(memory.connections.numSegments == (try golden["segments"].int))
  }

  /// In files of NuPIC there are numbers of segments that are gone; NuPIC dies of reading them.
  @Test func entriesOfSegmentsThatAreGoneAreDropped() throws {
    let file = try Message(Reference.bytes("htm/tm_dangling.capnp"))
    let reader = try file.root(TemporalMemoryProto.self)
    let cells = try reader.connections.cells
    let gone = try reader.lastUsedIterationForSegment.filter {
      try $0.idxOnCell >= cells[Int($0.cell)].segments.count
    }
    #expect(!gone.isEmpty)
    let memory = try TemporalMemory.read(reader)
    let again = MessageBuilder()
    try memory.write(again.initRoot(TemporalMemoryProto.self))
    let saved = try Message(again.bytes()).root(TemporalMemoryProto.self)
    let count = memory.connections.numSegments
    #expect(try saved.lastUsedIterationForSegment.count == count)
    #expect(try reader.lastUsedIterationForSegment.count == count + gone.count)
  }

  private static func read(_ name: String, packed: Bool) throws -> TemporalMemory? {
    guard let file = try Reference.file("\(name)/tm", packed: packed) else { return nil }
    return try TemporalMemory.read(file.root(TemporalMemoryProto.self))
  }

  private func copied(_ memory: TemporalMemory) throws -> TemporalMemory {
    let message = MessageBuilder()
    try memory.write(message.initRoot(TemporalMemoryProto.self))
    return try TemporalMemory.read(
      Message(message.bytes(), options: .trusted).root(TemporalMemoryProto.self))
  }
}
