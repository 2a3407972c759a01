import CapnProto
import Foundation
import Testing

/// Every type of the language, in every way to store and to send it.
@Suite struct RoundTripTests {
  @Test(arguments: Storage.allCases, [false, true])
  func scalarsComeBack(storage: Storage, packed: Bool) throws {
    let builder = storage.builder
    let scalars = try builder.initRoot(Scalars.self)
    scalars.fillSample()
    scalars.asReader.expectSample()
    try builder.reread(packed: packed).root(Scalars.self).expectSample()
  }

  @Test(arguments: Storage.allCases, [false, true])
  func listsComeBack(storage: Storage, packed: Bool) throws {
    let builder = storage.builder
    let lists = try builder.initRoot(Lists.self)
    try lists.fillSample()
    try lists.asReader.expectSample()
    try builder.reread(packed: packed).root(Lists.self).expectSample()
  }

  @Test(arguments: Storage.allCases, [false, true])
  func pointersComeBack(storage: Storage, packed: Bool) throws {
    let builder = storage.builder
    let pointers = try builder.initRoot(Pointers.self)
    try pointers.setText("a text")
    try pointers.setData(Data([0, 1, 255]))
    try pointers.initStruct().fillSample()
    try pointers.setList([7, -8])
    try pointers.initAnyPointer().initialize(Small.self).value = 12
    try pointers.initAnyStructPointer().initialize(Scalars.self).fillSample()
    try pointers.initAnyListPointer().initialize(List<UInt16>.self, count: 2).copy(from: [3, 4])
    try pointers.initImportedStruct().amount = 2.5
    try pointers.initImportedNested().setSymbol("kg")

    let read = try builder.reread(packed: packed).root(Pointers.self)
    #expect(try read.text == "a text")
    #expect(try Data(read.data) == Data([0, 1, 255]))
    try read.struct.expectSample()
    #expect(try Array(read.list) == [7, -8])
    #expect(try read.anyPointer.get(Small.self).value == 12)
    try read.anyStruct.as(Scalars.self).expectSample()
    #expect(try read.anyList.as(List<UInt16>.self).map { Array($0) } == [3, 4])
    #expect(try read.importedStruct.amount == 2.5)
    #expect(try read.importedNested.symbol == "kg")
  }

  @Test func storagesDiffer() throws {
    let counts = try Storage.allCases.map { storage in
      let builder = storage.builder
      try builder.initRoot(Lists.self).fillSample()
      return try builder.segmentCount
    }
    #expect(counts[0] == 1)
    #expect(counts[1] > 20)
    #expect(counts[2] > 3 && counts[2] < counts[1])
  }

  @Test func structIsNullUntilWritten() throws {
    let read = try MessageBuilder().initRoot(Pointers.self).asReader
    #expect(!read.hasText && !read.hasData && !read.hasStruct && !read.hasList)
    #expect(try read.text.isEmpty)
    #expect(try read.data.isEmpty)
    #expect(try read.list.isEmpty)
    try read.struct.expectZero()
    #expect(read.anyPointer.isNull)
    #expect(try read.anyList.count == 0)
  }

  @Test func emptyMessageReadsAsDefaults() throws {
    let message = try MessageBuilder().reread()
    #expect(message.root.isNull)
    try message.root(Scalars.self).expectZero()
    #expect(try message.root(ScalarDefaults.self).uint16 == 45678)
  }

  @Test func setCopiesDeeply() throws {
    let source = Storage.segmentPerObject.builder
    try source.initRoot(Lists.self).fillSample()
    let target = MessageBuilder()
    try target.setRoot(source.reread().root(Lists.self))
    try source.root(Lists.self).setTexts(["changed afterwards"])
    try target.root(Lists.self).asReader.expectSample()
  }
}
