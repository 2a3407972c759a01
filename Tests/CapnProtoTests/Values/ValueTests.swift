import CapnProto
import Foundation
import Testing

@Suite struct ValueTests {
  /// What becomes of a value that is written into a message and read back.
  private func copy<Value: StructValue>(_ value: Value) throws -> Value {
    let builder = MessageBuilder()
    try builder.setRoot(value)
    return try Message(builder.bytes()).root(as: Value.self)
  }

  private func viaJSON<Value: StructValue>(_ value: Value) throws -> Value {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(Value.self, from: encoder.encode(value))
  }

  @Test func scalars() throws {
    var value = Scalars.Value()
    value.bool = true
    value.int8 = -8
    value.uint64 = .max
    value.float32 = 0.25
    value.color = .ultraViolet
    value.palette = .unrecognized(77)
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
    #expect(try copy(Scalars.Value()) == Scalars.Value())
  }

  @Test func defaultsAreThoseOfTheSchema() throws {
    let value = ScalarDefaults.Value()
    #expect(value.bool && value.int8 == -123 && value.color == .blue)
    #expect(value.infinity == .infinity && value.notANumber.isNaN)
    let pointers = PointerDefaults.Value()
    #expect(pointers.text.hasSuffix("🚢"))
    #expect(pointers.data == [0, 1, 0xfe, 0xff])
    #expect(pointers.voids == 3)
    #expect(pointers.texts == ["a", "", "ccc"])
    #expect(pointers.structs.map(\.int8) == [1, 2])
    #expect(pointers.lists == [[1, 2], [], [3]])
    #expect(pointers.struct == nil)
  }

  @Test func aReadMessageWithoutFieldsGivesTheDefaults() throws {
    let builder = MessageBuilder()
    let reader = try builder.initRoot(PointerDefaults.self).asReader
    var read = try PointerDefaults.Value(reader)
    var fresh = PointerDefaults.Value()
    // A number that is none is not equal to itself.
    #expect(read.float64s[1].isNaN && fresh.float64s[1].isNaN)
    read.float64s = []
    fresh.float64s = []
    #expect(read == fresh)
  }

  @Test func anEmptyFieldWithADefaultStaysEmpty() throws {
    var value = PointerDefaults.Value()
    value.text = ""
    value.data = []
    value.texts = []
    value.structs = []
    value.voids = 0
    value.float64s = []
    #expect(try copy(value) == value)
  }

  @Test func anEmptyFieldWithoutADefaultTakesNoRoom() throws {
    let builder = MessageBuilder()
    try builder.setRoot(Lists.Value())
    #expect(!(try builder.root(Lists.self).hasTexts))
    let used = try Message(builder.bytes()).root(Lists.self)
    #expect(!used.hasInt32s && !used.hasVoids)
  }

  @Test func lists() throws {
    var value = Lists.Value()
    value.voids = 4
    value.bools = [true, false, true]
    value.int64s = [.min, .max]
    value.float32s = [.infinity, 0.5]
    value.texts = ["", "b"]
    value.datas = [[], [1, 2]]
    value.colors = [.green, .unrecognized(900)]
    value.structs = [Scalars.Value(), Scalars.Value()]
    value.structs[1].int16 = 16
    value.nested = [[1], [], [2, 3]]
    value.deep = [[["x"], []], []]
    value.structLists = [[Pointers.Value()], []]
    value.structLists[0][0].text = "deep"
    value.boolLists = [[true], [false, false]]
    value.colorLists = [[.red], []]
    value.small = [Small.Value()]
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
  }

  @Test func structsAreNilWhereTheyAreNull() throws {
    var value = Pointers.Value()
    #expect(try copy(value).struct == nil)
    value.struct = Scalars.Value()
    value.importedStruct = Measure.Value()
    value.importedStruct?.unit = Measure.Unit.Value()
    value.importedStruct?.unit?.symbol = "m"
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
  }

