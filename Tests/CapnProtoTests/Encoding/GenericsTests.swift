import CapnProto
import Testing

/// Generic types, bound to each kind of pointer and unbound.
@Suite struct GenericsTests {
  @Test(arguments: Storage.allCases)
  func boundParametersComeBack(storage: Storage) throws {
    let message = storage.builder
    let generics = try message.initRoot(Generics.self)
    let text = try generics.initText()
    try text.itemPointer.set(Text.self, constTexts[1])
    try text.initFullPointer().set(Text.self, constTexts[0])
    try generics.initData().initItem(count: 3)[1] = 9
    try generics.initStruct().initItem().fillSample()
    try generics.initList().initItem(count: 2).copy(from: [5, 6])
    try generics.initStructList().initItem(count: 2)[1].int8 = 3
    try generics.initNested().initItem().itemPointer.set(Text.self, constTexts[0])
    try generics.initBoxes(count: 2)[1].itemPointer.set(Text.self, constTexts[1])

    let read = try message.reread().root(Generics.self)
    #expect(try read.text.item == "yy" && read.text.full == "x" && read.text.tag == .full)
    #expect(try Array(read.data.item) == [0, 9, 0])
    try read.struct.item.expectSample()
    #expect(try Array(read.list.item) == [5, 6])
    #expect(try read.structList.item.map(\.int8) == [0, 3])
    #expect(try read.nested.item.item == "x")
    #expect(try read.boxes.map { try $0.item.string } == ["", "yy"])
  }

  @Test func unboundParameterIsAnyPointer() throws {
    let message = MessageBuilder()
    let generics = try message.initRoot(Generics.self)
    try generics.initUnbound().item.initialize(Scalars.self).fillSample()
    try message.reread().root(Generics.self).unbound.item.get(Scalars.self).expectSample()
  }

  @Test func parametersOfOuterTypesAreKnown() throws {
    let message = MessageBuilder()
    let generics = try message.initRoot(Generics.self)
    try generics.initLid().itemPointer.set(Text.self, constTexts[1])
    try generics.initLid().initBox().itemPointer.set(Text.self, constTexts[1])
    let triple = try generics.initTriple()
    try triple.initThird().fillSample()
    try triple.initPair().secondPointer.initialize(Bytes.self, count: 2)[0] = 7
    try triple.initSwapped().firstPointer.initialize(Bytes.self, count: 1)[0] = 8
    try generics.initAgain().initInner().int8 = 4
    generics.kind = .unordered

    let read = try message.reread().root(Generics.self)
    #expect(try read.lid.box.item == "yy")
    try read.triple.third.expectSample()
    #expect(try Array(read.triple.pair.second) == [7, 0])
    #expect(try Array(read.triple.swapped.first) == [8])
    #expect(try read.again.inner.int8 == 4)
    #expect(read.kind == .unordered)
  }

  @Test func defaultOfGenericTypeIsRead() throws {
    let read = try MessageBuilder().initRoot(Generics.self).asReader
    #expect(try read.withDefault.item == "boxed" && read.withDefault.full == "of it")
  }

  @Test func genericTypesOfOtherFiles() throws {
    let message = MessageBuilder()
    let generics = try message.initRoot(Generics.self)
    try generics.initImported().initLabel().setText("a label")
    try generics.initImported().contentPointer.set(Text.self, constTexts[0])
    try generics.initImportedInner().initContent().int8 = 6
    let read = try message.reread().root(Generics.self)
    #expect(try read.imported.content == "x")
    #expect(try read.importedInner.content.int8 == 6)
  }

  @Test func groupInUnionOfGenericType() throws {
    let box = try MessageBuilder().initRoot(Box<Scalars>.self)
    try box.initFull().int8 = 1
    try box.initGroup().initGrouped().fillSample()
    #expect(box.tag == .group)
    try box.asReader.group.grouped.expectSample()
    try box.asReader.full.expectZero()
  }
}
