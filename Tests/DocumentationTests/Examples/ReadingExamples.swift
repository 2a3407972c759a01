import CapnProto
import Foundation
import Testing

@Suite struct ReadingExamples {
  @Test func reading() throws {
    let bytes = try BuildingExamples.station()
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }

    // snippet: reading
    let station = try Message(bytes).root(Station.self)
    print("\(try station.name) at \(station.position.latitude)° north")
    for reading in try station.readings {
      switch try reading.which {
      case .temperature(let degrees): print("\(reading.time): \(degrees) °C")
      case .wind(let wind): print("\(reading.time): \(wind.speed) m/s")
      case .fault(let text): print("\(reading.time): out of order, \(text)")
      case .unrecognized(let member): print("\(reading.time): something newer, \(member)")
      }
    }
    // end snippet

    #expect(
      lines == [
        "Zugspitze at 47.42° north", "1: -12.5 °C", "2: 31.0 m/s", "3: out of order, frozen",
      ])
  }

  @Test func presence() throws {
    let station = try Message(BuildingExamples.station()).root(Station.self)

    // snippet: reading-presence
    #expect(!station.hasNeighbour)
    #expect(try station.neighbour.name.isEmpty)  // null reads as the default
    // end snippet
  }

  @Test func bulk() throws {
    let message = MessageBuilder()
    try message.initRoot(PerceptronProto.self).setWeights([1, 2, 3, 4])
    let model = try Message(message.bytes()).root(PerceptronProto.self)

    // snippet: reading-bulk
    let weights = try model.weights
    let largest = weights.max()  // any algorithm of a collection
    let sum = weights.withSpan { span in  // or the message's own memory, as one piece
      span.indices.reduce(0) { $0 + span[$1] }
    }
    let copy = Array(weights)  // a copy, made in one go
    // end snippet

    #expect(largest == 4)
    #expect(sum == 10)
    #expect(copy == [1, 2, 3, 4])
  }
}
