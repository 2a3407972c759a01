import Foundation
import HTM
import Stowage
import Testing

/// Files of NuPIC that are read and saved again say what they said.
struct CarriedFileTests {
  @Test(arguments: CarriedFile.allCases, [true, false])
  func filesAreSavedAsTheyWere(_ file: CarriedFile, _ packed: Bool) throws {
    let original = try file.message(packed: packed)
    let form = try file.type.canonical(original)
    #expect(form.count > 100)
    // One segment, and as many as there can be.
    for builder in [
      MessageBuilder(firstSegmentWords: 1 << 16), MessageBuilder(),
      MessageBuilder(firstSegmentWords: 16, growth: .fixed),
    ] {
      try file.type.copy(original, builder)
      for again in [try Message(packed: builder.packedBytes()), try Message(builder.bytes())] {
        #expect(try file.type.canonical(again) == form)
        #expect(try file.type.areEqual(original, again))
      }
    }
  }

  @Test(arguments: CarriedFile.allCases)
  func segmentsAreOneOrMany(_ file: CarriedFile) throws {
    let original = try file.message(packed: true)
    let one = MessageBuilder(firstSegmentWords: 1 << 16)
    let many = MessageBuilder(firstSegmentWords: 16, growth: .fixed)
    try file.type.copy(original, one)
    try file.type.copy(original, many)
    #expect(try one.bytes().prefix(4) == Data([0, 0, 0, 0]))
    #expect(try many.bytes().prefix(4) != Data([0, 0, 0, 0]))
  }

  @Test(arguments: CarriedFile.allCases)
  func mutatedFilesThrowOrAreCarried(_ file: CarriedFile) throws {
    let bytes = try file.bytes()
    var random = SplitMix(state: 8)
    var (refused, carried) = (0, 0)
    for _ in 0..<(bytes.count > 20_000 ? 500 : 2000) {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        mutated[Int.random(in: 0..<mutated.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      if Int.random(in: 0..<20, using: &random) == 0 {
        mutated = mutated.prefix(Int.random(in: 0..<mutated.count, using: &random))
      }
      let builder = MessageBuilder()
      do {
        // Pointers that lead to one place make a small file large, which is safe but slow.
        let options = ReaderOptions(traversalLimit: .bytes(1 << 20))
        try file.type.copy(Message(mutated, options: options), builder)
        carried += 1
      } catch {
        #expect(error is HTMError || error is CapnProtoError, "\(error)")
        refused += 1
        continue
      }
      let once = try Message(builder.bytes())
      let again = MessageBuilder()
      try file.type.copy(once, again)
      #expect(try file.type.canonical(once) == file.type.canonical(Message(again.bytes())))
    }
    #expect(refused > 100)
    #expect(carried > 100)
  }
}
