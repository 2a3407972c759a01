import CapnProto
import Testing

/// Lists, element by element; `RoundTripTests` has one of each kind.
@Suite struct ListTests {
  @Test(arguments: Storage.allCases, [0, 1, 7, 8, 9, 63, 64, 65, 200])
  func boolListsOfAnyLength(storage: Storage, count: Int) throws {
    let values = (0..<count).map { $0 % 3 == 0 }
    let message = storage.builder
    let lists = try message.initRoot(Lists.self)
    let list = try lists.initBools(count: count)
    for index in 0..<count { list[index] = values[index] }
    #expect(try Array(message.reread().root(Lists.self).bools) == values)
    for index in 0..<count { list[index] = !values[index] }
    #expect(Array(list.asReader) == values.map { !$0 })
  }

  @Test func elementsAreZeroAtFirst() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    #expect(try Array(lists.initInt16s(count: 3).asReader) == [0, 0, 0])
    #expect(try Array(lists.initFloat64s(count: 2).asReader) == [0, 0])
    #expect(try Array(lists.initBools(count: 2).asReader) == [false, false])
    #expect(try Array(lists.initColors(count: 2).asReader) == [.red, .red])
    let structs = try lists.initStructs(count: 2)
    structs[1].asReader.expectZero()
    let texts = try lists.initTexts(count: 2)
    #expect(try !texts.has(at: 1) && texts.asReader[1].isEmpty)
  }

  @Test func elementsAreSetOneByOne() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    let numbers = try lists.initInt64s(count: 3)
    numbers[0] = .min
    numbers[2] = .max
    #expect(numbers[0] == .min && numbers[1] == 0)
    let colors = try lists.initColors(count: 2)
    colors[1] = .unrecognized(9)
    #expect(colors[1] == .unrecognized(9))
    let read = try message.reread().root(Lists.self)
    #expect(try Array(read.int64s) == [.min, 0, .max])
    #expect(try Array(read.colors) == [.red, .unrecognized(9)])
  }

  @Test func emptyListIsNotNull() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    try lists.initInt32s(count: 0)
    try lists.initStructs(count: 0)
    try lists.setTexts([String]())
    let read = try message.reread().root(Lists.self)
    #expect(read.hasInt32s && read.hasStructs && read.hasTexts && !read.hasInt8s)
    #expect(try read.int32s.isEmpty && read.structs.isEmpty && read.texts.isEmpty)
  }

  @Test func structsOfListAreSetByCopy() throws {
    let source = MessageBuilder()
    try source.initRoot(Pointers.self).setText("original")
    let message = Storage.growingSegments.builder
    let list = try message.initRoot(Lists.self).initStructLists(count: 1).initialize(0, count: 2)
    try list.set(1, to: source.root(Pointers.self).asReader)
    try source.root(Pointers.self).setText("changed!")
    #expect(try message.reread().root(Lists.self).structLists[0][1].text == "original")
  }

  @Test func listsOfListsAreSetByCopy() throws {
    let source = MessageBuilder()
    try source.initRoot(Lists.self).fillSample()
    let message = Storage.segmentPerObject.builder
    let lists = try message.initRoot(Lists.self)
    let read = try source.reread().root(Lists.self)
    try lists.setNested(read.nested)
    try lists.setDeep(read.deep)
    try lists.initBoolLists(count: 1).set(0, to: read.bools)
    try lists.initTexts(count: 2).set(1, to: read.texts[1])
    let copy = try message.reread().root(Lists.self)
    #expect(try copy.nested.map { Array($0) } == [[1, -2, 3], [], [.min]])
    #expect(try copy.deep[1][0][1] == "deep down")
    #expect(try Array(copy.boolLists[0]) == Array(read.bools))
    #expect(try copy.texts.map(\.string) == ["", "plank"])
  }

  @Test func pointersOfListAreClearedAndTested() throws {
    let list = try MessageBuilder().initRoot(Lists.self).initTexts(count: 3)
    try list.set(0, to: "a")
    try list.set(2, to: "c")
    try list.clear(at: 0)
    #expect((0..<3).map { list.has(at: $0) } == [false, false, true])
    #expect(try list[0].string.isEmpty && list[2].string == "c")
  }

  @Test func listsAreCollections() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.fillSample()
    let read = lists.asReader
    #expect(try read.int32s.max() == .max && read.int32s.last == 5)
    #expect(try read.structs.map(\.bool) == [false, true, false])
    #expect(try read.bools.filter { $0 }.count == 6)
    #expect(try read.texts.indices.map { try read.texts[$0].utf8Count } == [0, 5, 16])
    var seen: [String] = []
    func note(_ text: Text.Reader) { seen.append(text.string) }
    try read.texts.forEach(note)
    #expect(seen.count == 3)
  }
}
