import CapnProto
import Testing

/// Objects that no pointer leads to: made, taken out of a message, and put in again.
@Suite struct OrphanTests {
  @Test(arguments: Storage.allCases)
  func structIsMadeFilledAndAdopted(storage: Storage) throws {
    let message = storage.builder
    let orphan = try message.makeOrphan(Scalars.self)
    try orphan.builder.fillSample()
    let root = try message.initRoot(Pointers.self)
    #expect(!root.hasStruct)
    try root.adoptStruct(orphan)
    #expect(root.hasStruct)
    try message.reread().root(Pointers.self).struct.expectSample()
  }

  @Test(arguments: Storage.allCases)
  func everyKindOfListIsMadeAndAdopted(storage: Storage) throws {
    let message = storage.builder
    let lists = try message.initRoot(Lists.self)
    let numbers = try message.makeOrphan(List<Int32>.self, count: 3)
    try numbers.builder.copy(from: [1, 2, 3])
    let bools = try message.makeOrphan(List<Bool>.self, count: 9)
    try bools.builder[8] = true
    let structs = try message.makeOrphan(List<Scalars>.self, count: 2)
    try structs.builder[1].fillSample()
    let texts = try message.makeOrphan(List<Text>.self, count: 2)
    try texts.builder.set(1, to: "text")
    let nested = try message.makeOrphan(List<List<Int32>>.self, count: 1)
    try nested.builder.initialize(0, count: 1)[0] = 9
    let voids = try message.makeOrphan(List<VoidValue>.self, count: 4)
    try lists.adoptInt32s(numbers)
    try lists.adoptBools(bools)
    try lists.adoptStructs(structs)
    try lists.adoptTexts(texts)
    try lists.adoptNested(nested)
    try lists.adoptVoids(voids)

    let read = try message.reread().root(Lists.self)
    #expect(try Array(read.int32s) == [1, 2, 3])
    #expect(try read.bools.count == 9 && read.bools[8] && !read.bools[0])
    try read.structs[1].expectSample()
    #expect(try read.texts.map(\.string) == ["", "text"])
    #expect(try read.nested.map { Array($0) } == [[9]] && read.voids.count == 4)
  }

  @Test(arguments: Storage.allCases)
  func textAndDataAreMadeAndAdopted(storage: Storage) throws {
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    let text = try message.makeOrphan(Text.self, count: 4)
    unsafe try text.builder.withMutableUTF8 { bytes in
      for index in bytes.indices { unsafe bytes[index] = UInt8(ascii: "x") }
    }
    let data = try message.makeOrphan(Bytes.self, count: 2)
    try data.builder[1] = 7
    try root.adoptText(text)
    try root.adoptData(data)
    let read = try message.reread().root(Pointers.self)
    #expect(try read.text == "xxxx" && Array(read.data) == [0, 7])
  }

  @Test(arguments: Storage.allCases)
  func whatIsDisownedIsAdoptedElsewhere(storage: Storage) throws {
    let message = storage.builder
    let shelf = try message.initRoot(ShelfAfter.self)
    let top = try shelf.initTop()
    try top.setLabel("moved")
    try top.initInside().weight = 9
    let orphan = try shelf.disownTop()
    #expect(!shelf.hasTop && shelf.asReader._raw.pointer(at: 1).isNull)
    #expect(try orphan.builder.asReader.label == "moved")
    let parcels = try shelf.initParcels(count: 2)
    try parcels[1].adoptInside(orphan)
    let read = try message.reread().root(ShelfAfter.self)
    #expect(try read.parcels[1].inside.label == "moved")
    #expect(try read.parcels[1].inside.inside.weight == 9 && !read.hasTop)
  }

  @Test(arguments: Storage.allCases)
  func adoptingReplacesWhatWasThere(storage: Storage) throws {
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    try root.setText("first")
    let first = try root.disownText()
    try root.setText("second")
    try root.adoptText(first)
    #expect(try message.reread().root(Pointers.self).text == "first")
    #expect(try !contains(message, "second"), "what was replaced is zeroed")
  }

  @Test(arguments: Storage.allCases)
  func whatIsNeverAdoptedIsZeroed(storage: Storage) throws {
    let message = storage.builder
    let root = try message.initRoot(Pointers.self)
    try root.setText("a secret, never adopted")
    #expect(try contains(message, "secret"))
    do { _ = try root.disownText() }
    #expect(try !contains(message, "secret") && !root.hasText)

    do {
      let orphan = try message.makeOrphan(Pointers.self)
      try orphan.builder.setText("another secret")
      try orphan.builder.initStruct().fillSample()
      #expect(try contains(message, "secret"))
    }
    #expect(try !contains(message, "secret"))
  }

  @Test func wholeTreeOfAnOrphanIsZeroed() throws {
    let message = Storage.segmentPerObject.builder
    let shelf = try message.initRoot(ShelfAfter.self)
    try shelf.initParcels(count: 3)[1].initInside().initInside().setLabel("deep inside")
    #expect(try contains(message, "deep inside"))
    do { _ = try shelf.disownParcels() }
    #expect(try !contains(message, "deep inside"))
  }

  @Test func disowningNullGivesAnEmptyOrphan() throws {
    let message = MessageBuilder()
    let root = try message.initRoot(Pointers.self)
    let orphan = try root.disownText()
    try root.setText("text")
    try root.adoptText(orphan)
    #expect(!root.hasText)
  }

  private func contains(_ message: MessageBuilder, _ text: String) throws -> Bool {
    String(decoding: try message.bytes(), as: UTF8.self).contains(text)
  }
}
