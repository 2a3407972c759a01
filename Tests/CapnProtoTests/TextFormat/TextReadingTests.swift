import CapnProto
import Foundation
import Testing

/// What text means; the random ones are in `TextDifferentialTests`.
struct TextReadingTests {
  private let codec = TextCodec(pretty: false)

  @Test func readsEveryKindOfValue() throws {
    let message = try codec.decode(
      """
      # A comment.
      ( void = void, bool = true, int8 = -0x80, int16 = 017, int64 = -9223372036854775808,
        uint64 = 18446744073709551615, float32 = 1., float64 = -1.5e-3, color = ultraViolet, )
      """, as: Scalars.self)
    let root = try message.root(Scalars.self)
    #expect(root.bool && root.int8 == -128 && root.int16 == 15 && root.int64 == .min)
    #expect(root.uint64 == .max && root.float32 == 1 && root.float64 == -0.0015)
    #expect(root.color == .ultraViolet)
  }

  @Test func readsWhatPointersLeadTo() throws {
    let message = try codec.decode(
      #"(text = "a\x41\101\n" "b" # more"# + "\n"
        + #""c", data = 0x"00 fF", struct = (int8 = (5)), list = [1, 2,])"#,
      as: Pointers.self)
    let root = try message.root(Pointers.self)
    #expect(try root.text == "aAA\nbc" && Array(root.data) == [0, 255])
    #expect(try root.struct.int8 == 5 && Array(root.list) == [1, 2])
    #expect(
      try Array(codec.decode(#"(data = "é")"#, as: Pointers.self).root(Pointers.self).data).count
        == 2)
  }

  @Test func readsGroupsAndUnions() throws {
    let groups = try codec.decode(
      "(first = (number = 3, second = (flag = false)))", as: Groups.self
    ).root(Groups.self)
    #expect(groups.first.number == 3 && !groups.first.second.flag)
    let union = try codec.decode("(point = (x = inf))", as: UnnamedUnion.self)
    #expect(
      try codec.encode(union.root(UnnamedUnion.self)) == "(before = 0, point = (x = inf, y = 0))")
  }

  @Test func leavesTheOtherFieldsAsTheyAre() throws {
    let root = try MessageBuilder().initRoot(Pointers.self)
    try root.setText("old")
    try root.setList([1, 2, 3])
    try codec.decode("(list = [7])", into: root)
    #expect(try codec.encode(root.asReader) == #"(text = "old", list = [7])"#)
  }

  @Test func aZeroKeepsItsSign() throws {
    let message = try codec.decode("(float64 = -0, float32 = -0.0)", as: Scalars.self)
    let root = try message.root(Scalars.self)
    #expect(root.float64.sign == .minus && root.float32.sign == .minus)
  }

  @Test(
    arguments: [
      ("(int8 = 128)", .typeMismatch, "Scalars.int8", "1:9: "),
      ("(int8 = -129)", .typeMismatch, "Scalars.int8", "1:9: "),
      ("(uint64 = -1)", .typeMismatch, "Scalars.uint64", "1:11: "),
      ("(int64 = 18446744073709551616)", .malformed, "Scalars", "1:10: "),
      ("(bool = 1)", .typeMismatch, "Scalars.bool", "1:9: "),
      ("(int8 = 1.0)", .typeMismatch, "Scalars.int8", "1:9: "),
      ("(color = purple)", .typeMismatch, "Scalars.color", "1:10: "),
      ("(color = 65536)", .typeMismatch, "Scalars.color", "1:10: "),
      ("(float32 = \"x\")", .typeMismatch, "Scalars.float32", "1:12: "),
      ("(\n  purple = 1)", .unknownField, "Scalars.purple", "2:3: "),
      ("(int8 = 1, int8 = 2)", .malformed, "Scalars.int8", "1:12: "),
      ("(int8 = 1", .malformed, "Scalars", "1:10: "), ("", .malformed, "Scalars", "1:1: "),
      ("(int8 = 1) 2", .malformed, "Scalars", "1:12: "), ("[1]", .malformed, "Scalars", "1:1: "),
      ("(1)", .malformed, "Scalars", "1:2: "), ("(1, 2)", .malformed, "Scalars", "1:2: "),
      ("(,)", .malformed, "Scalars", "1:2: "), ("(int8 = 1,,)", .malformed, "Scalars", "1:11: "),
      ("(int8 = ~1)", .malformed, "Scalars", "1:9: "),
      ("(int8 = .limit)", .typeMismatch, "Scalars.int8", "1:9: "),
      ("(int8 = a.b.c)", .typeMismatch, "Scalars.int8", "1:9: "),
      ("(int8 = `)", .malformed, "Scalars", "1:9: "),
    ] as [(String, CapnProtoError.Code, String, String)])
  func refusesWhatIsWrong(
    text: String, code: CapnProtoError.Code, path: String, place: String
  ) throws {
    let error = expectError(code) { try codec.decode(text, as: Scalars.self) }
    #expect(error?.path == path)
    #expect(error?.message.hasPrefix(place) == true, "\(String(describing: error))")
  }

  @Test func refusesTwoMembersOfAUnion() throws {
    let error = expectError(.malformed) {
      try codec.decode("(none = void, number = 1)", as: UnnamedUnion.self)
    }
    #expect(error?.path == "UnnamedUnion.number")
  }

  @Test func aRefusedValueLeavesTheUnionAsItWas() throws {
    let root = try MessageBuilder().initRoot(UnnamedUnion.self)
    root.number = 1
    for text in ["(some = 5)", "(point = 5)", "(none = 5)", "(many = (5))"] {
      expectError(.typeMismatch) { try codec.decode(text, into: root) }
      #expect(root.asReader.tag == .number)
    }
  }

  @Test func refusesWhatAPointerOfAnOpenTypeLeadsTo() throws {
    for name in ["anyPointer", "anyStruct", "anyList", "capability", "interface"] {
      expectError(.unsupported) { try codec.decode("(\(name) = ())", as: Pointers.self) }
    }
  }

  @Test func errorsCarryThePath() throws {
    let error = expectError(.typeMismatch) {
      try codec.decode("(structLists = [[], [(), (struct = (int16 = 70000))]])", as: Lists.self)
    }
    #expect(error?.path == "Lists.structLists[1][1].struct.int16")
  }
}
