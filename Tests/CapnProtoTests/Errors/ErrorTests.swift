import CapnProto
import Testing

/// Errors say what happened, and how to react.
@Suite struct ErrorTests {
  private let damaged = frame([
    Pointer.structure(data: 0, pointers: 11), Pointer.list(.byte, count: 99),
    Pointer.structure(data: 1, pointers: 0), Pointer.structure(offset: -99, data: 1, pointers: 0),
    Pointer.far(segment: 7, offset: 0), 0, 0, 0, 0, 0, 0, 0,
  ])

  @Test func damageIsMalformed() throws {
    let read = try Message(damaged).root(Pointers.self)
    let error = expectError(.malformed) { try read.text }
    #expect(error?.message.isEmpty == false)
    #expect(error?.origin?.contains("layout.c++") == true)
    #expect(error.map { "\($0)".hasSuffix("[malformed]") } == true)
    expectError(.malformed) { try read.data }
    expectError(.malformed) { try read.struct }
    expectError(.malformed) { try read.list }
    expectError(.malformed) { try read._raw.pointer(at: 2).kind == .structure ? read.struct : nil }
  }

  @Test func damageLeavesTheRestReadable() throws {
    let words: [UInt64] = [
      Pointer.structure(data: 0, pointers: 2), Pointer.list(.byte, count: 99),
      Pointer.list(.byte, count: 2), 0x61,
    ]
    let read = try Message(frame(words)).root(PointersOnly.self)
    expectError(.malformed) { try read.first }
    #expect(try read.second == "a")
    expectError(.malformed) { try read.first }
  }

  @Test func builderFindsDamageOfWhatIsCopied() throws {
    let message = MessageBuilder()
    expectError(.malformed) { try message.setRoot(Message(damaged).root(Pointers.self)) }
    try message.initRoot(Scalars.self).fillSample()
    try message.reread().root(Scalars.self).expectSample()
  }

  @Test func codesAreToldApart() {
    let codes: [CapnProtoError.Code] = [
      .malformed, .truncated, .wrongEncoding, .traversalLimit, .nestingLimit, .messageTooLarge,
      .tooLarge, .invalidArgument, .wrongUnionMember, .unsupported, .outOfMemory, .io,
    ]
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes.map(\.description)).count == codes.count)
  }

  @Test func errorsAreValues() {
    let error = CapnProtoError(.io, "could not", path: "Person.name", origin: "file:1")
    #expect(error.code == .io && error.message == "could not" && error.path == "Person.name")
    #expect("\(error)" == "Person.name: could not [io]")
    #expect(error == CapnProtoError(.io, "could not", path: "Person.name", origin: "file:2"))
    #expect(error != CapnProtoError(.malformed, "could not", path: "Person.name"))
    #expect(Set([error, CapnProtoError(.io, "could not", path: "Person.name")]).count == 1)
    #expect("\(CapnProtoError(.io, "could not"))" == "could not [io]")
  }

  @Test func limitsInWholeObjectCallsAreErrors() throws {
    let message = MessageBuilder()
    try message.initRoot(Lists.self).fillSample()
    let limit = ReaderOptions(traversalLimit: .bytes(8 * 60))
    #expect(throws: CapnProtoError.self) {
      try message.reread(options: limit).root(Lists.self).totalSize
    }
    #expect(throws: CapnProtoError.self) {
      try MessageBuilder().setRoot(message.reread(options: limit).root(Lists.self))
    }
    #expect(throws: CapnProtoError.self) {
      try message.reread(options: limit).root(Lists.self).canonicalBytes()
    }
  }

  @Test func wrongTypesOfBuildersAreRefused() throws {
    let message = MessageBuilder()
    try message.initRoot(Pointers.self).setData([1, 2])
    let lists = try message.root(Lists.self)
    expectError(.malformed) { try lists.bools.count }
    #expect(try Array(message.root(Pointers.self).asReader.data) == [1, 2])
  }

  @Test func closeButWrongLists() throws {
    // A composite list whose tag is a list pointer, and one whose elements overrun its words.
    let badTag = try message(
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 1),
      Pointer.list(.byte, count: 1), 0
    ).root(Vessel.self)
    expectError(.malformed) { try badTag.any.get(List<Scalars>.self).count }
    let overrun = try message(
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 1),
      Pointer.tag(count: 2, data: 1, pointers: 0), 0, 0
    ).root(Vessel.self)
    expectError(.malformed) { try overrun.any.get(List<Scalars>.self).count }
    expectError(.malformed) { try overrun.any.get(AnyList.self).count }
  }
}
