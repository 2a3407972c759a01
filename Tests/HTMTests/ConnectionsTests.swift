import Foundation
import HTM
import Stowage
import Testing

struct ConnectionsTests {
  /// The operations that NuPIC's own class was given give the same connections here.
  @Test func operationsOfNuPICGiveWhatTheyGaveThere() throws {
    let expected = try Reference("connections_py/expected.json")
    let counts = try expected["state_before_save"]["counts"]
    var connections = try Connections(numCells: counts["numCells"].int)
    var segments: [Connections.Segment] = []
    for operation in try expected["operations"].items {
      let words = try operation.items
      switch try words[0].string {
      case "createSegment": segments.append(try connections.createSegment(onCell: words[1].int))
      case "createSynapse":
        try connections.createSynapse(
          on: segments[words[1].int], presynapticCell: words[2].int, permanence: words[3].float)
      case "destroySegment": try connections.destroySegment(segments[words[1].int])
      case "destroyFirstSynapseOf":
        try connections.destroySynapse(at: 0, of: segments[words[1].int])
      case let name: Issue.record("what is \(name)?")
      }
    }
    try connections.expect(expected["state_before_save"]["cells"])
    #expect(connections.numSegments == (try counts["numSegments"].int))
    #expect(connections.numSynapses == (try counts["numSynapses"].int))
    #expect(connections.segmentFlatListLength == (try counts["segmentFlatListLength"].int))
  }

  @Test(arguments: [true, false])
  func filesAreRead(_ packed: Bool) throws {
    let file = try #require(try Reference.file("connections_py/connections", packed: packed))
    let connections = try Connections.read(file.root(ConnectionsProto.self))
    let expected = try Reference("connections_py/expected.json")["state_after_load"]
    try connections.expect(expected["cells"])
    #expect(
      connections.segmentFlatListLength
        == (try expected["counts"]["segmentFlatListLength"].int))
  }

  /// What is counted through the index is what the synapses say, whatever happened before.
  @Test func activityAgreesWithTheSynapses() throws {
    var random = Random(seed: 7)
    var connections = try Connections(numCells: 50, connectedPermanence: 0.3)
    for round in 0..<3000 {
      try change(&connections, &random)
      guard round % 50 == 0 else { continue }
      let active = Set((0..<10).map { _ in Int(random.getUInt32(50)) })
      let counts = try connections.activity(ofActiveCells: active)
      var (segments, synapses) = (0, 0)
      for cell in 0..<50 {
        for segment in connections.segments(ofCell: cell) {
          let row = connections.synapses(of: segment)
          let excited = row.filter { active.contains(Int($0.presynapticCell)) }
          let connected = excited.filter { $0.permanence >= 0.3 - 0.00001 }
          #expect(counts[segment.index].potential == excited.count)
          #expect(counts[segment.index].connected == connected.count)
          segments += 1
          synapses += row.count
        }
      }
      #expect(connections.numSegments == segments)
      #expect(connections.numSynapses == synapses)
    }
  }

  private func change(_ connections: inout Connections, _ random: inout Random) throws {
    let cell = Int(random.getUInt32(50))
    let segments = connections.segments(ofCell: cell)
    guard let segment = segments.randomElement(using: &random) else {
      try connections.createSegment(onCell: cell)
      return
    }
    let count = connections.synapses(of: segment).count
    let permanence = Float(random.getReal64())
    switch random.getUInt32(12) {
    case 0: try connections.destroySegment(segment)
    case 1: try connections.createSegment(onCell: cell)
    case 2...3 where count > 0:
      try connections.destroySynapse(at: Int(random.getUInt32(UInt32(count))), of: segment)
    case 4...6 where count > 0:
      let index = Int(random.getUInt32(UInt32(count)))
      try connections.updatePermanence(ofSynapse: index, of: segment, to: permanence)
    default:
      try connections.createSynapse(
        on: segment, presynapticCell: Int(random.getUInt32(50)), permanence: permanence)
    }
  }

  @Test func whatIsNotThereIsRefused() throws {
    var connections = try Connections(numCells: 3)
    let segment = try connections.createSegment(onCell: 1)
    #expect(throws: HTMError.self) { try connections.createSegment(onCell: 3) }
    #expect(throws: HTMError.self) {
      try connections.createSynapse(on: segment, presynapticCell: -1, permanence: 0.5)
    }
    #expect(throws: HTMError.self) {
      try connections.createSynapse(on: segment, presynapticCell: 0, permanence: .nan)
    }
    #expect(throws: HTMError.self) { try connections.destroySynapse(at: 0, of: segment) }
    try connections.destroySegment(segment)
    #expect(throws: HTMError.self) { try connections.destroySegment(segment) }
    #expect(connections.synapses(of: segment).isEmpty)
    #expect(connections.cell(of: segment) == nil)
    #expect(throws: HTMError.self) { try Connections(numCells: -1) }
  }

  // A fuzzer found it: 3.5 KB that claimed millions of segments without synapses.
  @Test(.timeLimit(.minutes(20))) func emptySegmentsAreCounted() throws {
    let find = try Data(
      contentsOf: Reference.fixtures.appending(
        path: "../../Fuzz/Corpus/nupic/find-slow-unit-0479a245ea13"))
    let reader = try Message(Data(find.dropFirst())).root(ConnectionsProto.self)
    let error = #expect(throws: HTMError.self) { try Connections.read(reader) }
    #expect(error?.path.hasSuffix(".segments") == true)
  }
}
