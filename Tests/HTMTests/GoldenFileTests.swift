import Foundation
import HTM
import Stowage
import Testing

/// Files of HTM that versions of Stowage wrote, and that every later one has to read.
///
/// With `STOWAGE_WRITE_GOLDENS=1` those that this version does not have yet are written.
struct GoldenFileTests {
  private static let folder = Reference.fixtures
    .deletingLastPathComponent().appending(path: "golden-htm")
  private static let isWriting =
    ProcessInfo.processInfo.environment["STOWAGE_WRITE_GOLDENS"] == "1"

  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.registerHTM()
      try registry.registerHTM()
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  static let names = [
    "pooler", "memory", "connections", "generator", "cells4", "backtracking", "network", "model",
  ]

  @Test(arguments: names, Format.allCases)
  func everyVersionIsRead(_ name: String, _ format: Format) throws {
    let options = SaveOptions(format: format, registry: Self.registry)
    let value = try Value.object(Self.object(name), in: Self.registry)
    let data = try serialize(value, options: options)
    let version = try audit(data).writer.dropFirst("stowage ".count)
    let own = Self.folder.appending(path: "\(version)/\(name).\(format)")
    if Self.isWriting, !FileManager.default.fileExists(atPath: own.path()) {
      try data.write(to: own)
    }
    let versions = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    for version in versions where !version.hasPrefix(".") {
      let file = Self.folder.appending(path: "\(version)/\(name).\(format)")
      let loaded = try load(file.path(), options: LoadOptions(registry: Self.registry))
      #expect(try loaded.isEquivalent(to: value), "\(version)")
      #expect(try serialize(loaded, options: options) == data, "\(version)")
    }
    #expect(try Data(contentsOf: own) == data)
  }

  private static func object(_ name: String) throws -> any Serializable {
    var random = HTM.Random(seed: 5)
    var memory = try TemporalMemory(columnDimensions: [12], cellsPerColumn: 2) {
      $0.activationThreshold = 2
      $0.minThreshold = 1
      $0.maxNewSynapseCount = 3
    }
    for step in 0..<12 {
      try memory.compute(activeColumns: [[0, 3, 8], [1, 5, 9], [4, 7, 2]][step % 3])
    }
    switch name {
    case "pooler":
      var pooler = try SpatialPooler(inputDimensions: [4, 3], columnDimensions: [3, 3]) {
        $0.numActiveColumnsPerInhArea = 2
        $0.potentialRadius = 2
      }
      for _ in 0..<60 {
        try pooler.compute(activeInputs: random.sample(Array(0..<12), 4), learn: true)
      }
      return pooler
    case "memory": return memory
    case "connections": return memory.connections
    case "generator": return random
    case "network":
      var network = Network()
      try network.add("a", TestNode(), dimensions: [4])
      try network.add("b", TestNode(), phases: [1, 3])
      try network.link("a", "b", parameters: "{mapping: in, rfSize: [2]}", propagationDelay: 2)
      network.maxEnabledPhase = 3
      try network.run(3)
      return network
    case "model":
      let test = try ModelCase("model_nontemporal_anomaly")
      var model = try test.model()
      for record in try test.records().prefix(5) { _ = try model.run(record) }
      return try #require(model as? HTMPredictionModel)
    case "cells4":
      let file = try #require(try Reference.file("cells4/cells4", packed: true))
      return try Cells4.read(file.root(Cells4Proto.self))
    default:
      let file = try #require(
        try Reference.file("backtracking_tm_py_after_reset/tm", packed: true))
      return try BacktrackingTM.read(file.root(BacktrackingTMProto.self))
    }
  }
}
