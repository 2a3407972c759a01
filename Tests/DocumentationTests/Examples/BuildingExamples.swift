import CapnProto
import Foundation
import Testing

@Suite struct BuildingExamples {
  /// A station with one reading of each kind, for the examples that read.
  static func station() throws -> Data {
    // snippet: building
    let message = MessageBuilder()
    let station = try message.initRoot(Station.self)
    try station.setName("Zugspitze")
    station.position.latitude = 47.42
    station.position.longitude = 10.98

    let readings = try station.initReadings(count: 3)
    readings[0].time = 1
    readings[0].temperature = -12.5
    readings[1].time = 2
    readings[1].quality = .doubtful
    readings[1].initWind().speed = 31
    readings[2].time = 3
    try readings[2].setFault("frozen")

    let bytes = try message.bytes()
    // end snippet
    return bytes
  }

  @Test func building() throws {
    let station = try Message(Self.station()).root(Station.self)
    #expect(try station.name == "Zugspitze")
    #expect(try station.readings.map(\.time) == [1, 2, 3])
    #expect(station.position.longitude == 10.98)
    #expect(try station.readings[1].quality == .doubtful)
    #expect(try station.readings[2].quality == .good)
  }

  @Test func pointers() throws {
    let old = try Message(Self.station()).root(Station.self)
    let message = MessageBuilder()
    let station = try message.initRoot(Station.self)

    // snippet: building-pointers
    try station.setNeighbour(old)  // a deep copy
    try station.neighbour.setName("Wank")  // changes the copy
    try station.setPhoto([0xFF, 0xD8])  // any collection of bytes, or Data

    let orphan = try station.disownNeighbour()  // out of the tree, still in the message
    #expect(!station.hasNeighbour)
    try station.adoptNeighbour(orphan)

    try station.clearPhoto()
    #expect(!station.hasPhoto)
    // end snippet

    #expect(try station.neighbour.name.string == "Wank")
    #expect(try old.name == "Zugspitze")
  }

  @Test func reuse() throws {
    // snippet: building-reuse
    let message = MessageBuilder(firstSegmentWords: 64 * 1024)
    for time in 0..<3 {
      message.reset()  // empty again, with the memory that it has
      try message.initRoot(Reading.self).time = UInt64(time)
      _ = try message.packedBytes()
    }
    // end snippet

    #expect(try message.root(Reading.self).time == 2)
  }
}
