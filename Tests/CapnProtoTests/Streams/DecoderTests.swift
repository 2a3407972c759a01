import CapnProto
import Testing

/// Bytes that come in pieces, as from a network.
@Suite struct DecoderTests {
  /// The marks of what a decoder gives while it is fed.
  private func marks(_ bytes: [UInt8], packed: Bool, pieces: Int) throws -> [Int] {
    var decoder = MessageDecoder(packed: packed)
    var marks: [Int] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      decoder.append(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      while let message = try decoder.next() { marks.append(try Parade.mark(message)) }
    }
    try decoder.finish()
    return marks
  }

  @Test(arguments: [false, true], [1, 2, 7, 8, 9, 64, 1000, .max])
  func piecesOfAnySize(packed: Bool, pieces: Int) throws {
    let bytes = try Parade.bytes(packed: packed).flatMap { $0 }
    #expect(try marks(bytes, packed: packed, pieces: pieces) == Parade.marks)
  }

  @Test(arguments: [false, true])
  func noMessageBeforeItsLastByte(packed: Bool) throws {
    let bytes = try Parade.bytes(packed: packed)[2]
    var decoder = MessageDecoder(packed: packed)
    for (index, byte) in bytes.enumerated() {
      #expect(try decoder.next() == nil)
      if index > 0 { expectError(.truncated) { try decoder.finish() } }
      decoder.append([byte])
    }
    #expect(try decoder.next().map(Parade.mark) == 2)
    try decoder.finish()
    #expect(try decoder.next() == nil && decoder.undecodedCount == 0)
  }

  @Test(arguments: [false, true])
  func leastMissingNeverReachesIntoTheNextMessage(packed: Bool) throws {
    let messages = try Parade.bytes(packed: packed)
    var rest = messages.flatMap { $0 }[...]
    var decoder = MessageDecoder(packed: packed)
    for (bytes, mark) in zip(messages, Parade.marks) {
      let end = rest.startIndex + bytes.count
      var message: Message?
      while message == nil {
        let count = decoder.leastMissing
        try #require(count > 0 && rest.startIndex + count <= end)
        decoder.append(rest.prefix(count))
        rest = rest.dropFirst(count)
        message = try decoder.next()
      }
      #expect(try message.map(Parade.mark) == mark)
      #expect(rest.startIndex == end && decoder.undecodedCount == 0)
    }
  }

  @Test(arguments: [false, true])
  func claimsAreHeldAgainstTheLimit(packed: Bool) throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt64s(count: 1000)
    let bytes = try [UInt8](packed ? message.packedBytes() : message.bytes())
    var decoder = MessageDecoder(
      packed: packed, options: ReaderOptions(maximumMessageBytes: 1000))
    decoder.append(bytes.prefix(packed ? 10 : 16))
    expectError(.messageTooLarge) { try decoder.next() }
  }

  @Test func damageIsFound() throws {
    var decoder = MessageDecoder(packed: true)
    decoder.append([0x10, 0x01, 0x00, 0x02])
    expectError(.malformed) { try decoder.next() }
  }

  @Test func emptyPiecesAreFine() throws {
    var decoder = MessageDecoder(packed: false)
    decoder.append([])
    #expect(try decoder.next() == nil)
    try decoder.finish()
    let bytes = try Parade.bytes(packed: false)[1]
    decoder.append(bytes)
    decoder.append(EmptyCollection())
    #expect(try decoder.next().map(Parade.mark) == 1)
  }

  @Test func copyOfADecoderIsADecoderOfItsOwn() throws {
    let bytes = try Parade.bytes(packed: false)[1]
    var one = MessageDecoder(packed: false)
    one.append(bytes[..<40])
    #expect(try one.next() == nil)
    var other = one
    one.append(bytes[40...])
    let message = try one.next()
    #expect(try message.map(Parade.mark) == 1)
    other.append([UInt8](repeating: 0xff, count: bytes.count - 40))
    _ = try? other.next()
    #expect(
      try message?.root(Pointers.self).text.string == "a small one", "a message never changes")
  }
}
