import Foundation
import HTM
import Stowage
import Testing

/// Files of the real NuPIC are read, and go on as they did there.
struct SpatialPoolerReferenceTests {
  static let cases = Reference.cases("sp_", "large_sp")

  @Test(arguments: cases, [true, false])
  func filesAreRead(_ name: String, _ packed: Bool) throws {
    guard let pooler = try read(name, packed: packed) else { return }
    let expected = try Reference("\(name)/expected.json")
    guard expected.has("state_after_load") else { return }
    let loaded = try expected["state_after_load"]
    try pooler.expect(loaded.isString ? expected["state_before_save"] : loaded)
  }

  @Test(arguments: cases, [true, false])
  func filesGoOn(_ name: String, _ learn: Bool) throws {
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")["probe_on_bits"].items
    for again in [false, true] {
      var pooler = try #require(try read(name, packed: true))
      if again {
        let message = MessageBuilder()
        try pooler.write(message.initRoot(SpatialPoolerProto.self))
        pooler = try SpatialPooler.read(Message(message.bytes()).root(SpatialPoolerProto.self))
      }
      let outputs = try expected["next_after_load_learn_\(learn)"].items
      for (input, output) in zip(inputs, outputs) {
        let active = try pooler.compute(activeInputs: input.ints, learn: learn)
        guard output.has("activeColumns") else {
          #expect(active == (try output.ints))
          continue
        }
        #expect(active == (try output["activeColumns"].ints))
        #expect(pooler.overlaps.map(Int.init) == (try output["overlaps"].ints))
        try expectNear(pooler.boostedOverlaps, output["boostedOverlaps"])
      }
      if learn, expected.has("state_after_load_and_10_learn_true") {
        try pooler.expect(expected["state_after_load_and_10_learn_true"])
      }
    }
  }

  // The class in Python takes its permanences and exponentials in other precisions.
  @Test func trainedFromTheSeedItIsTheSame() throws {
    let name = "sp_cpp_global"
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")
    var pooler = try SpatialPooler(.init(expected["params"]))
    for input in try inputs["train_on_bits"].items {
      try pooler.compute(activeInputs: input.ints, learn: true)
    }
    try pooler.expect(expected["state_before_save"])
  }

  @Test(arguments: ["sp_B_boost", "sp_C_local"])
  func goldenRunsAreEqualAtEveryStep(_ name: String) throws {
    let golden = try Reference("htm/\(name).json")
    var pooler = try SpatialPooler(.init(golden["params"]))
    let patterns = try golden["patterns"].items.map { try $0.ints }
    let active = try golden["active"].items
    for (step, pattern) in try golden["order"].ints.enumerated() {
      // Every seventh step of these runs was without learning.
      let ours = try pooler.compute(activeInputs: patterns[pattern], learn: step % 7 != 6)
      try #require(ours == (try active[step].ints), "step \(step)")
      if step + 1 == active.count / 2 {
        let file = try Reference.bytes("htm/\(name)_mid.capnp")
        let theirs = try SpatialPooler.read(Message(file).root(SpatialPoolerProto.self))
        #expect(theirs.boostFactors == pooler.boostFactors)
        #expect(theirs.activeDutyCycles == pooler.activeDutyCycles)
        for column in 0..<pooler.numColumns {
          #expect(theirs.permanences(ofColumn: column) == pooler.permanences(ofColumn: column))
        }
      }
    }
    #expect(pooler.inhibitionRadius == (try golden["final"]["inhibitionRadius"].int))
  }

  private func read(_ name: String, packed: Bool) throws -> SpatialPooler? {
    guard let file = try Reference.file("\(name)/sp", packed: packed) else { return nil }
    return try SpatialPooler.read(file.root(SpatialPoolerProto.self))
  }
}
