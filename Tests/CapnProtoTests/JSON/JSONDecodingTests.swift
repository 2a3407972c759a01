import CapnProto
import Foundation
import Testing

@Suite struct JSONDecodingTests {
  private let codec = JSONCodec()

  private func scalars(_ text: String) throws -> Scalars.Reader {
    try codec.decode(text, as: Scalars.self).root(Scalars.self)
  }

  @Test(arguments: [
    ("9223372036854775807", Int64.max), ("-9223372036854775808", .min),
    ("9007199254740993", 9_007_199_254_740_993), ("1e3", 1000), ("1.50e1", 15), ("-0", 0),
    ("0.0000e99999999999999999999", 0), ("12000e-3", 12), ("-0.9223372036854775808e19", .min),
  ]) func readsIntegersExactly(text: String, value: Int64) throws {
    #expect(try scalars("{\"int64\":\(text)}").int64 == value)
    #expect(try scalars("{\"int64\":\"\(text)\"}").int64 == value)
  }

  @Test func readsTheLargestUnsignedInteger() throws {
    #expect(try scalars(#"{"uint64":18446744073709551615}"#).uint64 == .max)
    #expect(try scalars(#"{"uint64":"18446744073709551615"}"#).uint64 == .max)
  }

  @Test(arguments: [
    #"{"int8":128}"#, #"{"int8":-129}"#, #"{"uint8":-1}"#, #"{"uint8":256}"#, #"{"int8":1.5}"#,
    #"{"uint64":18446744073709551616}"#, #"{"int64":9223372036854775808}"#,
    #"{"int64":-9223372036854775809}"#, #"{"int64":1e400}"#, #"{"int64":1e-1}"#,
    #"{"int32":"0x10"}"#, #"{"int32":" 1"}"#, #"{"int32":""}"#, #"{"int32":"01"}"#,
    #"{"int32":true}"#, #"{"int32":null}"#, #"{"bool":0}"#, #"{"bool":"true"}"#,
    #"{"void":0}"#, #"{"float32":1e39}"#, #"{"float64":1e309}"#, #"{"float64":"inf"}"#,
    #"{"color":"mauve"}"#, #"{"color":-1}"#, #"{"color":65536}"#, #"{"color":1.5}"#,
  ]) func refusesAValueThatDoesNotFit(text: String) throws {
    let error = expectError(.typeMismatch) { try scalars(text) }
    let name = text.split(separator: "\"")[1]
    #expect(error?.path == "Scalars.\(name)")
    #expect(error?.message.hasPrefix("line 1, column ") == true)
  }

  @Test(arguments: [
    ("0.1", 0.1 as Float), ("\"0.1\"", 0.1), ("16777217", 16_777_216), ("\"Infinity\"", .infinity),
    // Rounded once: by way of a `Double` it would be 1.
    ("1.00000005960464477540", 1.0000001),
  ]) func readsFloats(text: String, value: Float) throws {
    #expect(try scalars("{\"float32\":\(text)}").float32 == value)
  }

  @Test func readsNoNumberWhereThereIsNone() throws {
    #expect(try scalars(#"{"float32":"NaN","float64":null}"#).float32.isNaN)
    #expect(try scalars(#"{"float64":null}"#).float64.isNaN)
  }

  @Test func readsVeryLongNumbers() throws {
    let zeros = String(repeating: "0", count: 100_000)
    #expect(try scalars("{\"float64\":0.\(zeros)1e100001}").float64 == 1)
    #expect(try scalars("{\"float64\":1\(zeros)e-100000}").float64 == 1)
    #expect(try scalars("{\"int32\":7\(zeros)e-100000}").int32 == 7)
    // A little more than the middle between 1 and the next number.
    let middle = "1.00000000000000011102230246251565404236316680908203125"
    #expect(try scalars("{\"float64\":\(middle)\(zeros)1}").float64 == 1.0.nextUp)
    #expect(try scalars("{\"float64\":\(middle)\(zeros)}").float64 == 1)
  }

  @Test func readsEscapesAndPairs() throws {
    let text = #"{"text":"\u00e9\u4E2D\ud83d\ude00\"\\\/\b\f\n\r\t\u0000é🚢"}"#
    let root = try codec.decode(text, as: Pointers.self).root(Pointers.self)
    #expect(try root.text.string == "é中😀\"\\/\u{8}\u{c}\n\r\t\0é🚢")
  }

