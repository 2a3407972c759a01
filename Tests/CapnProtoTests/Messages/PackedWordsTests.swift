import CapnProto
import Foundation
import Testing

/// Packing of words that are no framed message.
struct PackedWordsTests {
  @Test(arguments: [0, 1, 2, 255, 256, 257, 1000])
  func whatIsPackedUnpacks(count: Int) throws {
    var random = SplitMix(state: UInt64(count))
    for density in [0, 1, 4, 8] {
      let words = Data(
        (0..<count * 8).map { _ in Int.random(in: 0..<8, using: &random) < density ? 7 : 0 })
      let packed = try PackedWords.pack(words)
      #expect(try PackedWords.unpack(packed) == words)
      if count > 0 {
        let error = expectError(.truncated) { try PackedWords.unpack(packed.dropLast()) }
        #expect(error?.message.contains("cut off") == true)
      }
    }
  }

  @Test func sliceOfData() throws {
    let data = Data(repeating: 3, count: 24)
    #expect(try PackedWords.unpack(PackedWords.pack(data[8..<16])) == data[8..<16])
  }

  @Test func onlyWholeWords() {
    expectError(.invalidArgument) { try PackedWords.pack(Data(count: 7)) }
  }

  @Test func unpacksNoMoreThanTheMaximum() throws {
    let packed = try PackedWords.pack(Data(count: 1 << 20))
    #expect(packed.count < 2048)
    #expect(try PackedWords.unpack(packed, maximumBytes: 1 << 20).count == 1 << 20)
    expectError(.messageTooLarge) { try PackedWords.unpack(packed, maximumBytes: (1 << 20) - 1) }
  }
}
