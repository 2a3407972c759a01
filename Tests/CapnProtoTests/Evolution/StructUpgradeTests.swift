import CapnProto
import Testing

/// An older and a newer program read and change each other's structs.
@Suite struct StructUpgradeTests {
  @Test func newerProgramReadsOlderStruct() throws {
    let message = MessageBuilder()
    let old = try message.initRoot(ParcelBefore.self)
    old.weight = 12
    try old.setLabel("old")
    let read = try message.reread().root(ParcelAfter.self)
    #expect(try read.weight == 12 && read.label == "old")
    #expect(read.fragile && read.value == 987 && !read.hasSender && !read.hasStamps)
    #expect(try read.sender == "unknown" && Array(read.stamps) == [3, 1])
  }

  @Test func olderProgramReadsNewerStruct() throws {
    let message = MessageBuilder()
    let new = try message.initRoot(ParcelAfter.self)
    new.weight = 12
    new.fragile = false
    try new.initInside().weight = 3
    let read = try message.reread().root(ParcelBefore.self)
    #expect(try read.weight == 12 && read.inside.weight == 3)
  }

  @Test func copyByOlderProgramKeepsWhatItDoesNotKnow() throws {
    let source = MessageBuilder()
    let new = try source.initRoot(ShelfAfter.self)
    try new.initTop().value = 1
    try new.top.setSender("somebody")
    try new.initParcels(count: 2)[1].setStamps([9])
    try new.parcels[1].initInside().fragile = false

    let target = MessageBuilder()
    try target.setRoot(source.reread().root(ShelfBefore.self))
    let read = try target.reread().root(ShelfAfter.self)
    #expect(try read.top.value == 1 && read.top.sender == "somebody")
    #expect(try Array(read.parcels[1].stamps) == [9] && !read.parcels[1].inside.fragile)
  }

  @Test func changeByOlderProgramKeepsWhatItDoesNotKnow() throws {
    let message = MessageBuilder()
    let new = try message.initRoot(ParcelAfter.self)
    new.value = 1
    try new.setSender("somebody")
    let old = try message.root(ParcelBefore.self)
    old.weight = 5
    try old.setLabel("relabelled")
    #expect(try new.weight == 5 && new.value == 1 && new.asReader.sender == "somebody")
    #expect(try new.asReader.label == "relabelled")
  }

  @Test func copyToFixedPlaceTakesWhatThereIsRoomFor() throws {
    let source = MessageBuilder()
    let new = try source.initRoot(ParcelAfter.self)
    new.weight = 5
    try new.setLabel("label")
    try new.setSender("somebody")
    let list = try MessageBuilder().initRoot(ShelfBefore.self).initParcels(count: 1)
    try list.set(0, to: source.reread().root(ParcelBefore.self))
    #expect(try list[0].weight == 5 && list.asReader[0].label == "label")
    let asNewer = ParcelAfter.Reader(_raw: list.asReader[0]._raw)
    #expect(try asNewer.sender == "unknown" && asNewer.value == 987)
  }

  @Test func copyOfOlderStructClearsNewerFields() throws {
    let source = MessageBuilder()
    try source.initRoot(ParcelBefore.self).weight = 5
    let list = try MessageBuilder().initRoot(ShelfAfter.self).initParcels(count: 1)
    list[0].value = 1
    try list[0].setSender("somebody")
    try list.set(0, to: source.reread().root(ParcelAfter.self))
    #expect(list[0].weight == 5 && list[0].value == 987)
    #expect(try list.asReader[0].sender == "unknown")
  }

  @Test func unknownEnumerantsAreKept() throws {
    let source = MessageBuilder()
    let new = try source.initRoot(ChoiceAfter.self)
    new.grade = .highest
    try new.setGrades([.low, .highest])
    let old = try source.reread().root(ChoiceBefore.self)
    #expect(old.grade == .unrecognized(2) && old.grade.rawValue == 2)
    #expect(try Array(old.grades) == [.low, .unrecognized(2)])
    #expect("\(old.grade)" == "unrecognized(2)" && !GradeBefore.allKnownCases.contains(old.grade))

    let target = MessageBuilder()
    let copy = try target.initRoot(ChoiceBefore.self)
    copy.grade = old.grade
    try copy.setGrades(Array(old.grades))
    let read = try target.reread().root(ChoiceAfter.self)
    #expect(try read.grade == .highest && Array(read.grades) == [.low, .highest])
  }

  @Test func unknownUnionMemberIsKept() throws {
    let source = MessageBuilder()
    try source.initRoot(ChoiceAfter.self).setText("a new member")
    let old = try source.reread().root(ChoiceBefore.self)
    #expect(old.tag == .unrecognized(2) && old.number == 0)
    guard case .unrecognized(2) = old.which else {
      Issue.record("the member should not be known")
      return
    }
    let target = MessageBuilder()
    try target.setRoot(old)
    #expect(try target.reread().root(ChoiceAfter.self).text == "a new member")
  }
}
