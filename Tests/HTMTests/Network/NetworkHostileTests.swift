import Foundation
import HTM
import Stowage
import Testing

/// Files of networks and models that nobody can have saved.
struct NetworkHostileTests {
  private func changed(
    _ change: (NetworkProto.Builder) throws -> Void
  ) throws -> Message {
    let file = try #require(
      try Reference.file("network_test_nodes_delay/network", packed: true))
    let builder = try MessageBuilder(copying: file)
    try change(builder.root(NetworkProto.self))
    return try Message(builder.bytes())
  }

  private func path(_ change: (NetworkProto.Builder) throws -> Void) throws -> String? {
    let message = try changed(change)
    return #expect(throws: HTMError.self) {
      var network = try Network.read(message.root(NetworkProto.self))
      try network.run()
    }?.path
  }

  private func node(_ network: NetworkProto.Builder) throws -> TestNodeProto.Builder {
    try network.regions.entries[0].value.regionImpl.get(TestNodeProto.self)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    #expect(
      try path { try $0.regions.entries[1].setKey("a") } == "NetworkProto.regions.entries[1].key")
    #expect(try path { try $0.links[0].setSrcRegion("x") } == "NetworkProto.links[0]")
    #expect(try path { try $0.links[0].setType("Foo") } == "NetworkProto.links[0].type")
    #expect(
      try path { try $0.regions.entries[0].value.setDimensions([0, 4]) }
        == "NetworkProto.regions.entries[0].value.dimensions")
    #expect(
      try path { try $0.regions.entries[0].value.setDimensions([65536, 65536]) }
        == "NetworkProto.regions.entries[0].value.dimensions")
    #expect(
      try path { network in
        for index in 0..<2 { try network.regions.entries[index].value.setDimensions([1 << 30]) }
      } == "a.dimensions")
    #expect(try path { try $0.regions.entries[0].value.setDimensions([2]) } != nil)
    #expect(try path { try node($0).outputElementCount = .max } == "TestNodeProto.nodeCount")
    #expect(
      try path {
        try node($0).nodeCount = .max
        try node($0).outputElementCount = .max
      } == "TestNodeProto.nodeCount")
    #expect(
      try path { try $0.links[0].delayedOutputs[0].setReal64Array([1]) }
        == "a.bottomUpOut -> b.bottomUpIn.delayedOutputs")
    #expect(try path { try $0.links[0].setParams("{mapping: out, rfSize: [2]}") } != nil)
    #expect(try path { try $0.links[0].setParams("{rfSize: [0]}") } != nil)
    #expect(try path { try $0.links[0].setParams("{rfSize: [99999999999999999999]}") } != nil)
  }

  @Test func manyRegionsAreRefused() throws {
    let builder = MessageBuilder()
    let root = try builder.initRoot(NetworkProto.self)
    try root.initRegions().initEntries(count: 1 << 15)
    let message = try Message(builder.bytes())
    #expect(throws: HTMError.self) { try Network.read(message.root(NetworkProto.self)) }
  }

  @Test func longChainsAreInitializedInTimeInProportion() throws {
    var network = Network()
    for index in 0..<3000 {
      try network.add("\(index)", TestNode(), dimensions: index == 0 ? [1] : nil)
    }
    for index in 1..<3000 { try network.link("\(index - 1)", "\(index)") }
    try network.initialize()
    #expect(try network.dimensions("2999") == [1])
  }

  @Test(arguments: [
    "network_test_nodes_delay/network", "network_cpp_vectorfile/network",
    "model_nontemporal_anomaly/model",
  ])
  func damagedFilesGiveErrors(_ name: String) throws {
    let file = try #require(try Reference.file(name, packed: true))
    let bytes = try MessageBuilder(copying: file).bytes()
    var random = HTM.Random(seed: 11)
    var failures = 0
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0..<3 {
        let place = Int(random.getUInt32(UInt32(bytes.count)))
        damaged[place] ^= 1 << UInt8(random.getUInt32(8))
      }
      do {
        let message = try Message(damaged)
        if name.hasPrefix("model") {
          var model = try HTMPredictionModel.read(message.root(HTMPredictionModelProto.self))
          _ = try model.run(["c0": .date(#require(DateTime("2015-03-01"))), "c1": 3])
        } else {
          var network = try Network.read(message.root(NetworkProto.self))
          try network.run()
        }
      } catch is HTMError {
        failures += 1
      } catch is CapnProtoError {
        failures += 1
      }
    }
    #expect(failures > 0)
  }
}
