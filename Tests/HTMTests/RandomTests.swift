import Foundation
import HTM
import Stowage
import Testing

/// The generator gives the numbers that NuPIC's gives.
struct RandomTests {
  @Test func everyCallGivesNuPICsNumbers() throws {
    let seeds = try Reference("htm/random.json")["random"].fields
    #expect(seeds.count >= 6)
    for (text, expected) in seeds {
      let seed = try #require(UInt64(text))
      var random = Random(seed: seed)
      for number in try expected["u32"].ints { #expect(random.getUInt32() == UInt32(number)) }
      for number in try expected["u32_mod1000"].ints {
        #expect(random.getUInt32(1000) == UInt32(number))
      }
      for number in try expected["u64"].items {
        #expect(random.getUInt64() == UInt64(try number.string))
      }
      for number in try expected["real64"].items {
        #expect(random.getReal64() == Double(try number.string))
      }
      var numbers = Array(0..<20)
      random.shuffle(&numbers)
      #expect(numbers == (try expected["shuffle20"].ints))
      #expect(random.sample(Array(0..<50), 10) == (try expected["sample50_10"].ints))
    }
  }

  @Test func valuesHoldGenerators() throws {
    var random = Random(seed: 7)
    _ = random.getUInt64()
    var again = try RandomProto.Value(random).makeRandom()
    #expect(again.getUInt64() == random.getUInt64())
    #expect(throws: HTMError.self) { try RandomProto.Value().makeRandom() }
  }

  @Test(
    arguments: [
      (Int64.max, 3), (.max - 2, 0), (-3, 0), (0, 3 + 31), (31, 3), (0, .min), (3, 0),
    ] as [(Int64, Int64)])
  func placesThatAreNoneAreRefused(_ rear: Int64, _ front: Int64) throws {
    let message = MessageBuilder()
    let root = try message.initRoot(RandomProto.self)
    try Random(seed: 1).write(root)
    let inner = try root.impl
    inner.rptr = rear
    inner.fptr = front
    let error = try #require(throws: HTMError.self) { try Random.read(root.asReader) }
    #expect(error.path == "RandomProto.impl")
  }
}
