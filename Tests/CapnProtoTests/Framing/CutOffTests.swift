import CapnProto
import Foundation
import Testing

/// Input that ends before its message does, at every byte.
@Suite struct CutOffTests {
  @Test func framedMessageIsNeverHalfRead() throws {
    for bytes in try Parade.bytes(packed: false).dropLast() {
      for count in bytes.indices {
        expectError(.truncated) { try Message([UInt8](bytes[..<count])) }
        expectError(.truncated) { try Message(Data(bytes[..<count])) }
      }
      _ = try Message(bytes)
    }
  }

  @Test func packedMessageIsNeverHalfRead() throws {
    for bytes in try Parade.bytes(packed: true) {
      let counts = bytes.count < 2000 ? Array(bytes.indices) : Array(0..<200) + [bytes.count - 1]
      for count in counts {
        expectError(.truncated) { try Message(packed: [UInt8](bytes[..<count])) }
        expectError(.truncated) { try Message(packed: Data(bytes[..<count])) }
      }
      _ = try Message(packed: bytes)
    }
  }

  @Test func flatMessageIsWholeWords() throws {
    let message = MessageBuilder()
    try message.initRoot(PointersOnly.self).setFirst("first")
    let flat = try message.flatBytes()
    #expect(try Message(flat: flat).root(PointersOnly.self).first == "first")
    for count in 1..<flat.count where count % 8 != 0 {
      expectError(.truncated) { try Message(flat: flat.prefix(count)) }
    }
    let cut = try Message(flat: flat.prefix(flat.count - 8)).root(PointersOnly.self)
    expectError(.malformed) { try cut.first }
    expectError(.unsupported) {
      let many = Storage.segmentPerObject.builder
      try many.initRoot(PointersOnly.self).setFirst("first")
      return try many.flatBytes()
    }
  }

  @Test func claimThatPackedBytesCannotHold() throws {
    // A head that claims a gibibyte less a word, packed, and nothing behind it.
    let head: [UInt8] = [0xf0, 0xff, 0xff, 0xff, 0x07]
    let error = expectError(.truncated) { try Message(packed: head) }
    #expect(error?.message.contains("cannot hold") == true)
    expectError(.messageTooLarge) {
      try Message(packed: head, options: ReaderOptions(maximumMessageBytes: 1 << 20))
    }
  }

  @Test func packedRunPastTheEnd() throws {
    // One word is claimed, and a run of three zero words follows.
    let error = expectError(.malformed) { try Message(packed: [0x10, 0x01, 0x00, 0x02]) }
    #expect(error?.message.contains("does not end where") == true)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func damagedInputNeverTraps(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let framed = try Parade.bytes(packed: false)
    let packed = try Parade.bytes(packed: true)
    for _ in 0..<300 {
      for (index, isPacked) in [(1, false), (2, false), (1, true), (2, true)] {
        var bytes = (isPacked ? packed : framed)[index]
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
            in: 0...255, using: &generator)
        }
        guard let message = try? isPacked ? Message(packed: bytes) : Message(bytes) else {
          continue
        }
        // What is damaged reads as something or throws; both are fine here.
        _ = try? message.root(Lists.self).totalSize
        _ = try? message.root(Lists.self).canonicalBytes()
        _ = try? message.root(Lists.self).texts.map(\.string)
        _ = try? message.root(Lists.self).structs.map(\.int64).count
        _ = try? MessageBuilder().setRoot(message.root(Lists.self))
      }
    }
  }
}
