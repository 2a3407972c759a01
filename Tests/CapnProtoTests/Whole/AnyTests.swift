import CapnProto
import Testing

/// Objects whose type is known only while the program runs.
@Suite struct AnyTests {
  @Test(arguments: Storage.allCases)
  func anyPointerHoldsAnything(storage: Storage) throws {
    let message = storage.builder
    let any = try message.initRoot(Vessel.self).initAny()
    #expect(any.isNull)
    try any.initialize(Scalars.self).fillSample()
    try message.reread().root(Vessel.self).any.get(Scalars.self).expectSample()
    try any.initialize(List<Int64>.self, count: 2).copy(from: [1, 2])
    #expect(try Array(message.reread().root(Vessel.self).any.get(List<Int64>.self)) == [1, 2])
    try any.set(Text.self, constTexts[0])
    #expect(try message.reread().root(Vessel.self).any.get(Text.self) == "x")
    try any.set(List<Scalars>.self, constStructs)
    #expect(try message.reread().root(Vessel.self).any.get(List<Scalars>.self)[0].bool)
    try any.clear()
    #expect(try any.isNull && message.reread().root(Vessel.self).any.isNull)
  }

  @Test func kindIsTold() throws {
    let any = try MessageBuilder().initRoot(Vessel.self).initAny()
    #expect(try any.asReader.kind == .null)
    try any.initialize(Scalars.self)
    #expect(try any.asReader.kind == .structure)
    try any.initialize(Text.self, count: 1)
    #expect(try any.asReader.kind == .list)
    let capability = try message(Pointer.structure(data: 0, pointers: 1), Pointer.capability(0))
    #expect(try capability.root(Vessel.self).any.kind == .capability)
  }

  @Test func wrongTypeIsRefused() throws {
    let any = try MessageBuilder().initRoot(Vessel.self).initAny()
    try any.initialize(Scalars.self).fillSample()
    expectError(.malformed) { try any.asReader.get(Text.self) }
    expectError(.malformed) { try any.asReader.get(List<Int8>.self) }
    expectError(.malformed) { try any.get(Text.self) }
    expectError(.malformed) { try any.get(Bytes.self) }
    expectError(.malformed) { try any.get(List<Scalars>.self) }
    try any.asReader.get(Scalars.self).expectSample()
  }

  @Test func structsAreReadAsAnyOther() throws {
    let message = MessageBuilder()
    let old = try message.initRoot(ParcelBefore.self)
    old.weight = 3
    try old.setLabel("label")
    let raw = try message.reread().root.get(AnyStruct.self)
    #expect(raw.dataBitCount == 64 && raw.pointerCount == 2)
    let weight: Int32 = raw.scalar(at: 0)
    #expect(weight == 3 && raw.scalar(at: 9, mask: 5) as UInt8 == 5)
    #expect(raw.bool(at: 0) && !raw.bool(at: 2) && raw.bool(at: 64, mask: true))
    #expect(raw.has(at: 0) && !raw.has(at: 1) && !raw.has(at: 99))
    #expect(try raw.get(Text.self, at: 0) == "label" && raw.get(Text.self, at: 99).isEmpty)
    #expect(raw.scalar(at: -1) as UInt8 == 0 && !raw.has(at: -1) && !raw.bool(at: .min))
    #expect(try raw.as(ParcelAfter.self).label == "label" && raw.as(ParcelAfter.self).value == 987)
  }

  @Test func structsOfAnyLayoutAreBuilt() throws {
    let message = MessageBuilder()
    let raw = try message.root.initialize(
      AnyStruct.self, layout: StructLayout(dataWords: 2, pointers: 1))
    raw.setScalar(7 as UInt16, at: 7)
    raw.setScalar(1 as UInt64, at: 2)  // has no place
    raw.setBool(true, at: 3)
    try raw.set(Text.self, at: 0, "text")
    expectError(.invalidArgument) { try raw.set(Text.self, at: 1, "no place") }
    expectError(.invalidArgument) { try raw.clear(at: -1) }
    let read = try message.reread().root.get(AnyStruct.self)
    #expect(read.dataBitCount == 128 && read.scalar(at: 7) as UInt16 == 7 && read.bool(at: 3))
    #expect(try read.get(Text.self, at: 0) == "text")
  }

  @Test func listsAreReadAsWhatTheyAre() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    try any.initialize(List<Int16>.self, count: 3).copy(from: [1, 2, 3])
    let list = try message.reread().root(Vessel.self).any.get(AnyList.self)
    #expect(list.count == 3 && list.elementSize == .twoBytes)
    #expect(list.as(List<Int16>.self).map { Array($0) } == [1, 2, 3])
    #expect(list.as(List<UInt16>.self).map { Array($0) } == [1, 2, 3])
    #expect(list.as(List<Int8>.self) == nil && list.as(List<Bool>.self) == nil)
    #expect(list.as(List<Text>.self) == nil)
    #expect(list.as(List<FromTwoBytes>.self)?.map(\.value) == [1, 2, 3])
    let structs = try any.initialize(List<Scalars>.self, count: 2)
    structs[1].fillSample()
    let other = try message.reread().root(Vessel.self).any.get(AnyList.self)
    #expect(other.elementSize == .composite && other.as(List<Int16>.self) == nil)
    other.as(List<AnyStruct>.self)?[1].as(Scalars.self).expectSample()
  }

  @Test func anyPointersAreCopied() throws {
    let source = Storage.segmentPerObject.builder
    try source.initRoot(Pointers.self).initAnyPointer().initialize(Lists.self).fillSample()
    let target = MessageBuilder()
    let root = try target.initRoot(Pointers.self)
    try root.setAnyPointer(source.reread().root(Pointers.self).anyPointer)
    try target.reread().root(Pointers.self).anyPointer.get(Lists.self).expectSample()
    try root.setAnyPointer(MessageBuilder().initRoot(Pointers.self).asReader.anyPointer)
    #expect(!root.hasAnyPointer)
    try target.setRoot(source.reread().root)
    try target.root(Pointers.self).anyPointer.get(Lists.self).asReader.expectSample()
  }
}
