import CapnProto
import Testing

/// What a field reads as while it was never written.
@Suite struct DefaultTests {
  @Test func scalarDefaultsAreRead() throws {
    let read = try MessageBuilder().initRoot(ScalarDefaults.self).asReader
    #expect(read.bool)
    #expect(read.int8 == -123 && read.int16 == -12345)
    #expect(read.int32 == -12_345_678 && read.int64 == -123_456_789_012_345)
    #expect(read.uint8 == 234 && read.uint16 == 45678)
    #expect(read.uint32 == 3_456_789_012 && read.uint64 == 12_345_678_901_234_567_890)
    #expect(read.float32 == 1234.5 && read.float64 == -123e45)
    #expect(read.infinity == .infinity && read.minusInfinity == -.infinity)
    #expect(read.notANumber.isNaN)
    #expect(read.color == .blue && read.palette == .warm)
    #expect(read.largest == .max && read.smallest == .min)
  }

  @Test func scalarsMayBeSetToZeroAndBack() throws {
    let builder = MessageBuilder()
    let scalars = try builder.initRoot(ScalarDefaults.self)
    scalars.bool = false
    scalars.int32 = 0
    scalars.uint64 = 0
    scalars.float64 = 0
    scalars.notANumber = 0
    scalars.color = .red
    let read = try builder.reread().root(ScalarDefaults.self)
    #expect(!read.bool && read.int32 == 0 && read.uint64 == 0)
    #expect(read.float64 == 0 && read.notANumber == 0 && read.color == .red)

    scalars.bool = true
    scalars.int32 = -12_345_678
    scalars.uint64 = 12_345_678_901_234_567_890
    scalars.float64 = -123e45
    scalars.notANumber = .nan
    scalars.color = .blue
    // What is set to the default is zero on the wire.
    let raw = scalars.asReader._raw
    #expect((0..<raw.dataBitCount / 64).allSatisfy { raw.scalar(at: $0) as UInt64 == 0 })
  }

  @Test func pointerDefaultsAreRead() throws {
    let read = try MessageBuilder().initRoot(PointerDefaults.self).asReader
    #expect(!read.hasText && !read.hasStruct && !read.hasLists)
    #expect(
      try read.text
        == "text with \"quotes\", a \\, a tab\t, a newline\n and ünïcödé 🚢")
    #expect(try Array(read.data) == [0, 1, 0xfe, 0xff])
    #expect(try read.struct.bool && read.struct.int32 == -7)
    #expect(try read.struct.float64 == 2.5 && read.struct.color == .green)
    #expect(try read.nested.text == "inner")
    #expect(try Array(read.nested.list) == [1, -2, 3])
    #expect(try read.nested.struct.uint8 == 9)
    #expect(try read.nested.importedStruct.unit.symbol == "m")
    #expect(try read.emptyText.isEmpty && read.emptyList.isEmpty)
  }

  @Test func listDefaultsAreRead() throws {
    let read = try MessageBuilder().initRoot(PointerDefaults.self).asReader
    #expect(try read.voids.count == 3)
    #expect(try Array(read.bools) == [true, false, true, true])
    #expect(try Array(read.int8s) == [-1, 127])
    #expect(try Array(read.int64s) == [.min, .max])
    #expect(try Array(read.uint16s) == [1, 65535])
    #expect(try Array(read.float32s) == [0.5, -.infinity])
    #expect(try read.float64s[0] == 1e300 && read.float64s[1].isNaN)
    #expect(try read.texts.map(\.string) == ["a", "", "ccc"])
    #expect(try read.datas.map { Array($0) } == [Array("xyz".utf8), [0]])
    #expect(try Array(read.colors) == [.blue, .red])
    #expect(try read.structs.map(\.int8) == [1, 2])
    #expect(try read.structs.map(\.bool) == [false, true])
    #expect(try read.lists.map { Array($0) } == [[1, 2], [], [3]])
  }

  @Test(arguments: Storage.allCases)
  func changingDefaultCopiesIt(storage: Storage) throws {
    let builder = storage.builder
    let defaults = try builder.initRoot(PointerDefaults.self)
    try defaults.struct.int8 = 5
    try defaults.nested.list[1] = 20
    try defaults.texts.set(1, to: "b")
    try defaults.int64s[0] = 1
    #expect(try defaults.text.string.hasPrefix("text with"))

    let read = try builder.reread().root(PointerDefaults.self)
    #expect(read.hasStruct && read.hasNested && read.hasTexts && read.hasText && !read.hasData)
    #expect(try read.struct.int8 == 5 && read.struct.int32 == -7)
    #expect(try Array(read.nested.list) == [1, 20, 3])
    #expect(try read.nested.importedStruct.unit.symbol == "m")
    #expect(try read.texts.map(\.string) == ["a", "b", "ccc"])
    #expect(try Array(read.int64s) == [1, .max])

    let fresh = try MessageBuilder().initRoot(PointerDefaults.self).asReader
    #expect(try fresh.struct.int8 == 0 && Array(fresh.nested.list) == [1, -2, 3])
    #expect(try fresh.texts.map(\.string) == ["a", "", "ccc"])
  }

  @Test func clearedFieldReadsAsDefaultAgain() throws {
    let defaults = try MessageBuilder().initRoot(PointerDefaults.self)
    try defaults.setText("other")
    try defaults.setInt8s([5])
    try defaults.initStruct()
    #expect(try defaults.asReader.struct.int32 == 0)
    try defaults.clearText()
    try defaults.clearInt8s()
    try defaults.clearStruct()
    #expect(!defaults.hasText && !defaults.hasInt8s && !defaults.hasStruct)
    #expect(try defaults.asReader.text.string.hasPrefix("text with"))
    #expect(try Array(defaults.asReader.int8s) == [-1, 127])
    #expect(try defaults.asReader.struct.int32 == -7)
  }
}
