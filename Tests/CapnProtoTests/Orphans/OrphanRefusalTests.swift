import Testing

@testable import CapnProto

/// Orphans stay with their message, and are adopted once.
@Suite struct OrphanRefusalTests {
  @Test func otherMessageRefusesOrphan() throws {
    let one = MessageBuilder()
    let other = MessageBuilder()
    let orphan = try one.makeOrphan(Scalars.self)
    try orphan.builder.fillSample()
    let root = try other.initRoot(Pointers.self)
    try root.initStruct().int8 = 3
    do throws(CapnProtoError) {
      try root.adoptStruct(orphan)
      Issue.record("an orphan of another message was adopted")
    } catch {
      #expect(error.code == .invalidArgument && error.message.contains("another message"))
    }
    #expect(try root.struct.int8 == 3, "what was there stays")
  }

  @Test func messageAfterResetRefusesOrphanOfBefore() throws {
    let message = MessageBuilder()
    let orphan = try message.makeOrphan(Text.self, count: 3)
    message.reset()
    let root = try message.initRoot(Pointers.self)
    do throws(CapnProtoError) {
      try root.adoptText(orphan)
      Issue.record("an orphan of the old message was adopted")
    } catch {
      #expect(error.code == .invalidArgument && !root.hasText)
    }
  }

  @Test func orphanIsAdoptedOnce() throws {
    // The compiler lets nobody use an orphan twice; this goes behind its back.
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    let handle = try Text._makeOrphan(in: message, count: 2)
    try root.adoptText(Orphan(handle))
    let error = expectError(.invalidArgument) { try Text._edit(handle) }
    #expect(error?.message.contains("adopted before") == true)
    let other = try message.initRoot(Pointers.self)
    try other.adoptText(Orphan(handle))
    #expect(!other.hasText)
  }

  @Test func orphanOutlivesItsBuilder() throws {
    func make() throws -> Orphan<List<Int64>> {
      let message = MessageBuilder()
      try message.initRoot(Lists.self).setInt64s([1, 2, 3])
      return try message.root(Lists.self).disownInt64s()
    }
    let orphan = try make()
    #expect(try Array(orphan.builder.asReader) == [1, 2, 3])
  }

  @Test func wrongTypeOfOrphanIsRefused() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    try root.setText("text")
    let asStruct = try root.anyPointer.disown(Scalars.self)
    #expect(try asStruct.builder.int8 == 0, "null becomes what is empty")
    let text: Orphan<Scalars> = try root._raw.disown(Scalars.self, at: 0)
    expectError(.malformed) { try text.builder }
    let list: Orphan<List<Int64>> = try {
      try root.setText("text")
      return try root._raw.disown(List<Int64>.self, at: 0)
    }()
    expectError(.malformed) { try list.builder }
  }

  @Test func overLargeOrphansAreRefused() throws {
    let message = MessageBuilder()
    expectError(.tooLarge) { try message.makeOrphan(List<Int8>.self, count: 1 << 29).builder }
    expectError(.tooLarge) { try message.makeOrphan(List<Scalars>.self, count: 1 << 27).builder }
    expectError(.tooLarge) { try message.makeOrphan(Text.self, count: 1 << 29).builder }
    expectError(.tooLarge) { try message.makeOrphan(Bytes.self, count: .max).builder }
    expectError(.invalidArgument) { try message.makeOrphan(Bytes.self, count: -1).builder }
    expectError(.invalidArgument) { try message.makeOrphan(List<Bool>.self, count: -9).builder }
    #expect(try message.byteCount == 16)
  }

  @Test func orphanOfAnyPointerHasNoBuilder() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    try root.initAnyPointer().initialize(Scalars.self).fillSample()
    let orphan = try root.disownAnyPointer()
    expectError(.unsupported) { try orphan.builder }
    #expect(!root.hasAnyPointer)
    try root.adoptAnyPointer(orphan)
    try root.anyPointer.get(Scalars.self).asReader.expectSample()
  }
}
