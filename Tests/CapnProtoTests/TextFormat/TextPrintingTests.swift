import CapnProto
import Foundation
import Testing

/// What messages look like as text; the random ones are in `TextDifferentialTests`.
struct TextPrintingTests {
  private func text<T: StructType>(
    _ type: T.Type, pretty: Bool = false, _ fill: (T.Builder) throws -> Void
  ) throws -> String {
    let root = try MessageBuilder().initRoot(type)
    try fill(root)
    return try TextCodec(pretty: pretty).encode(root.asReader)
  }

  @Test func nullPointersAreLeftOut() throws {
    #expect(try text(Pointers.self) { _ in } == "()")
    #expect(try text(Pointers.self) { try $0.setText("") } == #"(text = "")"#)
    #expect(try text(PointerDefaults.self, pretty: true) { _ in } == "()")
  }

  @Test func numbersAreThereEvenWhenTheyAreZero() throws {
    #expect(
      try text(Small.self) { _ in } == "(value = 0)"
        && text(ScalarUnion.self) { $0.square = 0 } == "(square = 0)")
  }

  @Test func aMemberThatIsNotTheFirstIsThereEvenWhenItIsNull() throws {
    #expect(try text(UnnamedUnion.self) { _ in } == "(before = 0, none = void)")
    let null = try text(UnnamedUnion.self) { try $0.dynamic.set(["some": nil]) }
    #expect(null == #"(before = 0, some = "")"#)
  }

  @Test func linesAreBrokenAsTheToolBreaksThem() throws {
    let printed = try text(Groups.self, pretty: true) {
      try $0.setBefore("twenty-five characters...")
      try $0.first.setText("short")
    }
    #expect(
      printed == """
        ( before = "twenty-five characters...",
          first = (
            number = 11,
            text = "short",
            second = (flag = true, color = green, third = (small = 0)) ),
          after = 0 )
        """)
  }

  @Test func whatIsNoTextIsEscaped() throws {
    let printed = try text(Pointers.self) {
      try $0.setText("é'\"\\\u{7}\u{8}\u{c}\n\r\t\u{b}\u{1}\u{7f}9")
      try $0.setData([0, 0x41, 0x80, 0xFF])
    }
    #expect(
      printed == #"(text = "é\'\"\\\a\b\f\n\r\t\v\001\1779", data = "\000A\200\377")"#)
  }

  @Test func textThatIsNotUTF8StaysAsItIsInBytes() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setText([0xFF] as [UInt8])
    let codec = TextCodec()
    #expect(try codec.encode(root.asReader) == "(text = \"\u{FFFD}\")")
    #expect(
      try codec.encodeBytes(root.asReader.dynamic) == Array(#"(text = ""#.utf8) + [
        0xFF, 0x22, 0x29,
      ])
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (1, "1"), (1e30, "1e30"), (1e-7, "1e-07"),
      (123_456_789_012_345_680, "1.2345678901234568e17"),
      (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "4.94065645841247e-324"),
      (-0.0, "-0"),
      (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (1e15, "1e15"), (100000, "100000"),
      (.greatestFiniteMagnitude, "1.7976931348623157e308"),
    ] as [(Double, String)])
  func doubles(value: Double, expected: String) throws {
    #expect(try TextCodec().encode(.float64(value), type: .float64) == expected)
  }

  @Test(
    arguments: [
      (0.1, "0.1"), (16_777_216, "16777216"), (1e10, "1e10"),
      (.leastNonzeroMagnitude, "1.4012985e-45"),
      (.greatestFiniteMagnitude, "3.4028235e38"),
    ] as [(Float, String)])
  func floats(value: Float, expected: String) throws {
    #expect(try TextCodec().encode(.float32(value), type: .float32) == expected)
  }

  @Test func floatsAreExactWhereThatIsAskedFor() throws {
    var generator = SplitMix(state: 3)
    var codec = TextCodec(pretty: false)
    codec.exactFloats = true
    for _ in 0..<5000 {
      let value = Float(bitPattern: UInt32.random(in: 0...UInt32.max, using: &generator))
      let root = try MessageBuilder().initRoot(Scalars.self)
      root.float32 = value
      let back = try codec.decode(codec.encode(root.asReader), as: Scalars.self)
      let read = try back.root(Scalars.self).float32
      #expect(read == value || value.isNaN && read.isNaN)
    }
  }

  @Test func unknownEnumerantsAreNumbers() throws {
    let printed = try text(Lists.self) { try $0.dynamic.set(["colors": ["blue", 77]]) }
    #expect(printed == "(colors = [blue, (77)])")
  }

  @Test func whatTextCannotShowHasAName() throws {
    let printed = try text(Pointers.self) {
      try $0.anyPointer.initialize(Scalars.self)
      try $0.initStruct()
    }
    #expect(printed.hasSuffix("anyPointer = <opaque pointer>)"))
  }

  @Test func errorsCarryThePath() throws {
    let builder = MessageBuilder()
    let deep = try builder.initRoot(Lists.self).initDeep(count: 2)
    try deep.initialize(1, count: 1).initialize(0, count: 1).set(0, to: "text")
    var options = ReaderOptions()
    options.nestingLimit = 3
    let message = try Message(builder.bytes(), options: options)
    let error = expectError(.nestingLimit) { try TextCodec().encode(message.root(Lists.self)) }
    #expect(error?.path == "Lists.deep[1][0]")
  }

  @Test func claimedElementsOfNoSizeAreNotPrinted() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Lists.self).initVoids(count: 1 << 28)
    let message = try Message(builder.bytes())
    let error = expectError(.traversalLimit) { try TextCodec().encode(message.root(Lists.self)) }
    #expect(error?.path == "Lists.voids")
  }

  @Test func thereIsALimitToWhatIsPrinted() throws {
    var codec = TextCodec()
    codec.maximumOutputBytes = 100
    let root = try MessageBuilder().initRoot(Lists.self)
    try root.setInt8s(Array(repeating: 1, count: 100))
    expectError(.tooLarge) { try codec.encode(root.asReader) }
  }
}
