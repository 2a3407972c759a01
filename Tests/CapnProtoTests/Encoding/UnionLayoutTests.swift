import CapnProto
import Testing

/// The members of a union share memory, as the layout of the format has it.
@Suite struct UnionLayoutTests {
  /// The data section of a `Sizes` in which one thing was set.
  private func words(_ set: (Sizes.Builder) throws -> Void) throws -> [UInt64] {
    let sizes = try MessageBuilder().initRoot(Sizes.self)
    try set(sizes)
    let raw = sizes.asReader._raw
    return (0..<raw.dataBitCount / 64).map { raw.scalar(at: $0) }
  }

  @Test func membersShareThePlacesOfSmallerOnes() throws {
    // The tag came with the second member, and took the bits behind the two bytes of its time.
    let tags = (0..<5).map { UInt64($0) << 16 }
    #expect(try words { $0.bit = true } == [1 | tags[0], 0, 0])
    #expect(try words { $0.byte = .max } == [0xff | tags[1], 0, 0])
    #expect(try words { $0.twoBytes = .max } == [0xffff | tags[2], 0, 0])
    #expect(try words { $0.fourBytes = .max } == [0xffff_ffff << 32 | tags[3], 0, 0])
    #expect(try words { $0.eightBytes = .max } == [tags[4], .max, 0])
  }

  @Test func pointersShareOneSlot() throws {
    #expect(Sizes._layout == StructLayout(dataWords: 3, pointers: 1))
    let sizes = try MessageBuilder().initRoot(Sizes.self)
    try sizes.setText("a text")
    #expect(sizes.asReader._raw.has(at: 0))
    try sizes.setList([1, 2, 3])
    #expect(try sizes.asReader._raw.get(List<UInt8>.self, at: 0).count == 3)
  }

  @Test func settingMemberLeavesFieldsBesideItAlone() throws {
    let sizes = try MessageBuilder().initRoot(Sizes.self)
    sizes.after = 0x1234_5678
    sizes.eightBytes = .max
    sizes.bit = false
    try sizes.setText("text")
    #expect(sizes.after == 0x1234_5678)
  }

  @Test func interleavedGroupsDoNotShareMemory() throws {
    let message = Storage.segmentPerObject.builder
    let groups = try message.initRoot(Interleaved.self)
    groups.left.one = 1
    groups.right.one = 2
    groups.left.two = .max
    groups.right.two = 4
    try groups.left.setWord("left word")
    try groups.right.setWord("right word")
    groups.left.deep.small = 5
    groups.right.deep.small = 6
    try groups.left.deep.setList([true])
    try groups.right.deep.setList([false, true])
    groups.left.yes = -7
    try groups.right.setNo("no")

    let read = try message.reread().root(Interleaved.self)
    #expect(read.left.one == 1 && read.right.one == 2)
    #expect(read.left.two == .max && read.right.two == 4)
    #expect(try read.left.word == "left word" && read.right.word == "right word")
    #expect(read.left.deep.small == 5 && read.right.deep.small == 6)
    #expect(try Array(read.left.deep.list) == [true])
    #expect(try Array(read.right.deep.list) == [false, true])
    #expect(read.left.tag == .yes && read.left.yes == -7)
    #expect(try read.right.tag == .no && read.right.no == "no")
    #expect(try read.left.no.isEmpty && read.right.yes == 0)
  }

  @Test func groupsNestAndHaveDefaults() throws {
    let message = MessageBuilder()
    let groups = try message.initRoot(Groups.self)
    #expect(groups.first.number == 11 && groups.first.second.flag)
    #expect(groups.first.second.color == .green)
    #expect(try Array(groups.asReader.first.second.third.list) == [1.5])
    try groups.setBefore("before")
    groups.after = -1
    groups.first.number = 0
    try groups.first.setText("in a group")
    groups.first.second.flag = false
    groups.first.second.color = .red
    groups.first.second.third.small = 200
    try groups.first.second.third.setList([2, 3])

    let read = try message.reread().root(Groups.self)
    #expect(try read.before == "before" && read.after == -1)
    #expect(try read.first.number == 0 && read.first.text == "in a group")
    #expect(!read.first.second.flag && read.first.second.color == .red)
    #expect(read.first.second.third.small == 200)
    #expect(try Array(read.first.second.third.list) == [2, 3])
  }
}
