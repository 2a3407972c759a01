import CapnProto
import Testing

/// Whether two objects are equal, all the way down.
@Suite struct EqualityTests {
  private func root(
    _ storage: Storage = .oneSegment, _ fill: (Pointers.Builder) throws -> Void
  ) throws -> Pointers.Reader {
    let message = storage.builder
    try fill(message.initRoot(Pointers.self))
    return try message.reread().root(Pointers.self)
  }

  @Test func storageMakesNoDifference() throws {
    for left in Storage.allCases {
      for right in Storage.allCases {
        let (one, other) = (left.builder, right.builder)
        try one.initRoot(Lists.self).fillSample()
        try other.initRoot(Lists.self).fillSample()
        let read = try other.reread()
        #expect(try one.root(Lists.self).asReader.equals(read.root(Lists.self)))
        #expect(try read.root.equals(one.reread().root))
      }
    }
  }

  @Test func anyDifferenceCounts() throws {
    let fills: [(Pointers.Builder) throws -> Void] = [
      { _ in }, { try $0.setText("a") }, { try $0.setText("b") }, { try $0.setText("") },
      { try $0.setData([97]) }, { try $0.initStruct() }, { try $0.initStruct().int8 = 1 },
      { try $0.setList([1]) }, { try $0.setList([1, 2]) }, { try $0.initList(count: 0) },
    ]
    for (i, left) in fills.enumerated() {
      for (j, right) in fills.enumerated() {
        let isEqual = try root(.oneSegment, left).equals(root(.segmentPerObject, right))
        #expect(isEqual == (i == j), "\(i) and \(j)")
      }
    }
  }

  @Test func trailingZerosMakeNoDifference() throws {
    let (old, new) = (MessageBuilder(), MessageBuilder())
    try old.initRoot(ParcelBefore.self).weight = 5
    try new.initRoot(ParcelAfter.self).weight = 5
    let left = try old.reread().root(ParcelAfter.self)
    let right = try new.reread().root(ParcelAfter.self)
    #expect(try left.equals(right) && right.equals(left))
    try new.root(ParcelAfter.self).value = 1
    #expect(try !left.equals(new.root(ParcelAfter.self).asReader))
  }

  @Test func pointersAndListsAreComparedAlone() throws {
    let read = try root {
      try $0.setText("text")
      try $0.initAnyPointer().set(Text.self, $0.asReader.text)
      try $0.setList([1, 2])
    }
    #expect(try read._raw.pointer(at: 0).equals(read.anyPointer))
    #expect(try !read._raw.pointer(at: 0).equals(read._raw.pointer(at: 3)))
    #expect(try read._raw.pointer(at: 1).equals(read._raw.pointer(at: 2)), "both null")
    let other = try root { try $0.setList([1, 2]) }
    #expect(try read.list._raw.equals(other.list._raw))
    #expect(try !read.list._raw.equals(root { try $0.setList([2, 1]) }.list._raw))
  }

  @Test func listsOfOtherElementsDiffer() throws {
    let (one, other) = (MessageBuilder(), MessageBuilder())
    try one.initRoot(Vessel.self).initAny().initialize(List<UInt8>.self, count: 1)
    try other.initRoot(Vessel.self).initAny().initialize(List<UInt16>.self, count: 1)
    #expect(try !one.reread().root(Vessel.self).equals(other.reread().root(Vessel.self)))
  }

  @Test func damagedMessageIsNotCompared() throws {
    let damaged = try message(
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.byte, count: 99)
    ).root(Pointers.self)
    expectError(.malformed) { try damaged.equals(root { try $0.setText("text") }) }
  }

  @Test func endlessMessagesAreNotComparedEndlessly() throws {
    // A struct whose one pointer leads back to itself.
    let words = [
      Pointer.structure(data: 0, pointers: 1), Pointer.structure(offset: -1, data: 0, pointers: 1),
    ]
    let left = try Message(frame(words)).root(Vessel.self)
    let right = try Message(frame(words)).root(Vessel.self)
    #expect(throws: CapnProtoError.self) { try left.equals(right) }
    #expect(throws: CapnProtoError.self) { try left.totalSize }
    #expect(throws: CapnProtoError.self) { try left.canonicalBytes() }
    #expect(throws: CapnProtoError.self) { try MessageBuilder().setRoot(left) }
    let trusted = try Message(frame(words), options: .trusted).root(Vessel.self)
    #expect(throws: CapnProtoError.self) { try trusted.totalSize }
    #expect(throws: CapnProtoError.self) { try MessageBuilder().setRoot(trusted) }
  }
}
