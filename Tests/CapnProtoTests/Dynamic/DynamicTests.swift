import CapnProto
import Foundation
import Testing

struct DynamicTests {
  @Test func readsWhatTypedCodeWrote() throws {
    let builder = MessageBuilder()
    let typed = try builder.initRoot(Pointers.self)
    try typed.setText("hello")
    try typed.initStruct().fillSample()
    try typed.setList([1, -2, 3])
    let dynamic = try typed.asReader.dynamic
    guard case .text(let text) = try dynamic.get("text") else { throw CapnProtoError(.io, "text") }
    #expect(text == "hello")
    guard case .structure(let inner) = try dynamic.get("struct") else {
      Issue.record("no struct")
      return
    }
    guard case .uint(UInt64.max) = try inner.get("uint64"), case .int(-128) = try inner.get("int8")
    else {
      Issue.record("\(try inner.dictionary())")
      return
    }
    try inner.as(Scalars.self).expectSample()
    expectError(.typeMismatch) { try inner.as(Pointers.self) }
    #expect(dynamic.has(try #require(dynamic.schema.field(named: "list"))))
    #expect(!dynamic.has(try #require(dynamic.schema.field(named: "data"))))
  }

  @Test func whatIsBuiltByNameIsReadByType() throws {
    let builder = MessageBuilder()
    let dynamic = try builder.initRoot(Lists.structSchema)
    try dynamic.set([
      "bools": [true, false, true], "int64s": [.int(.min), .int(.max)], "texts": ["a", nil, "c"],
      "colors": ["blue", 77], "structs": [["int8": -1], [:]], "nested": [[1], [], [2, 3]],
      "float32s": [0.5, 3], "voids": [nil, nil],
    ])
    let typed = try Message(builder.bytes()).root(Lists.self)
    #expect(try Array(typed.bools) == [true, false, true])
    #expect(try Array(typed.int64s) == [.min, .max])
    #expect(try typed.texts.map(\.string) == ["a", "", "c"])
    #expect(try !typed.texts.has(at: 1))
    #expect(try Array(typed.colors) == [.blue, .unrecognized(77)])
    #expect(try typed.structs.map(\.int8) == [-1, 0])
    #expect(try typed.nested[2].map { $0 } == [2, 3])
    #expect(try Array(typed.float32s) == [0.5, 3])
    #expect(try typed.voids.count == 2)
  }

  @Test func defaultsReadAsTheSchemaSays() throws {
    let builder = MessageBuilder()
    let scalars = try builder.initRoot(ScalarDefaults.structSchema)
    let values = try scalars.asReader.dictionary()
    #expect(values["int64"] == .int(-123_456_789_012_345))
    #expect(values["uint64"] == .uint(12_345_678_901_234_567_890))
    #expect(values["color"] == "blue" && values["bool"] == true)
    #expect(values["infinity"] == .float(.infinity))
    try scalars.set(["int8": 5])
    #expect(try scalars.asReader.dictionary()["int8"] == 5)
    #expect(try builder.root(ScalarDefaults.self).int8 == 5)

    let pointers = try MessageBuilder().initRoot(PointerDefaults.structSchema)
    // The default is copied when it is reached for changing.
    guard case .list(let list) = try pointers.get("int8s") else {
      Issue.record("no list")
      return
    }
    try list.set(0, .int(9))
    guard case .list(let changed) = try pointers.asReader.get("int8s"),
      case .int(9) = try changed.get(0), case .int(127) = try changed.get(1)
    else {
      Issue.record("the default was not copied")
      return
    }
  }

