import CapnProto
import Testing

/// Copies within one message: a value may be what is replaced, or a part of it, or around it.
@Suite struct WithinMessageTests {
  @Test(arguments: Storage.allCases)
  func fieldIsSetToItself(storage: Storage) throws {
    let message = storage.builder
    let lists = try message.initRoot(Lists.self)
    try lists.fillSample()
    try lists.setInt32s(lists.asReader.int32s)
    try lists.setBools(lists.asReader.bools)
    try lists.setTexts(lists.asReader.texts)
    try lists.setStructs(lists.asReader.structs)
    try lists.setDeep(lists.asReader.deep)
    try message.setRoot(message.root(Lists.self).asReader)
    try message.reread().root(Lists.self).expectSample()
  }

  @Test func listIsReplacedByWhatIsMadeOfIt() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.setInt32s([1, 2, 3])
    try lists.setInt32s(lists.asReader.int32s.reversed())
    #expect(try Array(lists.asReader.int32s) == [3, 2, 1])
    try lists.setInt32s(lists.asReader.int32s.lazy.map { $0 * 10 })
    #expect(try Array(lists.asReader.int32s) == [30, 20, 10])
    try lists.setInt32s(lists.asReader.int32s.dropFirst())
    #expect(try Array(lists.asReader.int32s) == [20, 10])
    try lists.setBools([true, false, false])
    try lists.setBools(lists.asReader.bools.reversed())
    #expect(try Array(lists.asReader.bools) == [false, false, true])
    try lists.setTexts(["some", "texts", "of", "some", "length"])
    try lists.setTexts(lists.asReader.texts.map { $0 }.filter { $0 != "some" })
    #expect(try lists.asReader.texts.map(\.string) == ["texts", "of", "length"])
    try lists.setDatas([[1], [2, 3]] as [[UInt8]])
    try lists.setDatas(lists.asReader.datas.map { $0 }.reversed())
    #expect(try lists.asReader.datas.map { Array($0) } == [[2, 3], [1]])
  }

  @Test(arguments: Storage.allCases)
  func structIsReplacedByItsOwnPart(storage: Storage) throws {
    let message = storage.builder
    let shelf = try message.initRoot(ShelfAfter.self)
    try shelf.initTop().initInside().setLabel("inside")
    try shelf.setTop(shelf.top.inside.asReader)
    #expect(try message.reread().root(ShelfAfter.self).top.label == "inside")
    #expect(try !message.reread().root(ShelfAfter.self).top.hasInside)

    let parcels = try shelf.initParcels(count: 2)
    try parcels[0].initInside().setSender("inside")
    try parcels.set(0, to: parcels[0].inside.asReader)
    try parcels.set(1, to: parcels[0].asReader)
    try parcels.set(1, to: parcels[1].asReader)
    let read = try message.reread().root(ShelfAfter.self).parcels
    #expect(try read[0].sender == "inside" && read[1].sender == "inside" && !read[0].hasInside)
  }

  @Test(arguments: Storage.allCases)
  func structIsCopiedIntoItself(storage: Storage) throws {
    let message = storage.builder
    let parcel = try message.initRoot(ParcelAfter.self)
    try parcel.setLabel("outside")
    try parcel.initInside().setLabel("inside")
    try parcel.setInside(parcel.asReader)
    let read = try message.reread().root(ParcelAfter.self)
    #expect(try read.inside.label == "outside" && read.inside.inside.label == "inside")
    #expect(try !read.inside.inside.hasInside)
  }

  @Test func pointersAreCopiedWithinAMessage() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    try root.setText("text")
    try root.setAnyPointer(root.asReader._raw.pointer(at: 0))
    try root.setAnyPointer(root.asReader.anyPointer)
    #expect(try root.asReader.anyPointer.get(Text.self) == "text" && root.asReader.text == "text")
    try message.setRoot(root.asReader.anyPointer)
    #expect(try message.root.asReader.get(Text.self) == "text")
  }

  @Test func newFieldsTakeNoMoreThanTheirOwn() throws {
    let message = MessageBuilder()
    let lists = try message.initRoot(Lists.self)
    try lists.setInt64s([1, 2, 3])
    let size = try message.byteCount
    try lists.setUint64s(lists.asReader.int64s.lazy.map { UInt64($0) })
    #expect(try message.byteCount == size + 24)
    try lists.setUint64s(lists.asReader.int64s.lazy.map { UInt64($0) })
    #expect(try message.byteCount == size + 24)
  }
}
