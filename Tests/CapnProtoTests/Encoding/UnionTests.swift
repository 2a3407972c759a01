import CapnProto
import Testing

/// Unions with and without a name: one member is set at a time, and the tag says which.
@Suite struct UnionTests {
  @Test func firstMemberIsSetAtFirst() throws {
    let message = MessageBuilder()
    let builder = try message.initRoot(NamedUnion.self)
    #expect(builder.value.tag == .nothing && builder.other.tag == .small)
    #expect(try message.initRoot(UnnamedUnion.self).tag == .none)
    let scalar = try message.initRoot(ScalarUnion.self).asReader
    guard case .circle(0) = scalar.which else {
      Issue.record("not the first member, and zero")
      return
    }
  }

  @Test func settingMemberSetsTag() throws {
    let union = try MessageBuilder().initRoot(NamedUnion.self)
    union.value.bool = true
    #expect(union.value.tag == .bool && union.asReader.value.bool)
    union.value.int8 = 5
    #expect(union.value.tag == .int8 && union.asReader.value.int8 == 5)
    union.value.color = .green
    #expect(union.value.tag == .color && union.value.color == .green)
    try union.value.setText("text")
    #expect(try union.value.tag == .text && union.asReader.value.text == "text")
    try union.value.initStruct().int16 = 4
    #expect(try union.value.tag == .struct && union.asReader.value.struct.int16 == 4)
    try union.value.setList([1, 2])
    #expect(try union.value.tag == .list && Array(union.asReader.value.list) == [1, 2])
    try union.value.initAnyPointer().initialize(Text.self, count: 3)
    #expect(try union.value.anyPointer.get(Text.self).utf8Count == 3)
    #expect(union.value.tag == .anyPointer)
    union.value.setNothing()
    #expect(union.value.tag == .nothing)
  }

  @Test func inactiveMemberReadsAsDefault() throws {
    let union = try MessageBuilder().initRoot(NamedUnion.self)
    union.value.uint64 = .max
    let read = union.asReader.value
    #expect(read.bool && read.int8 == -5 && read.float32 == 0.25 && read.color == .ultraViolet)
    #expect(try read.text == "union text" && !read.hasText)
    #expect(try Array(read.list) == [4, 5] && !read.hasList)
    #expect(try read.struct.int64 == 0 && read.anyPointer.isNull)
    #expect(read.group.number == 3 && !read.group.bit)
  }

  @Test func wrongMemberOfBuilderIsRefused() throws {
    let union = try MessageBuilder().initRoot(NamedUnion.self).value
    try union.setText("set")
    let error = expectError(.wrongUnionMember) { try union.list }
    #expect(error?.message.contains("`list`") == true)
    expectError(.wrongUnionMember) { try union.struct }
    expectError(.wrongUnionMember) { try union.group }
    expectError(.wrongUnionMember) { try union.disownData().builder }
    #expect(try union.text.string == "set")
  }

  @Test func clearingInactiveMemberLeavesActiveOneAlone() throws {
    let union = try MessageBuilder().initRoot(NamedUnion.self).value
    try union.setText("set")
    try union.clearData()
    try union.clearStruct()
    #expect(try union.text.string == "set")
    try union.clearText()
    #expect(!union.hasText && union.tag == .text)
  }

  @Test func payloadComesWithTag() throws {
    let message = MessageBuilder()
    let union = try message.initRoot(UnnamedUnion.self)
    union.before = 9
    try union.setAfter("behind")
    try union.setSome("inside")
    guard case .some(let text) = try message.reread().root(UnnamedUnion.self).which else {
      Issue.record("not the member that was set")
      return
    }
    #expect(text == "inside")
    union.number = -3
    guard case .number(-3) = try union.asReader.which else {
      Issue.record("not the member that was set last")
      return
    }
    #expect(try union.before == 9 && union.asReader.after == "behind")
  }

  @Test func groupMemberStartsEmpty() throws {
    let union = try MessageBuilder().initRoot(UnnamedUnion.self)
    try union.setSome("in the slot of the label")
    union.number = -1
    let point = try union.initPoint()
    #expect(union.tag == .point && point.x == 0 && point.y == 0 && !point.hasLabel)
    point.x = 1.5
    try point.setLabel("here")
    guard case .point(let read) = try union.asReader.which else {
      Issue.record("not the group")
      return
    }
    #expect(try read.x == 1.5 && read.label == "here")
    #expect(try union.point.x == 1.5)
  }

  @Test func unionInGroupInUnion() throws {
    let message = MessageBuilder()
    let group = try message.initRoot(NamedUnion.self).value.initGroup()
    #expect(group.number == 3 && group.choice.tag == .left)
    group.choice.right = -700
    #expect(group.choice.tag == .right)
    let both = group.choice.initBoth()
    both.first = 1
    both.second = 2
    let read = try message.reread().root(NamedUnion.self).value
    guard case .group(let readGroup) = try read.which, case .both(let pair) = readGroup.choice.which
    else {
      Issue.record("not the group in the group")
      return
    }
    #expect(pair.first == 1 && pair.second == 2 && readGroup.choice.right == 0)
  }

  @Test func unionsOfOneStructAreIndependent() throws {
    let union = try MessageBuilder().initRoot(NamedUnion.self)
    union.value.uint64 = .max
    union.other.large = 7
    try union.setOutside("text")
    union.value.float32 = 1
    #expect(try union.other.large == 7 && union.asReader.outside == "text")
    union.other.small = 3
    #expect(union.value.float32 == 1 && union.other.tag == .small)
  }
}
