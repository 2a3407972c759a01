import Foundation
import HTM
import Stowage
import Testing

/// Averages are those of the real NuPIC.
struct MovingAverageTests {
  @Test func itGoesOnFromTheFile() throws {
    let expected = try Reference("moving_average/expected.json")
    var average = try MovingAverage(windowSize: 5)
    #expect(average.currentAverage == nil)
    for (input, output) in zip(
      try expected["inputs"].items, try expected["outputs"].items)
    {
      #expect(average.next(try input.number) == (try output.number))
      #expect(average.currentAverage == (try output.number))
    }
    #expect(average.total == (try expected["state"]["total"].number))
    // Ours loses nothing.
    var kept = try deserialize(serialize(average), as: MovingAverage.self)
    #expect(kept == average)
    for packed in [true, false] {
      let file = try #require(try Reference.file("moving_average/ma", packed: packed))
      let theirs = try file.root(MovingAverageProto.self)
      var loaded = try MovingAverage.read(theirs)
      let again = MessageBuilder()
      try average.write(again.initRoot(MovingAverageProto.self))
      #expect(
        try Message(again.bytes()).root(MovingAverageProto.self).canonicalBytes()
          == theirs.canonicalBytes())
      for (input, output) in zip(
        try expected["next_inputs"].items, try expected["next_after_load"].items)
      {
        #expect(loaded.next(try input.number) == (try output.number))
      }
    }
    for (input, output) in zip(
      try expected["next_inputs"].items, try expected["next_never_saved"].items)
    {
      #expect(kept.next(try input.number) == (try output.number))
    }
    #expect(kept.windowSize == 5)
  }

  @Test func earlierNumbersAreTakenIn() throws {
    var average = try MovingAverage(windowSize: 3, existingHistoricalValues: [1, 2, 3, 4])
    #expect(average.slidingWindow == [2, 3, 4])
    #expect(average.total == 9)
    #expect(average.next(5) == 4)
    #expect(throws: HTMError.self) { try MovingAverage(windowSize: 0) }
    #expect(throws: HTMError.self) { try MovingAverage(windowSize: 1 << 32) }
  }

  @Test func longSeriesTakeNoMoreMemory() throws {
    for size in [1, 2, 63, 64, 65, 200] {
      var average = try MovingAverage(windowSize: size)
      for number in 1...1000 { average.next(Double(number)) }
      #expect(average.slidingWindow == (1001 - size...1000).map(Double.init))
      #expect(average.currentAverage == Double(2001 - size) / 2)
    }
  }

  @Test(
    arguments: [
      Hostile("") { try $0.setSlidingWindow([1, 2, 3, 4, 5, 6]) },
      Hostile(".windowSize") { $0.windowSize = 0 },
    ] as [Hostile<MovingAverageProto>])
  func damagedFilesAreErrors(_ hostile: Hostile<MovingAverageProto>) throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("moving_average/ma.bin"), MovingAverageProto.self, hostile.change)
    let reader = try message.root(MovingAverageProto.self)
    let error = try #require(throws: HTMError.self) { try MovingAverage.read(reader) }
    #expect(error.path == "MovingAverageProto" + hostile.path)
    #expect(error.code == .invalidState)
  }
}
