import CapnProto
import Testing

/// A struct that an older program made is brought to its newer size when a builder reaches it.
@Suite struct StructUpgradeInBuilderTests {
  private func fillOld(_ parcel: ParcelBefore.Builder) throws {
    parcel.weight = 20
    try parcel.setLabel("old")
    try parcel.initInside().weight = 21
  }

  private func expectUpgraded(_ parcel: ParcelAfter.Reader) throws {
    #expect(try parcel.weight == 20 && parcel.label == "old" && parcel.inside.weight == 21)
    #expect(try parcel.value == 1 && !parcel.fragile && parcel.sender == "upgraded")
    #expect(try Array(parcel.stamps) == [3, 1, 4])
  }

  private func upgrade(_ parcel: ParcelAfter.Builder) throws {
    #expect(try parcel.weight == 20 && parcel.value == 987 && parcel.sender.string == "unknown")
    parcel.value = 1
    parcel.fragile = false
    try parcel.setSender("upgraded")
    try parcel.setStamps([3, 1, 4])
  }

  @Test(arguments: Storage.allCases)
  func rootIsUpgraded(storage: Storage) throws {
    let message = storage.builder
    try fillOld(message.initRoot(ParcelBefore.self))
    try upgrade(message.root(ParcelAfter.self))
    try expectUpgraded(message.reread().root(ParcelAfter.self))
  }

  @Test(arguments: Storage.allCases)
  func fieldIsUpgraded(storage: Storage) throws {
    let message = storage.builder
    try fillOld(message.initRoot(ShelfBefore.self).initTop())
    try upgrade(message.root(ShelfAfter.self).top)
    try expectUpgraded(message.reread().root(ShelfAfter.self).top)
    #expect(try message.root(ShelfBefore.self).top.weight == 20)
  }

  @Test func structBehindFarPointerIsUpgraded() throws {
    // Room for the root alone: what follows goes to the second segment, and back to the third.
    let message = MessageBuilder(firstSegmentWords: 3, growth: .fixed)
    try fillOld(message.initRoot(ShelfBefore.self).initTop())
    #expect(try message.segmentCount > 2)
    try upgrade(message.root(ShelfAfter.self).top)
    try expectUpgraded(message.reread().root(ShelfAfter.self).top)
  }

  @Test func structBehindDoubleFarPointerIsUpgraded() throws {
    let message = try withDoubleFar()
    let parcels = try message.root(ShelfAfter.self).parcels
    try upgrade(parcels[0].inside)
    try expectUpgraded(message.reread().root(ShelfAfter.self).parcels[0].inside)
  }

  @Test func structBehindDoubleFarPointerIsEditedAndCleared() throws {
    let message = try withDoubleFar()
    let inside = try message.root(ShelfBefore.self).parcels[0].inside
    #expect(inside.weight == 20)
    try inside.setLabel("new")
    let read = try message.reread().root(ShelfBefore.self)
    #expect(try read.parcels[0].inside.label == "new")
    try message.root(ShelfBefore.self).parcels[0].clearInside()
    #expect(try !message.reread().root(ShelfBefore.self).parcels[0].hasInside)
  }

  /// A message in which a struct that lies in a full segment is reached from another one: there is
  /// no room for a landing pad beside the struct, so that the pad lies in a third segment.
  private func withDoubleFar() throws -> MessageBuilder {
    let message = MessageBuilder(firstSegmentWords: 6, growth: .fixed)
    let shelf = try message.initRoot(ShelfBefore.self)
    let top = try shelf.initTop()
    top.weight = 20
    let orphan = try shelf.disownTop()
    let parcel = try shelf.initParcels(count: 1)[0]
    try parcel.adoptInside(orphan)
    try parcel.inside.setLabel("old")
    try parcel.inside.initInside().weight = 21
    try #require(try hasDoubleFar(message))
    return message
  }

  private func hasDoubleFar(_ message: MessageBuilder) throws -> Bool {
    let bytes = try [UInt8](message.bytes())
    return stride(from: 0, to: bytes.count, by: 8).contains { bytes[$0] & 7 == 6 }
  }

  @Test func smallerViewCannotReachNewFields() throws {
    let message = MessageBuilder()
    let old = try message.initRoot(ParcelBefore.self)
    let narrow = ParcelAfter.Builder(_raw: old._raw)
    narrow.value = 5  // has no place
    #expect(narrow.value == 987)
    #expect(!narrow.hasSender)
    expectError(.invalidArgument) { try narrow.setSender("nobody") }
    expectError(.invalidArgument) { try narrow.sender }
    try fillOld(old)
    #expect(try message.reread().root(ParcelBefore.self).inside.weight == 21)
  }
}
