import CapnProto
import Foundation
import Testing

/// The one form that all equal messages share.
@Suite struct CanonicalTests {
  private func sample(_ storage: Storage) throws -> Lists.Reader {
    let message = storage.builder
    try message.initRoot(Lists.self).fillSample()
    return try message.reread().root(Lists.self)
  }

  @Test func equalMessagesHaveOneForm() throws {
    let forms = try Storage.allCases.map { try sample($0).canonicalBytes() }
    #expect(Set(forms).count == 1)
    let message = try Message(flat: forms[0])
    #expect(try message.isCanonical)
    try message.root(Lists.self).expectSample()
    #expect(try message.root(Lists.self).canonicalBytes() == forms[0])
  }

  @Test func trailingZerosAreCutOff() throws {
    let message = MessageBuilder()
    let parcel = try message.initRoot(ParcelAfter.self)
    parcel.weight = 7
    let bytes = try message.reread().root(ParcelAfter.self).canonicalBytes()
    let expected = [Pointer.structure(data: 1, pointers: 0), 7].flatMap(\.littleEndianBytes)
    #expect(Array(bytes) == expected)
    #expect(try message.isCanonical == false)
  }

  @Test func elementsOfAListAreCutOffTogether() throws {
    let message = MessageBuilder()
    let list = try message.initRoot(ShelfAfter.self).initParcels(count: 2)
    list[0].weight = 1
    try list[1].setLabel("x")
    let read = try Message(
      flat: message.reread().root(ShelfAfter.self).canonicalBytes()
    ).root(ShelfAfter.self)
    #expect(try read.parcels.map { $0._raw.dataBitCount } == [64, 64])
    #expect(try read.parcels.map { $0._raw.pointerCount } == [1, 1])
    #expect(try read.parcels[1].label == "x")
  }

  @Test func emptyStructIsNotNull() throws {
    let bytes = try MessageBuilder().initRoot(Scalars.self).asReader.canonicalBytes()
    // An offset of minus one tells an empty struct from a null pointer.
    #expect(Array(bytes) == UInt64(0xffff_fffc).littleEndianBytes)
    #expect(try Message(flat: bytes).isCanonical)
  }

  @Test func builtInPreorderIsCanonical() throws {
    let message = MessageBuilder()
    let tree = try message.initRoot(PointersOnly.self)
    try tree.setFirst("first")
    try tree.setSecond("second")
    #expect(try message.isCanonical && message.reread().isCanonical)
    #expect(try message.flatBytes() == message.reread().root(PointersOnly.self).canonicalBytes())

    let reversed = MessageBuilder()
    let other = try reversed.initRoot(PointersOnly.self)
    try other.setSecond("second")
    try other.setFirst("first")
    #expect(try !reversed.isCanonical && !reversed.reread().isCanonical)
    #expect(try other.asReader.canonicalBytes() == tree.asReader.canonicalBytes())
  }

  @Test(arguments: [
    // More than one segment.
    frame([Pointer.far(segment: 1, offset: 0)], [Pointer.structure(data: 1, pointers: 0), 1]),
    // A gap between pointer and struct.
    frame([Pointer.structure(offset: 1, data: 1, pointers: 0), 0, 1]),
    // A data section that ends in a zero.
    frame([Pointer.structure(data: 1, pointers: 0), 0]),
    // A pointer section that ends in null.
    frame([Pointer.structure(data: 1, pointers: 1), 1, 0]),
    // A word behind all objects.
    frame([Pointer.structure(data: 1, pointers: 0), 1, 0]),
    // Bits behind the end of a list.
    frame([
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.byte, count: 1), 0x0101,
    ]),
    frame([Pointer.structure(data: 0, pointers: 1), Pointer.list(.bit, count: 3), 0b1111]),
    // A struct list whose tag claims more than its words, or fewer.
    frame([
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 2),
      Pointer.tag(count: 1, data: 1, pointers: 0), 1, 0,
    ]),
    // A struct list in which all elements end in zero.
    frame([
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 2),
      Pointer.tag(count: 1, data: 2, pointers: 0), 1, 0,
    ]),
  ])
  func otherFormsAreNotCanonical(bytes: [UInt8]) throws {
    #expect(try !Message(bytes).isCanonical)
  }

  @Test(arguments: [
    frame([0]),
    frame([Pointer.structure(data: 1, pointers: 0), 1]),
    frame([Pointer.structure(data: 0, pointers: 1), Pointer.list(.byte, count: 1), 0x01]),
    frame([Pointer.structure(data: 0, pointers: 1), Pointer.list(.bit, count: 3), 0b111]),
    frame([
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 2),
      Pointer.tag(count: 2, data: 1, pointers: 0), 1, 0,
    ]),
  ])
  func theseFormsAre(bytes: [UInt8]) throws {
    #expect(try Message(bytes).isCanonical)
  }

  @Test func upgradedListKeepsItsFormWhenItIsCopied() throws {
    let message = MessageBuilder()
    let any = try message.initRoot(Vessel.self).initAny()
    try any.initialize(List<Int16>.self, count: 3).copy(from: [1, 2, 3])
    let bytes = try message.reread().root(Vessel.self).canonicalBytes()
    let read = try Message(flat: bytes).root(Vessel.self)
    #expect(try Array(read.any.get(List<Int16>.self)) == [1, 2, 3])
    #expect(try read.any.get(AnyList.self).elementSize == .twoBytes)
  }
}