  @Test func pointersOfOpenTypes() throws {
    let source = MessageBuilder()
    let pointers = try source.initRoot(Pointers.self)
    try pointers.initAnyPointer().initialize(Scalars.self).int32 = 5
    try pointers.anyListPointer.initialize(List<Int16>.self, count: 3)[2] = 9
    let value = try Pointers.Value(pointers.asReader)
    #expect(try value.anyPointer.get(Scalars.self).int32 == 5)
    #expect(try value.anyList.get(List<Int16>.self).map { $0 } == [0, 0, 9])
    #expect(value.anyStruct.isNull)
    #expect(try value.anyStruct.get(Scalars.self).int32 == 0)
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
  }

  @Test func groupsAreValuesOfTheirOwn() throws {
    var value = Groups.Value()
    #expect(value.first.number == 11)
    #expect(value.first.second.third.list == [1.5])
    value.first.second.third.small = 200
    value.first.text = "grouped"
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
  }

  @Test(arguments: [
    NamedUnion.Value_.Value.Union.nothing, .bool(false), .int8(-1), .text(""), .text("t"),
    .data([7]), .struct(nil), .struct(Scalars.Value()), .list([]), .list([1]), .color(.red),
    .anyPointer(AnyValue()), .group(NamedUnion.Value_.Group.Value()), .unrecognized(99),
  ])
  func members(member: NamedUnion.Value_.Value.Union) throws {
    var value = NamedUnion.Value()
    value.value.which = member
    value.other.which = .large(1 << 40)
    value.outside = "outside"
    #expect(try copy(value) == value)
    #expect(try viaJSON(value) == value)
  }

  @Test func writingOverAnotherValueLeavesNothingOfIt() throws {
    let builder = MessageBuilder()
    var old = NamedUnion.Value()
    old.value.which = .text("something long that must not shine through")
    old.outside = "old"
    try old.write(to: builder.initRoot(NamedUnion.self))
    let new = NamedUnion.Value()
    try new.write(to: builder.root(NamedUnion.self))
    #expect(try NamedUnion.Value(builder.root(NamedUnion.self).asReader) == new)
  }

  @Test func aValueMayContainItself() throws {
    var leaf = Tree.Value()
    leaf.which = .leaf(3)
    var tree = Tree.Value()
    tree.name = "root"
    tree.children = [leaf, Tree.Value()]
    tree.next = leaf
    tree.partner = TreePartner.Value()
    tree.partner?.tree = leaf
    tree.partner?.weight = 0.5
    var branch = Tree.Branch.Value()
    branch.left = leaf
    tree.which = .branch(branch)
    #expect(try copy(tree) == tree)
    #expect(try viaJSON(tree) == tree)
    let json = try String(decoding: JSONEncoder().encode(leaf), as: UTF8.self)
    #expect(!json.contains("next"))
  }

  @Test func enumerationsAreCodedByName() throws {
    let json = try JSONEncoder().encode([Color.ultraViolet, .unrecognized(12)])
    #expect(String(decoding: json, as: UTF8.self) == #"["ultraViolet",12]"#)
    #expect(
      try JSONDecoder().decode([Color].self, from: json) == [.ultraViolet, .unrecognized(12)])
    #expect(try JSONDecoder().decode([Color].self, from: Data("[1]".utf8)) == [.green])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Color].self, from: Data(#"["unrecognized(12)"]"#.utf8))
    }
  }

  @Test func genericStructsKeepTheirParametersOpen() throws {
    let builder = MessageBuilder()
    let box = try builder.initRoot(Box<Text>.self)
    try box.setItem("inside")
    let value = try Box<Text>.Value(box.asReader)
    #expect(try value.item.get(Text.self) == "inside")
    #expect(try copy(value) == value)
  }

  @Test func damageIsAnError() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Lists.self).initStructs(count: 3)
    var bytes = try [UInt8](builder.bytes())
    // The tag word of the struct list: as if its elements were larger than the message.
    let tag = try #require(bytes.indices.last { bytes[$0] == 12 })
    bytes[tag] = 255
    #expect(throws: CapnProtoError.self) { try Message(bytes).root(as: Lists.Value.self) }
  }
}
