import CapnProto
import Testing

/// One builder, used for message after message.
@Suite struct ResetTests {
  /// Where the first segment of a message lies.
  private func address(_ message: MessageBuilder) throws -> UInt {
    unsafe try message.withSegments { segments in unsafe UInt(bitPattern: segments[0].baseAddress) }
  }

  @Test func memoryIsUsedAgain() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).fillSample()
    let bytes = try message.bytes()
    let before = try address(message)
    for _ in 0..<3 {
      message.reset()
      #expect(try address(message) == before)
      try message.initRoot(Lists.self).fillSample()
      #expect(try message.bytes() == bytes)
    }
  }

  @Test(arguments: Storage.allCases)
  func nothingOfTheOldMessageIsLeft(storage: Storage) throws {
    let message = storage.builder
    try message.initRoot(Lists.self).fillSample()
    message.reset()
    #expect(try message.root.isNull)
    #expect(try message.byteCount == 16)
    try message.initRoot(Scalars.self).asReader.expectZero()
    try message.initRoot(Lists.self).initInt64s(count: 100)
    #expect(try Set(message.root(Lists.self).asReader.int64s) == [0])
  }

  @Test func oldViewsKeepTheirMemory() throws {
    let message = MessageBuilder()
    let old = try message.initRoot(Pointers.self)
    try old.setText("old")
    let text = try old.asReader.text
    message.reset()
    let new = try message.initRoot(Pointers.self)
    try new.setText("new")
    #expect(try old.asReader.text == "old" && text == "old" && new.asReader.text == "new")
    try old.setText("old, and still to be changed")
    #expect(try message.reread().root(Pointers.self).text == "new")
  }

  @Test func orphansKeepTheirMemory() throws {
    let message = MessageBuilder()
    let orphan = try message.makeOrphan(List<Int32>.self, count: 2)
    message.reset()
    try message.initRoot(Scalars.self).fillSample()
    try orphan.builder.copy(from: [1, 2])
    #expect(try Array(orphan.builder.asReader) == [1, 2])
    try message.root(Scalars.self).asReader.expectSample()
  }

  @Test func resetOfUnusedBuilder() throws {
    let message = MessageBuilder()
    message.reset()
    message.reset()
    try message.initRoot(Scalars.self).fillSample()
    try message.reread().root(Scalars.self).expectSample()
  }

  @Test func rootIsMadeAnew() throws {
    let message = MessageBuilder()
    try message.initRoot(Scalars.self).fillSample()
    try message.initRoot(Scalars.self).asReader.expectZero()
    try message.initRoot(Pointers.self).setText("text")
    #expect(try message.reread().root(Pointers.self).text == "text")
    try message.root(Scalars.self).int8 = 3
    #expect(try message.root(Pointers.self).text.string == "text", "the larger of both types")
  }

  @Test func snapshotStaysAsItWas() throws {
    let message = Storage.growingSegments.builder
    let root = try message.initRoot(Pointers.self)
    try root.setText("before")
    let snapshot = try message.snapshot()
    try root.setText("after")
    message.reset()
    #expect(try snapshot.root(Pointers.self).text == "before")
    #expect(try message.byteCount < snapshot.byteCount)
  }

  @Test func viewsOutliveTheirBuilderAndTheirMessage() throws {
    func build() throws -> Pointers.Builder {
      let root = try MessageBuilder().initRoot(Pointers.self)
      try root.setText("outlived")
      return root
    }
    func read() throws -> List<Text>.Reader {
      let message = MessageBuilder()
      try message.initRoot(Lists.self).fillSample()
      return try message.reread().root(Lists.self).texts
    }
    let root = try build()
    try root.setData([1])
    #expect(try root.asReader.text == "outlived")
    #expect(try read()[1] == "plank")
  }
}
