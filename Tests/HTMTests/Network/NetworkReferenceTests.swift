import Foundation
import HTM
import Stowage
import Testing

/// Networks that the real NuPIC wrote.
struct NetworkReferenceTests {
  static let cases = Reference.cases("network_")

  private static func network(_ name: String, packed: Bool = true) throws -> Network? {
    guard let message = try Reference.file("\(name)/network", packed: packed) else { return nil }
    return try Network.read(message.root(NetworkProto.self))
  }

  /// The fields of a message, those behind pointers of any type left out.
  private static func skeleton(_ message: Message) throws -> Data {
    try message.root(NetworkProto.self).canonicalBytes()
  }

  @Test(arguments: cases)
  func regionsAndLinksAreAsNuPICHasThem(_ name: String) throws {
    let network = try #require(try Self.network(name))
    let expected = try Reference("\(name)/expected.json")
    let key = expected.has("skeleton") ? "skeleton" : "network_proto_skeleton"
    guard expected.has(key) else { return }
    let regions = try expected[key]["regions"].items
    #expect(try network.regionNames == regions.map { try $0["key"].string })
    for region in regions {
      let own = try #require(try network[region["key"].string])
      #expect(try own.nodeType == region["nodeType"].string)
      #expect(try network.phases(region["key"].string) == region["phases"].ints)
      #expect(try network.dimensions(region["key"].string) == region["dimensions"].ints)
    }
    for (link, own) in zip(try expected[key]["links"].items, network.links) {
      let ends = try [link["srcRegion"], link["srcOutput"], link["destRegion"], link["destInput"]]
        .map { try $0.string }
      #expect(ends == [own.source, own.output, own.destination, own.input])
      #expect(try own.type == link["type"].string && own.parameters == link["params"].string)
    }
    #expect(try network.links.count == expected[key]["links"].items.count)
  }

  @Test(arguments: cases)
  func whatIsWrittenIsReadAgain(_ name: String) throws {
    for packed in [true, false] {
      guard let network = try Self.network(name, packed: packed) else { continue }
      let builder = MessageBuilder()
      try network.write(builder.initRoot(NetworkProto.self))
      let once = try Message(builder.bytes())
      let again = MessageBuilder()
      try Network.read(Message(packed: builder.packedBytes()).root(NetworkProto.self))
        .write(again.initRoot(NetworkProto.self))
      #expect(try again.bytes() == builder.bytes())
      // What is written depends on the order in which the real one made segments.
      if !name.contains("tm_") {
        let file = try #require(try Reference.file("\(name)/network", packed: packed))
        #expect(try Self.skeleton(once) == Self.skeleton(file))
      }
    }
  }

  /// The rows of NuPIC's CSV file after its three lines of headings.
  static func rows(_ name: String, from first: Int) throws -> [[String: EncoderInput]] {
    let text = String(decoding: try Reference.bytes("\(name)/input.csv"), as: UTF8.self)
    let lines = text.split { $0.isNewline }
    let names = lines[0].split(separator: ",").map(String.init)
    return try lines.dropFirst(3 + first).map { line in
      let parts = line.split(separator: ",")
      var row: [String: EncoderInput] = [
        names[1]: .number(try #require(Double(parts[1]))),
        names[0]: .date(try #require(DateTime(String(parts[0])))),
      ]
      row["_reset"] = 0
      return row
    }
  }

  @Test(arguments: Reference.cases("network_sp"))
  func networksGoOnAsNuPICDoes(_ name: String) throws {
    let expected = try Reference("\(name)/expected.json")
    guard expected.has("next_after_load") else { return }
    var network = try #require(try Self.network(name))
    let canRun = try network.region("TM", as: TMRegion.self).canRun
    let hasClassifier = !(network["classifier"] is UnknownRegion)
    if !hasClassifier { network.maxEnabledPhase = try network.phases("TM").last }
    try network.update("sensor", as: RecordSensor.self) { sensor in
      sensor.predictedField = "consumption"
      for row in try Self.rows(name, from: 300) { sensor.feed(row) }
    }
    guard canRun else {
      let error = #expect(throws: HTMError.self) { try network.run() }
      #expect(error?.message.contains("cannot run") == true)
      return
    }
    for step in try expected["next_after_load"].items {
      let predicted = Set(try network.output("TM", "topDownOut").ones)
      try network.run()
      for (region, output) in [
        ("sensor", "dataOut"), ("SP", "bottomUpOut"), ("TM", "bottomUpOut"), ("TM", "topDownOut"),
      ] {
        #expect(
          try network.output(region, output).ones == step["\(region).\(output)"].ints,
          "\(region).\(output)")
      }
      let active = try network.output("SP", "bottomUpOut").ones
      if network.iteration > 1 {
        let missed = active.count { !predicted.contains($0) }
        #expect(try Double(missed) / Double(active.count) == step["anomaly"].number)
      }
      guard hasClassifier else { continue }
      for output in ["categoriesOut", "actualValues"] {
        #expect(
          try network.output("classifier", output).floats == step["classifier.\(output)"].floats)
      }
    }
  }

  @Test func whatIsUnderWayArrives() throws {
    var network = try #require(try Self.network("network_test_nodes_delay"))
    #expect(network.links[0].delayed.map(\.numbers) == [[3, 0], [4, 0]])
    var outputs: [[Double]] = []
    try network.run(5) { outputs.append(try $0.output("b", "bottomUpOut").numbers) }
    #expect(outputs == [[7, 3], [8, 4], [9, 5], [10, 6], [11, 7]])
  }

  @Test func vectorsAreReadFromFiles() throws {
    var network = try #require(try Self.network("network_cpp_vectorfile"))
    try network.run()
    #expect(try network.output("sensor", "dataOut").isZero)
    let file = Reference.fixtures.appending(path: "network_cpp_vectorfile/vectors.csv").path()
    let written = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: written) }
    try network.setParameter("effector", "outputFile", to: .string(written.path()))
    let vectors: [[Float]] = [[1, 0, 1], [0, 1, 0], [1, 1, 1]]
    for format in [VectorFileSensor.FileFormat.lines, .counted] {
      try network.update("sensor", as: VectorFileSensor.self) { try $0.loadFile(file, format) }
      #expect(try network.region("sensor", as: VectorFileSensor.self).vectors == vectors)
    }
    var outputs: [[Float]] = []
    try network.run(4) { outputs.append(try $0.output("sensor", "dataOut").floats) }
    #expect(outputs == vectors + [vectors[0]])
    #expect(
      try String(contentsOf: written, encoding: .utf8) == "1 0 1 \n0 1 0 \n1 1 1 \n1 0 1 \n")
    // As NuPIC goes on when each is to be given twice.
    try network.setParameter("sensor", "repeatCount", to: 2)
    try network.run(3)
    #expect(try network.parameter("sensor", "position") == 3)
  }
}
