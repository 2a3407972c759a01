import CapnProto
import Testing

/// Text, which should be UTF-8 and may be anything.
@Suite struct TextTests {
  /// A message whose root's first pointer leads to some bytes.
  private func bytes(_ bytes: [UInt8]) throws -> Pointers.Reader {
    var padded = bytes
    while padded.count % 8 != 0 { padded.append(0) }
    let words = stride(from: 0, to: padded.count, by: 8).map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << UInt64($1 * 8) }
    }
    return try Message(
      frame(
        [Pointer.structure(data: 0, pointers: 1), Pointer.list(.byte, count: bytes.count)] + words)
    ).root(Pointers.self)
  }

  @Test(arguments: [
    "", "a", "seven b", "eight by", "ünïcödé 🚢", "a\0b", String(repeating: "x", count: 9999),
  ])
  func textsComeBack(text: String) throws {
    for storage in Storage.allCases {
      let message = storage.builder
      try message.initRoot(Pointers.self).setText(text)
      let read = try message.reread().root(Pointers.self)
      #expect(read.hasText)
      #expect(try read.text.string == text && read.text.utf8Count == text.utf8.count)
      #expect(try read.text.validated() == text && read.text == text)
      #expect(try String(read.text) == text && "\(read.text)" == text)
    }
  }

  @Test func everySourceOfTextIsTaken() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setText("string")
    #expect(try root.text.string == "string")
    try root.setText("a substring".dropFirst(2))
    #expect(try root.text.string == "substring")
    try root.setText("static" as StaticString)
    #expect(try root.text.string == "static")
    try root.setText(constTexts[1])
    #expect(try root.text.string == "yy")
    try root.setText(root.asReader.text)
    #expect(try root.text.string == "yy", "its own text")
  }

  @Test func invalidUTF8IsMendedOrRefused() throws {
    let text = try bytes([0x61, 0xff, 0x62, 0]).text
    #expect(text.string == "a\u{fffd}b" && text.validated() == nil && text.utf8Count == 3)
    #expect(Array(text.utf8) == [0x61, 0xff, 0x62])
    let message = MessageBuilder()
    try message.initRoot(Pointers.self).setText(text)
    #expect(try Array(message.reread().root(Pointers.self).text.utf8) == [0x61, 0xff, 0x62])
  }

  @Test func embeddedZeroIsPartOfTheText() throws {
    let text = try bytes([0x61, 0, 0x62, 0]).text
    #expect(text.string == "a\0b" && text == "a\0b" && text != "a")
  }

  @Test func missingTerminatorIsRefused() throws {
    expectError(.malformed) { try bytes([0x61, 0x62]).text }
    expectError(.malformed) { try bytes([]).text }
    expectError(.malformed) { try bytes(Array("eight by".utf8)).text }
    #expect(try bytes([0]).text.isEmpty)
    #expect(try Array(bytes([0x61, 0x62])._raw.get(Bytes.self, at: 0)) == [0x61, 0x62])
  }

  @Test func otherObjectsAreNoText() throws {
    let structure = try message(
      Pointer.structure(data: 0, pointers: 1), Pointer.structure(data: 1, pointers: 0), 0)
    expectError(.malformed) { try structure.root(Pointers.self).text }
    let shorts = try message(
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.twoBytes, count: 4), 0)
    expectError(.malformed) { try shorts.root(Pointers.self).text }
  }

  @Test func textsAreComparedByTheirBytes() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.setTexts(["b", "a", "ab", "b"])
    let texts = try lists.asReader.texts.map { $0 }
    #expect(texts[0] == texts[3] && texts[0] != texts[1] && Set(texts).count == 3)
    #expect(texts.sorted().map(\.string) == ["a", "ab", "b", "b"])
    #expect("a" == texts[1] && texts[2] == "cab".dropFirst())
  }

  @Test func textIsReadInPlace() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setText("in place")
    let text = try root.asReader.text
    #expect(text.withSpan { span in span.count } == 8)
    let sum = unsafe text.withUTF8 { unsafe $0.reduce(0) { $0 + Int($1) } }
    #expect(sum == "in place".utf8.reduce(0) { $0 + Int($1) })
  }

  @Test func textIsBuiltInPlace() throws {
    let message = MessageBuilder()
    let text = try message.initRoot(Pointers.self).initText(byteCount: 3)
    #expect(text.utf8Count == 3 && text.string == "\0\0\0")
    unsafe text.withMutableUTF8 { bytes in
      for index in bytes.indices { unsafe bytes[index] = UInt8(ascii: "a") + UInt8(index) }
    }
    #expect(try message.reread().root(Pointers.self).text == "abc" && "\(text)" == "abc")
    #expect(try message.initRoot(Pointers.self).initText(byteCount: 0).utf8Count == 0)
  }
}
