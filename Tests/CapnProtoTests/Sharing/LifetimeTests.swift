import CapnProto
import Testing

/// Views keep the memory of their message, also where they are gone after one expression.
///
/// The optimizer ends the life of a view as early as it may, so these tests are worth most in a
/// release build: `swift test -c release --filter LifetimeTests`.
@Suite struct LifetimeTests {
  /// Memory that is overwritten when the message lets it go.
  @safe private final class Scribbled: @unchecked Sendable {
    let memory: UnsafeMutableRawBufferPointer

    init(_ bytes: [UInt8]) {
      unsafe memory = UnsafeMutableRawBufferPointer.allocate(
        byteCount: bytes.count, alignment: 8)
      unsafe memory.copyBytes(from: bytes)
    }

    // What is here is not given back, so that reading it too late is no crash but an unequal value.
    deinit { unsafe memory.initializeMemory(as: UInt8.self, repeating: 0xee) }
  }

  private static func bytes(_ storage: Storage) throws -> [UInt8] {
    let message = storage.builder
    let shelf = try message.initRoot(ShelfAfter.self)
    let top = try shelf.initTop()
    top.weight = 77
    try top.setLabel("a label of some length")
    try top.setStamps([5, 6, 7])
    try top.initInside().value = 42
    let parcels = try shelf.initParcels(count: 3)
    parcels[2].weight = 9
    try parcels[2].setLabel("the last")
    return try [UInt8](message.bytes())
  }

  /// The root of a message that nothing but the result keeps.
  @inline(never)
  private func open(_ bytes: [UInt8]) throws -> ShelfAfter.Reader {
    let owner = Scribbled(bytes)
    let message = unsafe try Message(
      unsafeBytesNoCopy: UnsafeRawBufferPointer(owner.memory), owner: owner)
    return try message.root(ShelfAfter.self)
  }

  @Test(arguments: Storage.allCases)
  func scalarsAtTheEndOfAChain(storage: Storage) throws {
    let bytes = try Self.bytes(storage)
    let weight = try open(bytes).top.weight
    let fragile = try open(bytes).top.fragile
    let value = try open(bytes).top.inside.value
    #expect(weight == 77 && fragile && value == 42)
    let last = try open(bytes).parcels[2].weight
    let all = try open(bytes).parcels.map(\.weight)
    #expect(last == 9 && all == [0, 0, 9])
  }

  @Test(arguments: Storage.allCases)
  func presenceAtTheEndOfAChain(storage: Storage) throws {
    let bytes = try Self.bytes(storage)
    let present = try open(bytes).top.hasLabel
    let absent = try open(bytes).top.hasSender
    let inside = try open(bytes).parcels[2].hasInside
    let top = try open(bytes).hasTop
    #expect(present && !absent && !inside && top)
    let isNull = try open(bytes)._raw.pointer(at: 1).isNull
    #expect(!isNull)
  }

  @Test(arguments: Storage.allCases)
  func countsAtTheEndOfAChain(storage: Storage) throws {
    let bytes = try Self.bytes(storage)
    let parcels = try open(bytes).parcels.count
    let stamps = try open(bytes).top.stamps.count
    let letters = try open(bytes).top.label.utf8Count
    #expect(parcels == 3 && stamps == 3 && letters == 22)
    let kind = try open(bytes)._raw.pointer(at: 0).kind
    let words = try open(bytes).top.inside.totalSize.words
    #expect(kind == .list && words == 6)
  }

  @Test(arguments: Storage.allCases)
  func contentAtTheEndOfAChain(storage: Storage) throws {
    let bytes = try Self.bytes(storage)
    let label = try open(bytes).top.label.string
    let isEqual = try open(bytes).parcels[2].label == "the last"
    let stamp = try open(bytes).top.stamps[1]
    let sum = try open(bytes).top.stamps.reduce(0, +)
    let array = try Array(open(bytes).top.stamps)
    let spanned = try open(bytes).top.stamps.withSpan { span in span[2] }
    let letter = try open(bytes).top.label.withSpan { span in span[0] }
    #expect(label == "a label of some length" && isEqual && stamp == 6 && sum == 18)
    #expect(array == [5, 6, 7] && spanned == 7 && letter == UInt8(ascii: "a"))
  }

  @Test(arguments: Storage.allCases)
  func buildersAtTheEndOfAChain(storage: Storage) throws {
    @inline(never)
    func build() throws -> ShelfAfter.Builder { try storage.builder.initRoot(ShelfAfter.self) }
    let weight = try build().initTop().weight
    let label = try build().initTop().label.string
    let count = try build().initParcels(count: 3).count
    let inside = try build().initParcels(count: 3)[2].initInside().value
    let isThere = try build().initTop().hasLabel
    #expect(weight == 0 && label.isEmpty && count == 3 && inside == 987 && !isThere)
    try build().initTop().initInside().setLabel("lost at once")
    try build().initParcels(count: 2)[1].setStamps([1, 2, 3])
  }
}
