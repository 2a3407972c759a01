import CapnProto
import Testing

/// Constants of every type, and those of nested scopes.
@Suite struct ConstantTests {
  @Test func scalars() {
    #expect(constBool)
    #expect(constInt8 == .min && constInt16 == .min && constInt32 == .min && constInt64 == .min)
    #expect(constUInt8 == .max && constUInt16 == .max)
    #expect(constUInt32 == .max && constUInt64 == .max)
    #expect(constFloat32 == 0.1 && constFloat64 == -1.5e-300)
    #expect(constInfinity == .infinity && constNaN.isNaN)
    #expect(constColor == .blue && constPalette == .cold)
  }

  @Test func blobs() {
    #expect(constText == "const \"text\"\n")
    #expect(constData == [0xca, 0xfe])
  }

  @Test func structs() throws {
    #expect(constStruct.int64 == 99 && constStruct.color == .blue && !constStruct.bool)
    #expect(try constPointers.text == "from a constant")
    #expect(try Array(constPointers.list) == [7, 8])
    #expect(try constBox.item == "boxed constant")
  }

  @Test func lists() throws {
    #expect(constVoids.count == 2)
    #expect(Array(constBools) == [false, true])
    #expect(Array(constInts) == [1, -1, .max])
    #expect(Array(constFloats) == [0.5])
    #expect(try constTexts.map(\.string) == ["x", "yy"])
    #expect(try constDatas.map { Array($0) } == [[UInt8(ascii: "x")]])
    #expect(Array(constColors) == [.green, .green])
    #expect(constStructs.map(\.bool) == [true, false])
    #expect(try constLists.map { Array($0) } == [[-1], [1, 2]])
  }

  @Test func constantsOfOtherConstants() throws {
    #expect(constFromOther == 1000 && Outer.limit == 1000)
    #expect(try Outer.origin.innermost.value == 42 && Outer.origin.kind == .soft)
  }

  @Test func constantsAreCopiedToMessages() throws {
    let message = MessageBuilder()
    try message.setRoot(constPointers)
    try message.root(Pointers.self).setStruct(constStruct)
    try message.root(Pointers.self).list[0] = 70
    let read = try message.reread().root(Pointers.self)
    #expect(try read.text == "from a constant" && read.struct.int64 == 99)
    #expect(try Array(read.list) == [70, 8] && Array(constPointers.list) == [7, 8])
  }
}
