import CapnProto
import Testing

/// Several texts, one behind another.
struct TextStreamTests {
  private let codec = TextCodec(pretty: false)
  private let stream = Array(
    """
    # The first ( is this:
    (text = "a ) \\" ( # b")(text = "c") # not this: (
      ( text = "d" )
    # The end.

    """.utf8)

  @Test func readsOneAfterTheOther() throws {
    var (position, texts) = (0, [String]())
    while true {
      let builder = MessageBuilder()
      let root = try builder.initRoot(Pointers.self)
      guard let end = try codec.decodeNext(stream, from: position, into: root.dynamic) else {
        break
      }
      position = end
      texts.append(try root.asReader.text.string)
    }
    #expect(texts == ["a ) \" ( # b", "c", "d"])
    expectError(.invalidArgument) {
      try codec.decodeNext(stream, from: -1, into: MessageBuilder().initRoot(Scalars.structSchema))
    }
  }

  @Test func linesAreThoseOfTheWhole() throws {
    let root = try MessageBuilder().initRoot(Pointers.structSchema)
    let text = Array("()\n()\n( no = 1)".utf8)
    let error = expectError(.unknownField) { try codec.decodeNext(text, from: 5, into: root) }
    #expect(error?.message.hasPrefix("3:3: ") == true)
    let unopened = Array(") ()".utf8)
    expectError(.malformed) { try codec.decodeNext(unopened, from: 0, into: root) }
  }

  @Test(arguments: [1, 2, 7, 1000]) func splitsAStreamInPieces(size: Int) throws {
    var splitter = ValueSplitter()
    var texts: [String] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      splitter.append(stream[start..<min(stream.count, start + size)])
      while let text = try splitter.next() {
        texts.append(try codec.decode(text, as: Pointers.self).root(Pointers.self).text.string)
      }
    }
    #expect(texts == ["a ) \" ( # b", "c", "d"])
    #expect(splitter.finish() == nil)
    splitter.append(Array(" (a".utf8))
    #expect(try splitter.next() == nil)
    #expect(splitter.finish() == Array("(a".utf8))
  }

  @Test func refusesATextWithoutEnd() throws {
    var splitter = ValueSplitter()
    splitter.maximumValueBytes = 1000
    splitter.append(Array(repeating: UInt8(ascii: "("), count: 1001))
    expectError(.messageTooLarge) { try splitter.next() }
  }
}
