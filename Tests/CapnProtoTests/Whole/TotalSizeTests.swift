import CapnProto
import Testing

/// The size of an object with all that it leads to.
@Suite struct TotalSizeTests {
  @Test(arguments: Storage.allCases)
  func sizesAddUp(storage: Storage) throws {
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    let own = UInt64(Pointers._layout.dataWords) + UInt64(Pointers._layout.pointers)
    #expect(try root.asReader.totalSize.words == own)
    try root.setText("eight by")  // nine bytes with the terminator
    #expect(try root.asReader.totalSize.words == own + 2)
    try root.setList([1, 2, 3])
    #expect(try root.asReader.totalSize.words == own + 4)
    try root.initStruct()
    let all = own + 4 + UInt64(Scalars._layout.dataWords)
    #expect(try root.asReader.totalSize.words == all)
    #expect(try message.reread().root(Pointers.self).totalSize.words == all)
    #expect(try message.reread().root.totalSize.words == all)
    #expect(try root.asReader.totalSize.capabilities == 0)
  }

  @Test func messageOfOneSegmentHasItsRootAndItsObjects() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).fillSample()
    let words = try message.root(Lists.self).asReader.totalSize.words
    #expect(try message.byteCount == 8 + 8 + Int(words) * 8)
  }

  @Test func listsCountTheirTag() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    let structs = try lists.initStructs(count: 3)
    #expect(
      try structs.asReader._raw.totalSize.words == 1 + 3 * UInt64(Scalars._layout.dataWords))
    #expect(try lists.initBools(count: 65).asReader._raw.totalSize.words == 2)
    #expect(try lists.asReader.int8s._raw.totalSize.words == 0)
  }

  @Test func listsOfVoidHaveNoSize() throws {
    let lists = try MessageBuilder().initRoot(Lists.self)
    try lists.initVoids(count: 1 << 28)
    #expect(try lists.asReader.totalSize.words == UInt64(Lists._layout.pointers))
  }

  @Test func damageIsFound() throws {
    let damaged = try message(
      Pointer.structure(data: 0, pointers: 2), 0, Pointer.structure(offset: 9, data: 1, pointers: 0)
    )
    expectError(.malformed) { try damaged.root(Pointers.self).totalSize }
    expectError(.malformed) { try damaged.root.totalSize }
  }
}
