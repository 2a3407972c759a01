import CapnProto
import Testing

/// The limits for messages from outside.
@Suite struct LimitTests {
  /// A message that is a chain of structs.
  private func chain(_ depth: Int, _ storage: Storage = .oneSegment) throws -> MessageBuilder {
    let message = storage.builder
    var vessel = try message.initRoot(Vessel.self)
    for _ in 1..<depth { vessel = try vessel.initNext() }
    return message
  }

  private func walk(_ message: Message) throws -> Int {
    var vessel = try message.root(Vessel.self)
    var depth = 1
    while vessel.hasNext {
      vessel = try vessel.next
      depth += 1
    }
    return depth
  }

  @Test(arguments: Storage.allCases)
  func nestingIsLimited(storage: Storage) throws {
    let fits = try chain(64, storage)
    #expect(try walk(fits.reread()) == 64)
    let deep = try chain(65, storage)
    let error = expectError(.nestingLimit) { try walk(deep.reread()) }
    #expect(error?.message.contains("64 levels") == true)
    #expect(error?.message.contains("ReaderOptions.nestingLimit") == true)
    #expect(try walk(deep.reread(options: ReaderOptions(nestingLimit: 65))) == 65)
    expectError(.nestingLimit) { try walk(fits.reread(options: ReaderOptions(nestingLimit: 5))) }
  }

  @Test(arguments: [Int.min, -1, 0])
  func withoutAnyNestingNothingIsRead(limit: Int) throws {
    let message = try chain(1).reread(options: ReaderOptions(nestingLimit: limit))
    expectError(.nestingLimit) { try message.root(Vessel.self) }
  }

  @Test func nestingLimitMayBeHuge() throws {
    let deep = try chain(400)
    #expect(try walk(deep.reread(options: ReaderOptions(nestingLimit: .max))) == 400)
    #expect(try walk(deep.snapshot()) == 400)
  }

  @Test func listsAreLevelsToo() throws {
    let message = MessageBuilder()
    var vessel = try message.initRoot(Vessel.self)
    for _ in 0..<40 { vessel = try vessel.initOthers(count: 1)[0] }
    func walk(_ vessel: Vessel.Reader) throws -> Int {
      guard vessel.hasOthers else { return 1 }
      return try 1 + walk(vessel.others[0])
    }
    #expect(
      try walk(message.reread(options: ReaderOptions(nestingLimit: 100)).root(Vessel.self)) == 41)
    expectError(.nestingLimit) {
      try walk(message.reread(options: ReaderOptions(nestingLimit: 20)).root(Vessel.self))
    }
    let texts = MessageBuilder()
    try texts.initRoot(Lists.self).initTexts(count: 1).set(0, to: "text")
    // One level each for struct and list; a text leads nowhere, and needs none.
    let read = try texts.reread(options: ReaderOptions(nestingLimit: 2)).root(Lists.self)
    #expect(try read.texts[0] == "text")
    let shallow = try texts.reread(options: ReaderOptions(nestingLimit: 1)).root(Lists.self)
    expectError(.nestingLimit) { try shallow.texts.count }
  }

  @Test(arguments: Storage.allCases)
  func readingIsCounted(storage: Storage) throws {
    let message = storage.builder
    try message.initRoot(Lists.self).initInt64s(count: 1000)
    let limit = ReaderOptions(traversalLimit: .bytes(8 * 2500))
    let read = try message.reread(options: limit).root(Lists.self)
    #expect(try read.int64s.count == 1000)
    #expect(try read.int64s.count == 1000)
    let error = expectError(.traversalLimit) { try read.int64s.count }
    #expect(error?.message.contains("2500 words") == true)
    #expect(error?.message.contains("ReaderOptions.traversalLimit") == true)
    // The limit stays reached.
    expectError(.traversalLimit) { try read.int64s.count }
  }

  @Test(arguments: Storage.allCases)
  func everyKindOfObjectIsCounted(storage: Storage) throws {
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    try root.setText(String(repeating: "x", count: 800))
    try root.setData([UInt8](repeating: 1, count: 800))
    try root.initStruct()
    let limit = ReaderOptions(traversalLimit: .bytes(8 * 250))
    func read(_ get: (Pointers.Reader) throws -> Void) throws {
      let root = try message.reread(options: limit).root(Pointers.self)
      for _ in 0..<100 { try get(root) }
    }
    expectError(.traversalLimit) { try read { _ = try $0.text } }
    expectError(.traversalLimit) { try read { _ = try $0.data } }
    expectError(.traversalLimit) { try read { _ = try $0.struct } }
    expectError(.traversalLimit) { try read { _ = try $0._raw.get(List<UInt8>.self, at: 1) } }
    try read { _ = try $0.list }  // null costs nothing
  }

  @Test func automaticLimitGrowsWithTheMessage() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt64s(count: 2 << 20)
    let read = try message.reread().root(Lists.self)
    for _ in 0..<8 { #expect(try read.int64s.count == 2 << 20) }
    expectError(.traversalLimit) { try read.int64s.count }
    let unlimited = try message.reread(options: ReaderOptions(traversalLimit: .unlimited))
    let lists = try unlimited.root(Lists.self)
    for _ in 0..<100 { #expect(try lists.int64s.count == 2 << 20) }
  }

  @Test func keepingAViewReadsOnce() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt64s(count: 1000)
    let limit = ReaderOptions(traversalLimit: .bytes(8 * 1100))
    let list = try message.reread(options: limit).root(Lists.self).int64s
    for _ in 0..<100 { #expect(list.reduce(0, +) == 0) }
  }

  @Test func messageSizeIsLimitedWhereItIsClaimed() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).initInt64s(count: 10_000)
    let small = ReaderOptions(maximumMessageBytes: 1000)
    expectError(.messageTooLarge) { try message.reread(packed: true, options: small) }
    let enough = ReaderOptions(maximumMessageBytes: try message.byteCount)
    #expect(try message.reread(packed: true, options: enough).byteCount == message.byteCount)
  }
}
