import CapnProto
import Testing

/// Lists as orphans: joined, reached as larger structs, and in lists of pointers.
@Suite struct OrphanListTests {
  private func lists(_ storage: Storage = .oneSegment) throws -> Lists.Reader {
    let message = storage.builder
    try message.initRoot(Lists.self).fillSample()
    return try message.reread().root(Lists.self)
  }

  @Test(arguments: Storage.allCases)
  func listsOfEveryKindAreJoined(storage: Storage) throws {
    let source = try lists(storage)
    let message = storage.builder
    let target = try message.initRoot(Lists.self)
    try target.adoptInt32s(message.makeOrphan(joining: [source.int32s, source.int32s]))
    try target.adoptBools(message.makeOrphan(joining: [source.bools, source.bools]))
    try target.adoptTexts(message.makeOrphan(joining: [source.texts, source.texts]))
    try target.adoptStructs(message.makeOrphan(joining: [source.structs, source.structs]))
    try target.adoptNested(message.makeOrphan(joining: [source.nested]))
    try target.adoptColors(message.makeOrphan(joining: [source.colors, source.colors]))
    try target.adoptVoids(message.makeOrphan(joining: [source.voids, source.voids]))

    let read = try message.reread().root(Lists.self)
    #expect(try Array(read.int32s) == Array(source.int32s) + Array(source.int32s))
    #expect(try Array(read.bools) == Array(source.bools) + Array(source.bools))
    #expect(try read.texts.count == 6 && read.texts[4] == "plank")
    #expect(try read.structs.count == 6)
    try read.structs[4].expectSample()
    try read.structs[3].expectZero()
    #expect(try read.nested.map { Array($0) } == [[1, -2, 3], [], [.min]])
    #expect(try read.colors.count == 6 && read.voids.count == 12)
  }

  @Test func joiningNothingGivesAnEmptyList() throws {
    let message = MessageBuilder()
    let target = try message.initRoot(Lists.self)
    try target.adoptInt32s(message.makeOrphan(joining: []))
    try target.adoptStructs(message.makeOrphan(joining: []))
    try target.adoptTexts(message.makeOrphan(joining: [target.asReader.texts]))
    #expect(try target.int32s.count == 0 && target.structs.count == 0 && target.texts.count == 0)
  }

  @Test func joinedStructsAreLargeEnoughForAll() throws {
    let old = MessageBuilder()
    try old.initRoot(ShelfBefore.self).initParcels(count: 1)[0].weight = 1
    let new = MessageBuilder()
    let parcel = try new.initRoot(ShelfAfter.self).initParcels(count: 1)[0]
    parcel.value = 2
    try parcel.setSender("somebody")
    let message = MessageBuilder()
    let shelf = try message.initRoot(ShelfBefore.self)
    try shelf.adoptParcels(
      message.makeOrphan(joining: [
        old.reread().root(ShelfBefore.self).parcels, new.reread().root(ShelfBefore.self).parcels,
      ]))
    let read = try message.reread().root(ShelfAfter.self).parcels
    #expect(try read.map(\.value) == [987, 2] && read[1].sender == "somebody")
    #expect(read.map(\.weight) == [1, 0])
  }

  @Test func upgradedListsAreJoinedByTheirFirstPointer() throws {
    let source = MessageBuilder()
    let structs = try source.initRoot(Vessel.self).initAny().initialize(
      List<FromText>.self, count: 2)
    try structs[0].setValue("zero")
    try structs[1].setValue("one")
    let texts = try source.reread().root(Vessel.self).any.get(List<Text>.self)
    let message = MessageBuilder()
    let target = try message.initRoot(Lists.self)
    try target.adoptTexts(message.makeOrphan(joining: [texts, lists().texts]))
    #expect(try target.asReader.texts.map(\.string).prefix(3) == ["zero", "one", ""])
  }

  @Test(arguments: Storage.allCases)
  func orphanIsUpgradedWhenReached(storage: Storage) throws {
    let message = storage.builder
    let shelf = try message.initRoot(ShelfBefore.self)
    try shelf.initParcels(count: 2)[1].weight = 4
    try shelf.initTop().weight = 5
    let parcels = try message.root(ShelfAfter.self).disownParcels()
    try parcels.builder[1].setSender("somebody")
    let top = try message.root(ShelfAfter.self).disownTop()
    try top.builder.value = 6
    let new = try message.root(ShelfAfter.self)
    try new.adoptParcels(parcels)
    try new.adoptTop(top)
    let read = try message.reread().root(ShelfAfter.self)
    #expect(try read.parcels[1].weight == 4 && read.parcels[1].sender == "somebody")
    #expect(try read.top.weight == 5 && read.top.value == 6)
  }

  @Test(arguments: Storage.allCases)
  func elementsOfPointerListsAreOrphansToo(storage: Storage) throws {
    let message = storage.builder
    let texts = try message.initRoot(Lists.self).initTexts(count: 3)
    try texts.set(0, to: "moving")
    try texts.set(2, to: "replaced")
    try texts.adopt(at: 2, texts.disown(at: 0))
    #expect(try message.reread().root(Lists.self).texts.map(\.string) == ["", "", "moving"])
  }

  @Test(arguments: Storage.allCases)
  func valuesAreCopiedToOrphans(storage: Storage) throws {
    let source = try lists(storage)
    let message = storage.builder
    let root = try message.initRoot(Vessel.self)
    let copy = try message.makeOrphan(Lists.self, copying: source._raw.pointer(at: 0))
    expectError(.malformed) { try copy.builder }
    let structs = try message.makeOrphan(List<Scalars>.self, copying: source._raw.pointer(at: 15))
    try structs.builder[1].asReader.expectSample()
    try root.any.adopt(structs)
    try message.reread().root(Vessel.self).any.get(List<Scalars>.self)[1].expectSample()
  }

  @Test func copyOfNothingIsNull() throws {
    let null = try MessageBuilder().initRoot(Pointers.self).asReader._raw.pointer(at: 0)
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    let structure = try message.makeOrphan(Scalars.self, copying: null)
    expectError(.invalidArgument) { try structure.builder }
    let list = try message.makeOrphan(List<Int32>.self, copying: null)
    expectError(.invalidArgument) { try list.builder }
    let text = try message.makeOrphan(Text.self, copying: null)
    #expect(try text.builder.utf8Count == 0)
    try root.setText("text")
    try root.adoptText(text)
    try root.initStruct()
    try root.adoptStruct(structure)
    #expect(!root.hasText && !root.hasStruct)
  }
}
