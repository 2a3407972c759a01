import CapnProto
import Foundation
import Testing

@Suite struct JSONEncodingTests {
  private let codec = JSONCodec()

  @Test func writesScalarsInTheOrderOfTheText() throws {
    let builder = try MessageBuilder().initRoot(Scalars.self)
    builder.int64 = .min
    builder.uint64 = .max
    builder.float32 = 0.1
    builder.float64 = 1e21
    builder.color = .ultraViolet
    #expect(
      try codec.encode(builder.asReader)
        == #"{"void":null,"bool":false,"int8":0,"int16":0,"int32":0,"#
        + #""int64":"-9223372036854775808","uint8":0,"uint16":0,"uint32":0,"#
        + #""uint64":"18446744073709551615","float32":0.1,"float64":1e21,"#
        + #""color":"ultraViolet","secondBool":false,"palette":"cold"}"#)
  }

  @Test func writesLargeIntegersAsNumbersWhenAsked() throws {
    var codec = JSONCodec()
    codec.largeIntegers = .number
    codec.omitsDefaults = true
    let builder = try MessageBuilder().initRoot(Scalars.self)
    builder.int64 = 9_007_199_254_740_993
    builder.uint64 = .max
    #expect(
      try codec.encode(builder.asReader)
        == #"{"int64":9007199254740993,"uint64":18446744073709551615}"#)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (1e-5, "1e-05"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e308"), (123456.789, "123456.789"),
    (5e15, "5e15"), (-1e14, "-100000000000000"), (0.0001, "0.0001"), (-0.00012, "-0.00012"),
    (9_007_199_254_740_992, "9007199254740992"), (1e16, "1e16"), (-1.5e-10, "-1.5e-10"),
    (0.1 + 0.2, "0.30000000000000004"), (123_456_789_012_345_680, "1.2345678901234568e17"),
    (.nan, "\"NaN\""), (.infinity, "\"Infinity\""), (-.infinity, "\"-Infinity\""),
  ]) func writesTheShortestNumber(value: Double, text: String) throws {
    #expect(try codec.encode(.float64(value), type: .float64) == text)
    let builder = try MessageBuilder().initRoot(Scalars.self)
    try codec.decode("{\"float64\":\(text)}", into: builder)
    #expect(
      builder.float64 == value && builder.float64.sign == value.sign
        || value.isNaN && builder.float64.isNaN)
  }

  @Test func escapesOnlyWhatHasToBe() throws {
    let builder = try MessageBuilder().initRoot(Pointers.self)
    try builder.setText("\u{8}\t\n\u{c}\r\"\\\u{1}\u{1f}\u{7f}/é🚢")
    #expect(
      try codec.encode(builder.asReader)
        == "{\"text\":\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f\u{7f}/é🚢\"}")
  }

  @Test func mendsTextThatIsNotUTF8() throws {
    let builder = try MessageBuilder().initRoot(Pointers.self)
    try builder.setText([0x61, 0xc3, 0x22, 0xff] as [UInt8])
    #expect(try codec.encode(builder.asReader) == "{\"text\":\"a\u{fffd}\\\"\u{fffd}\"}")
  }

  @Test(arguments: [
    (JSONCodec.DataEncoding.base64, #"{"data":"AAH+/w=="}"#), (.hex, #"{"data":"0001feff"}"#),
    (.array, #"{"data":[0,1,254,255]}"#),
  ]) func writesBytes(encoding: JSONCodec.DataEncoding, text: String) throws {
    var codec = JSONCodec()
    codec.dataEncoding = encoding
    let builder = try MessageBuilder().initRoot(Pointers.self)
    try builder.setData([0, 1, 0xfe, 0xff] as [UInt8])
    #expect(try codec.encode(builder.asReader) == text)
    let back = try codec.decode(text, as: Pointers.self).root(Pointers.self)
    #expect(Array(try back.data) == [0, 1, 0xfe, 0xff])
  }

  @Test func writesTheMemberOfAUnionThatIsSet() throws {
    let named = try MessageBuilder().initRoot(NamedUnion.self)
    #expect(
      try codec.encode(named.asReader) == #"{"value":{"nothing":null},"other":{"small":0}}"#)
    let tree = try MessageBuilder().initRoot(Tree.self)
    try tree.initBranch().initLeft().leaf = 5
    #expect(try codec.encode(tree.asReader) == #"{"branch":{"left":{"leaf":5}}}"#)
  }

  @Test func leavesOutDefaultsWhenAsked() throws {
    var codec = JSONCodec()
    codec.omitsDefaults = true
    let scalars = try MessageBuilder().initRoot(ScalarDefaults.self)
    #expect(try codec.encode(scalars.asReader) == "{}")
    scalars.int8 = 0
    #expect(try codec.encode(scalars.asReader) == #"{"int8":0}"#)
    #expect(try codec.encode(MessageBuilder().initRoot(Groups.self).asReader) == "{}")
    #expect(try codec.encode(MessageBuilder().initRoot(NamedUnion.self).asReader) == "{}")
    let groups = try MessageBuilder().initRoot(Groups.self)
    groups.first.second.flag = false
    #expect(try codec.encode(groups.asReader) == #"{"first":{"second":{"flag":false}}}"#)
  }

  @Test func writesAnUnknownEnumerantAsItsNumber() throws {
    let builder = try MessageBuilder().initRoot(Scalars.self)
    try codec.decode(#"{"color":77}"#, into: builder)
    #expect(builder.color.rawValue == 77)
    #expect(try codec.encode(builder.asReader).contains(#""color":77"#))
  }

  @Test func refusesWhatJSONCannotShow() throws {
    let builder = try MessageBuilder().initRoot(Pointers.self)
    try builder.anyPointer.initialize(Scalars.self)
    let error = expectError(.unsupported) { try codec.encode(builder.asReader) }
    #expect(error?.path == "Pointers.anyPointer")
  }

  @Test func stopsAtTheLimitOfTheOutput() throws {
    var codec = JSONCodec()
    codec.maximumOutputBytes = 1000
    let builder = try MessageBuilder().initRoot(Lists.self)
    try builder.initStructs(count: 100)
    expectError(.tooLarge) { try codec.encode(builder.asReader) }
  }

  @Test func doesNotFollowTheDefaultOfARecursiveUnion() throws {
    // The member of `Box(T)` that is set is null, and a box itself.
    let text = try JSONCodec().encode(MessageBuilder().initRoot(Generics.self).asReader)
    #expect(text == #"{"kind":"ordered"}"#)
  }
}
