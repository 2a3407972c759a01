import Foundation
import HTM
import Stowage
import Testing

/// A region as a user of the library writes one: it adds up what comes in.
private struct Accumulator: Region {
  static let nodeType = "py.Accumulator"
  var sum: Float = 0
  var specification: RegionSpecification {
    RegionSpecification(inputs: [.init("in")], outputs: [.init("out", count: 1)])
  }
  func outputWidth(_ name: String) -> Int? { name == "out" ? 1 : nil }
  mutating func compute(_ data: inout RegionData) throws {
    sum += try data.input("in").floats.reduce(0, +)
    data.outputs["out"] = RegionArray([sum])
  }
  func write(_ builder: MovingAverageProto.Builder) throws { builder.total = sum }
  static func read(_ reader: MovingAverageProto.Reader) throws -> Accumulator {
    Accumulator(sum: reader.total)
  }
}

/// Networks in files of Stowage.
struct NetworkArchiveTests {
  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.registerHTM()
      try registry.register(Accumulator.self, as: "shop.Accumulator")
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  static func network() throws -> Network {
    var network = Network()
    let encoder = try MultiEncoder([
      "value": RandomDistributedScalarEncoder(resolution: 0.88, w: 5, n: 60)
    ])
    try network.add("sensor", RecordSensor(encoder))
    let pooler = try SpatialPooler(inputDimensions: [60], columnDimensions: [40]) {
      $0.numActiveColumnsPerInhArea = 4
      $0.potentialRadius = 60
      $0.globalInhibition = true
    }
    try network.add("SP", SPRegion(pooler))
    var region = TMRegion(
      try TemporalMemory(columnDimensions: [40], cellsPerColumn: 3) {
        $0.activationThreshold = 2
        $0.minThreshold = 1
        $0.maxNewSynapseCount = 4
      })
    (region.anomalyMode, region.topDownMode) = (true, true)
    try network.add("TM", region)
    try network.add("sum", Accumulator())
    try network.link("sensor", "SP", input: "bottomUpIn")
    try network.link("sensor", "TM", output: "resetOut", input: "resetIn", propagationDelay: 2)
    try network.link("SP", "TM")
    try network.link("TM", "SP", output: "topDownOut", input: "topDownIn")
    try network.link("TM", "sum", output: "anomalyScore", propagationDelay: 1)
    return network
  }

  private static func run(_ network: inout Network, _ steps: Range<Int>) throws -> [[Float]] {
    var outputs: [[Float]] = []
    for step in steps {
      try network.update("sensor", as: RecordSensor.self) {
        $0.feed(SensorRecord(["value": .number(Double(step * 7 % 23))], reset: step % 11 == 0))
      }
      try network.run()
      outputs.append(
        try network.output("sum", "out").floats + network.output("TM", "bottomUpOut").floats)
    }
    return outputs
  }

  @Test(arguments: Format.allCases)
  func everythingGoesOn(_ format: Format) throws {
    let options = SaveOptions(format: format, registry: Self.registry)
    let loading = LoadOptions(registry: Self.registry)
    var network = try Self.network()
    _ = try Self.run(&network, 0..<40)
    network.maxEnabledPhase = 9
    let data = try serialize(network, options: options)
    var loaded = try deserialize(data, as: Network.self, options: loading)
    #expect(loaded.iteration == 40 && loaded.maxEnabledPhase == 9 && loaded.minEnabledPhase == nil)
    #expect(try loaded.output("sum", "out") == network.output("sum", "out"))
    #expect(try serialize(loaded, options: options) == data)
    #expect(try Self.run(&loaded, 40..<80) == Self.run(&network, 40..<80))
  }

  @Test func regionsOfARegistryOfOnesOwnAreCompared() throws {
    var network = try Self.network()
    _ = try Self.run(&network, 0..<5)
    let value = try Value.object(network, in: Self.registry)
    try network.update("sum", as: Accumulator.self) { $0.sum += 1 }
    let other = try Value.object(network, in: Self.registry)
    try network.update("sum", as: Accumulator.self) { $0.sum -= 1 }
    let same = try Value.object(network, in: Self.registry)
    #expect(try value.isEquivalent(to: same, registry: Self.registry))
    #expect(try !value.isEquivalent(to: other, registry: Self.registry))
    #expect(throws: StowageError.self) { try value.isEquivalent(to: same) }
  }

  @Test func typesThatAreNotAllowedAreNotBuilt() throws {
    for format in [Format.packed, .json] {
      let data = try serialize(
        Self.network(), options: SaveOptions(format: format, registry: Self.registry))
      #expect(throws: StowageError.self) {
        try deserialize(
          data, as: Network.self,
          options: LoadOptions(
            allowedTypes: ["htm.Network", "htm.RecordSensor"], registry: Self.registry))
      }
      let registry = TypeRegistry()
      try registry.registerHTM()
      #expect(throws: StowageError.self) {
        try deserialize(data, as: Network.self, options: LoadOptions(registry: registry))
      }
    }
  }

  @Test func ownRegionsAreFoundInFilesOfNuPIC() throws {
    var network = try Self.network()
    _ = try Self.run(&network, 0..<5)
    let builder = MessageBuilder()
    try network.write(builder.initRoot(NetworkProto.self))
    let message = try Message(builder.bytes())
    let unknown = try Network.read(message.root(NetworkProto.self))
    let carried = try unknown.region("sum", as: UnknownRegion.self)
    #expect(carried.nodeType == "py.Accumulator")
    let again = MessageBuilder()
    try unknown.write(again.initRoot(NetworkProto.self))
    #expect(
      try Message(again.bytes()).root(NetworkProto.self)
        .equals(message.root(NetworkProto.self)))
    var running = unknown
    try running.update("sensor", as: RecordSensor.self) { $0.feed(["value": 3]) }
    let error = #expect(throws: HTMError.self) { try running.run() }
    #expect(error?.message.contains("py.Accumulator") == true)
    let types = RegionTypes()
    types.register(Accumulator.self)
    #expect(types.nodeTypes.contains("py.Accumulator") && types.nodeTypes.contains("py.SPRegion"))
    let known = try Network.read(message.root(NetworkProto.self), types: types)
    #expect(try known.region("sum", as: Accumulator.self).sum == 4)
  }
}
