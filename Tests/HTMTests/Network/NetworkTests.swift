import HTM
import Stowage
import Testing

/// Networks of NuPIC's test nodes; the numbers are what NuPIC 1.0.5 gives.
struct NetworkTests {
  private func pair(
    _ dimensions: [Int], type: String = "UniformLink", parameters: String = "", delay: Int = 0
  ) throws -> Network {
    var network = Network()
    try network.add("a", TestNode(), dimensions: dimensions)
    try network.add("b", TestNode())
    try network.link(
      "a", "b", type: type, parameters: parameters, propagationDelay: delay)
    return network
  }

  @Test func nodesGiveWhatNuPICsGive() throws {
    var network = try pair([4])
    try network.run()
    #expect(try network.output("a", "bottomUpOut").numbers == [0, 0, 0, 1, 0, 2, 0, 3])
    #expect(try network.output("b", "bottomUpOut").numbers == [2, 0, 2, 2, 2, 4, 2, 6])
    try network.run()
    #expect(try network.output("b", "bottomUpOut").numbers == [3, 1, 3, 3, 3, 5, 3, 7])
    #expect(network.iteration == 2)
  }

  @Test(arguments: [
    ("UniformLink", "{mapping: in, rfSize: [2]}"),
    ("UniformLink", "{mapping: in, rfSize: [2,2]}"), ("TestFanIn2", ""),
  ])
  func receptiveFieldsDivideTheSource(_ type: String, _ parameters: String) throws {
    var network = try pair([4, 4], type: type, parameters: parameters)
    try network.run(2)
    #expect(try network.dimensions("b") == [2, 2])
    #expect(
      try network.output("b", "bottomUpOut").numbers == [9, 14, 9, 23, 9, 48, 9, 57])
  }

  @Test func receptiveFieldsOnOneAxis() throws {
    var network = try pair([4], parameters: "{mapping: in, rfSize: [2]}")
    try network.run()
    #expect(try network.output("b", "bottomUpOut").numbers == [4, 1, 4, 6])
    var fan = try pair([4], type: "TestFanIn2")
    try fan.run()
    #expect(try fan.output("b", "bottomUpOut").numbers == [2, 0, 2, 2])
  }

  @Test func linksThatCannotBeAreRefused() throws {
    var odd = try pair([3, 2], type: "TestFanIn2")
    #expect(throws: HTMError.self) { try odd.run() }
    #expect(throws: HTMError.self) { try pair([1], type: "Foo") }
    var span = try pair([4], parameters: "{mapping: out, rfSize: [2]}")
    let error = #expect(throws: HTMError.self) { try span.run() }
    #expect(error?.message.contains("mapping: out") == true)
    var network = try pair([1])
    #expect(throws: HTMError.self) { try network.link("a", "x") }
    #expect(throws: HTMError.self) { try network.link("a", "b", output: "nope") }
    #expect(throws: HTMError.self) { try network.link("a", "b", input: "nope") }
    #expect(throws: HTMError.self) { try network.link("a", "b", propagationDelay: -1) }
    #expect(throws: HTMError.self) { try network.add("a", TestNode()) }
    #expect(throws: HTMError.self) { try network.add("c", TestNode(), phases: [-1]) }
    #expect(throws: HTMError.self) { try network.remove("x") }
  }

  @Test func regionsWithoutDimensionsAreRefused() throws {
    var network = Network()
    try network.add("a", TestNode())
    let error = #expect(throws: HTMError.self) { try network.run() }
    #expect(error?.path == "a")
  }

  @Test func delayedLinksArriveLater() throws {
    var network = try pair([1], delay: 2)
    var inputs: [[Double]] = []
    try network.run(5) { network in
      inputs.append(try #require(try network.input("b", "bottomUpIn")).numbers)
    }
    #expect(inputs == [[0, 0], [0, 0], [0, 0], [1, 0], [2, 0]])
    #expect(network.links[0].delayed.map(\.numbers) == [[3, 0], [4, 0]])
  }

  @Test func phasesSayWhatRuns() throws {
    var network = Network()
    for name in ["a", "b", "c"] { try network.add(name, TestNode(), dimensions: [1]) }
    try network.link("a", "b")
    try network.link("b", "c")
    #expect(try ["a", "b", "c"].map { try network.phases($0) } == [[0], [1], [2]])
    try network.setPhases("a", [5, 2])
    try network.add("d", TestNode(), dimensions: [1])
    #expect(try network.phases("d") == [6])
    #expect((network.minPhase, network.maxPhase) == (1, 6))
    try network.run()
    network.maxEnabledPhase = 2
    try network.run()
    let iterations = try ["a", "b", "c", "d"].map {
      try network.region($0, as: TestNode.self).state.iterations
    }
    #expect(iterations == [3, 2, 2, 1])
  }

  @Test func severalLinksLeadToOneInput() throws {
    var network = try pair([2])
    try network.add("c", TestNode(), dimensions: [2], phases: [0])
    try network.link("c", "b")
    try network.run()
    #expect(try network.input("b", "bottomUpIn")?.numbers == [0, 0, 0, 1, 0, 0, 0, 1])
    #expect(try network.output("b", "bottomUpOut").numbers == [4, 0, 4, 3])
    try network.removeLinks("c", "b", output: "bottomUpOut", input: "bottomUpIn")
    try network.run()
    #expect(try network.input("b", "bottomUpIn")?.count == 4)
  }

  @Test func parametersAreOfRegions() throws {
    var network = try pair([1])
    try network.setParameter("a", "int32Param", to: 7)
    #expect(try network.parameter("a", "int32Param") == 7)
    #expect(throws: HTMError.self) { try network.setParameter("a", "int32Param", to: "x") }
    #expect(throws: HTMError.self) {
      try network.setParameter("a", "int32Param", to: .int(1 << 40))
    }
    #expect(throws: HTMError.self) { try network.parameter("a", "nope") }
    #expect(throws: HTMError.self) { try network.region("a", as: SPRegion.self) }
  }

  @Test func regionsAreChangedInPlace() throws {
    var network = try pair([1])
    let copy = network
    try network.update("a", as: TestNode.self) { try $0.setParameter("boolParam", to: true) }
    #expect(try network.parameter("a", "boolParam") == true)
    #expect(try copy.parameter("a", "boolParam") == false)
    #expect(throws: HTMError.self) { try network.update("a", as: SPRegion.self) { _ in } }
    #expect(network["a"] is TestNode && network["x"] == nil)
  }
}
