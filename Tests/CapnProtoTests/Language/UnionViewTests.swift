import CapnProto
import Testing

@Suite struct UnionViewTests {
  private func builder() throws -> NamedUnion.Builder {
    try MessageBuilder().initRoot(NamedUnion.self)
  }

  @Test func theFirstMemberIsActiveAtFirst() throws {
    let value = try builder().value
    #expect(value.tag == .nothing)
    #expect(value.asReader.tag == .nothing)
  }

  @Test func settingAMemberMakesItActive() throws {
    let value = try builder().value
    value.int8 = 4
    #expect(value.tag == .int8)
    try value.setText("text")
    #expect(value.tag == .text)
    try value.initStruct().int16 = 3
    #expect(value.tag == .struct)
    try value.initGroup().number = 9
    #expect(value.tag == .group)
    value.setNothing()
    #expect(value.tag == .nothing)
  }

  @Test func inactiveMembersReadAsTheirDefaults() throws {
    let value = try builder().value
    value.uint64 = .max
    let reader = value.asReader
    #expect(reader.bool)
    #expect(reader.int8 == -5)
    #expect(reader.float32 == 0.25)
    #expect(reader.color == .ultraViolet)
    #expect(try reader.text == "union text")
    #expect(try reader.list.map { $0 } == [4, 5])
    #expect(reader.group.number == 3)
    #expect(reader.group.choice.tag == .left)
    #expect(reader.group.choice.right == 0)
    #expect(!reader.hasText && !reader.hasStruct && !reader.group.hasText)
    #expect(value.int8 == -5)
  }

  @Test func aPointerOfAnotherMemberIsNeverSeen() throws {
    let value = try builder().value
    try value.setText("secret")
    #expect(try value.asReader.data.isEmpty)
    #expect(try value.asReader.struct.int32 == 0)
    #expect(value.asReader.anyPointer.isNull)
    #expect(!value.hasData && !value.asReader.hasData)
    try value.clearData()
    #expect(value.hasText)
  }

  @Test func anInactiveMemberCannotBeChangedInPlace() throws {
    let value = try builder().value
    value.int8 = 1
    let error = #expect(throws: CapnProtoError.self) { _ = try value.struct }
    #expect(error?.code == .wrongUnionMember)
    #expect(error?.message.contains("struct") == true)
    #expect(throws: CapnProtoError.self) { _ = try value.group }
    #expect(throws: CapnProtoError.self) { _ = try value.disownText() }
    #expect(value.tag == .int8 && value.int8 == 1)
  }

  @Test func initializingAGroupZeroesIt() throws {
    let value = try builder().value
    value.uint64 = .max
    let group = try value.initGroup()
    #expect(group.number == 3)
    #expect(!group.bit)
    #expect(!group.hasText)
    #expect(group.choice.tag == .left)
    #expect(group.choice.initBoth().first == 0)
  }

  @Test func whichHoldsTheActiveMember() throws {
    let value = try builder().value
    try value.setList([1, 2, 3])
    guard case .list(let list) = try value.asReader.which else {
      Issue.record("the list was set")
      return
    }
    #expect(list.map { $0 } == [1, 2, 3])
  }

  @Test func aMemberOfANewerSchemaIsKeptAsItsNumber() throws {
    let value = try builder().value
    // The tag lies somewhere in the first two words.
    for index in 0..<8 { value._raw.setScalar(77 as UInt16, at: index) }
    #expect(value.tag == .unrecognized(77))
    guard case .unrecognized(77) = try value.asReader.which else {
      Issue.record("no member has this number")
      return
    }
  }

  @Test func aUnionWithoutPointersIsReadWithoutThrowing() throws {
    let union = try MessageBuilder().initRoot(ScalarUnion.self)
    union.square = 2
    switch union.asReader.which {
    case .square(let side): #expect(side == 2)
    default: Issue.record("the square was set")
    }
  }
}