  @Test func readsKeysWithEscapes() throws {
    #expect(try scalars(#"{"\u0069nt8":5}"#).int8 == 5)
  }

  @Test func acceptsNullForPointers() throws {
    let text =
      #"{"text":null,"data":null,"struct":null,"list":null,"anyPointer":null,"#
      + #""anyStruct":null,"anyList":null,"capability":null,"interface":null}"#
    let builder = MessageBuilder()
    let root = try builder.initRoot(Pointers.self)
    try root.setText("gone")
    try codec.decode(text, into: root)
    #expect(!root.asReader.hasText)
    #expect(try codec.encode(root.asReader) == "{}")
  }

  @Test func leavesOtherFieldsAsTheyAre() throws {
    let groups = try MessageBuilder().initRoot(Groups.self)
    groups.first.number = 3
    groups.after = 9
    try codec.decode(#"{"first":{"second":{"flag":false}}}"#, into: groups)
    #expect(groups.first.number == 3 && groups.after == 9 && !groups.first.second.flag)
  }

  @Test func setsTheMemberOfAUnion() throws {
    let text = #"{"value":{"group":{"text":"t","choice":{"both":{"second":2}}}}}"#
    let root = try codec.decode(text, as: NamedUnion.self).root(NamedUnion.self)
    #expect(
      try codec.encode(root) == #"{"value":{"group":{"number":3,"bit":false,"text":"t","#
        + #""choice":{"both":{"first":0,"second":2}}}},"other":{"small":0}}"#)
    let error = expectError(.typeMismatch) {
      try codec.decode(#"{"value":{"int8":1,"bool":true}}"#, as: NamedUnion.self)
    }
    #expect(error?.path == "NamedUnion.value")
  }

  @Test func readsLists() throws {
    let text =
      #"{"voids":[null,null],"bools":[true,false],"texts":["a",null],"datas":["AA=="],"#
      + #""structs":[{"int8":1},{}],"nested":[[1,2],[],null],"colors":["blue",9]}"#
    let root = try codec.decode(text, as: Lists.self).root(Lists.self)
    #expect(try root.voids.count == 2)
    #expect(try Array(root.bools) == [true, false])
    #expect(try root.nested.count == 3 && root.nested[0].elementsEqual([1, 2]))
    #expect(try root.structs[0].int8 == 1)
    #expect(try root.colors[1].rawValue == 9)
  }

  @Test(arguments: [
    ("{\"texts\":[\"a\",\n 1]}", CapnProtoError.Code.typeMismatch, "Lists.texts[1]"),
    (#"{"structs":[{},{"int8":900}]}"#, .typeMismatch, "Lists.structs[1].int8"),
    (#"{"structs":[{},{"int9":900}]}"#, .unknownField, "Lists.structs[1]"),
    (#"{"nested":[[1],[true]]}"#, .typeMismatch, "Lists.nested[1][0]"),
    (#"{"nested":{}}"#, .typeMismatch, "Lists.nested"),
    (#"{"datas":["A"]}"#, .typeMismatch, "Lists.datas[0]"),
    (#"{"datas":["AB=="]}"#, .typeMismatch, "Lists.datas[0]"),
    (#"{"datas":[[1,256]]}"#, .typeMismatch, "Lists.datas[0][1]"),
    (#"{"structs":[7]}"#, .typeMismatch, "Lists.structs[0]"),
    (#"{"interfaces":[7]}"#, .unsupported, "Lists.interfaces[0]"),
    ("[]", .typeMismatch, "Lists"),
  ]) func tellsTheWayToAnError(text: String, code: CapnProtoError.Code, path: String) throws {
    let error = expectError(code) { try codec.decode(text, as: Lists.self) }
    #expect(error?.path == path)
    if path == "Lists.texts[1]" {
      #expect(error?.message == "line 2, column 2: the number 1 is no Text")
    }
  }

  @Test func ignoresUnknownFieldsWhenAsked() throws {
    var codec = JSONCodec()
    codec.unknownFields = .ignore
    let text = #"{"new":{"a":[1,{"b":2}]},"int8":4}"#
    #expect(try codec.decode(text, as: Scalars.self).root(Scalars.self).int8 == 4)
  }

  @Test func readsBytesAndSchemas() throws {
    let schema = try Scalars.structSchema
    let message = try codec.decode(Data(#"{"int8":4}"#.utf8), as: schema)
    #expect(try message.root(Scalars.self).int8 == 4)
  }
}