  @Test func unionsAreSetByNamingAMember() throws {
    let builder = MessageBuilder()
    let union = try builder.initRoot(UnnamedUnion.structSchema)
    try union.set(["point": ["x": 1.5, "label": "here"]])
    #expect(union.which?.name == "point")
    let typed = try builder.root(UnnamedUnion.self)
    #expect(try typed.point.label.asReader == "here")
    expectError(.wrongUnionMember) { try union.get("some") }
    try union.set(["none": nil])
    #expect(typed.tag == .none)
    #expect(try union.asReader.dictionary()["none"] == PlainValue.null)
    let error = expectError(.invalidArgument) { try union.set(["none": nil, "number": 1]) }
    #expect(error?.path == "UnnamedUnion.none")
  }

  @Test func aRefusedValueLeavesTheUnionAsItWas() throws {
    let union = try MessageBuilder().initRoot(UnnamedUnion.structSchema)
    try union.set(["some": "text"])
    expectError(.typeMismatch) { try union.set("number", .int(1 << 40)) }
    #expect(union.which?.name == "some")
  }

  @Test(
    arguments: [
      (["int8": 128], "Scalars.int8"), (["uint8": -1], "Scalars.uint8"),
      (["bool": 1], "Scalars.bool"), (["color": "purple"], "Scalars.color"),
      (["color": 65536], "Scalars.color"), (["float32": "x"], "Scalars.float32"),
      (["int32": 1.5], "Scalars.int32"),
    ] as [([String: PlainValue], String)])
  func whatDoesNotFitIsRefused(values: [String: PlainValue], path: String) throws {
    let scalars = try MessageBuilder().initRoot(Scalars.structSchema)
    #expect(expectError(.typeMismatch) { try scalars.set(values) }?.path == path)
  }

  @Test func errorsCarryThePath() throws {
    let lists = try MessageBuilder().initRoot(Lists.structSchema)
    let mismatch = expectError(.typeMismatch) {
      try lists.set(["structLists": [[], [[:], ["struct": ["int16": 70000]]]]])
    }
    #expect(mismatch?.path == "Lists.structLists[1][1].struct.int16")
    let unknown = expectError(.unknownField) { try lists.set(["structs": [["no": 1]]]) }
    #expect(unknown?.path == "Lists.structs[0].no")
  }

  @Test func dictionariesOfRandomMessagesComeBackTheSame() throws {
    for root in PeerRoot.all {
      let run = try PeerRun(root)
      for index in 0..<PeerRun.count {
        let builder = MessageBuilder()
        _ = try root.fill(builder, from: nil, by: run.hand(index))
        let schema = try root.schema
        let source = try builder.snapshot().root(schema)
        let copy = MessageBuilder()
        try copy.initRoot(schema).set(source.dictionary())
        #expect(
          try PlainValue.dictionary(copy.snapshot().root(schema).dictionary()).written
            == PlainValue.dictionary(source.dictionary()).written, PeerRun.repeatIt)
      }
    }
  }

  @Test func elementsThatAreNotThereDoNotTrap() throws {
    let list = try MessageBuilder().initRoot(Lists.structSchema)
      .initList(Lists.structSchema.requiredField("int8s"), count: 2)
    expectError(.invalidArgument) { try list.set(2, .int(0)) }
    expectError(.invalidArgument) { try list.asReader.get(-1) }
    expectError(.typeMismatch) { try list.set(0, .bool(true)) }
  }

  @Test func claimedElementsOfNoSizeAreNotCopied() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Lists.self).initVoids(count: 1 << 28)
    let error = expectError(.traversalLimit) {
      try builder.snapshot().root(Lists.structSchema).dictionary()
    }
    #expect(error?.path == "Lists.voids")
  }
}

extension StructSchema {
  func requiredField(_ name: String) throws -> FieldSchema { try #require(field(named: name)) }
}

extension PlainValue {
  /// The value in one order, with a NaN the same as another one.
  fileprivate var written: String {
    switch self {
    case .list(let values): "[\(values.map(\.written).joined(separator: ","))]"
    case .dictionary(let fields):
      "{\(fields.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.written)" }.joined(separator: ","))}"
    default: "\(self)"
    }
  }
}
