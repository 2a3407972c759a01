import CapnProto
import Testing

/// Lists of elements that take no room claim any count in a few bytes.
///
/// Reading one counts as much as its elements, so that no loop over them can run for hours.
@Suite struct AmplificationTests {
  private let most = 1 << 29 - 1

  private func emptyStructs(_ count: Int) -> [UInt64] {
    [
      Pointer.structure(data: 0, pointers: 1), Pointer.list(.composite, count: 0),
      Pointer.tag(count: count, data: 0, pointers: 0),
    ]
  }

  private func voids(_ count: Int) -> [UInt64] {
    [Pointer.structure(data: 0, pointers: 1), Pointer.list(.void, count: count)]
  }

  @Test func voidListCounts() throws {
    let read = try Message(frame(voids(1 << 28))).root(Vessel.self)
    let error = expectError(.traversalLimit) { try read.any.get(List<VoidValue>.self).count }
    #expect(error?.message.contains("8388608 words") == true)
    expectError(.traversalLimit) { try read.any.get(List<Vessel>.self).count }
    expectError(.traversalLimit) { try read.any.get(AnyList.self).count }
  }

  @Test func emptyStructListCounts() throws {
    let read = try Message(frame(emptyStructs(1 << 28))).root(Vessel.self)
    expectError(.traversalLimit) { try read.any.get(List<Empty>.self).count }
    expectError(.traversalLimit) { try read.any.get(List<Scalars>.self).count }
    expectError(.traversalLimit) { try read.any.get(AnyList.self).count }
  }

  @Test func moderateCountsAreRead() throws {
    #expect(
      try Message(frame(voids(1 << 20))).root(Vessel.self).any.get(List<VoidValue>.self).count
        == 1 << 20)
    let read = try Message(frame(emptyStructs(1000))).root(Vessel.self)
    #expect(try read.any.get(List<FromVoid>.self).allSatisfy { $0.number == 4 })
  }

  @Test func countsAddUp() throws {
    let read = try Message(frame(voids(3 << 20))).root(Vessel.self)
    #expect(try read.any.get(List<VoidValue>.self).count == 3 << 20)
    #expect(try read.any.get(List<VoidValue>.self).count == 3 << 20)
    expectError(.traversalLimit) { try read.any.get(List<VoidValue>.self).count }
  }

  @Test func wholeObjectCallsCountToo() throws {
    let read = try Message(frame(emptyStructs(1 << 28))).root(Vessel.self)
    #expect(throws: CapnProtoError.self) { try MessageBuilder().setRoot(read) }
    #expect(throws: CapnProtoError.self) { try read.canonicalBytes() }
    let other = try Message(frame(emptyStructs(1 << 28))).root(Vessel.self)
    #expect(throws: CapnProtoError.self) { try read.equals(other) }
  }

  @Test func trustedInputIsReadWhateverItClaims() throws {
    let read = try Message(frame(voids(most)), options: .trusted).root(Vessel.self)
    #expect(try read.any.get(List<VoidValue>.self).count == most)
  }

  @Test func manyPointersToOneListCount() throws {
    // A list of pointers that all lead to one list of a mebibyte: small, and long to walk through.
    let count = 200
    let words = 1 << 17
    var segment = [Pointer.structure(data: 0, pointers: 1), Pointer.list(.pointer, count: count)]
    for index in 0..<count {
      segment.append(
        Pointer.list(offset: count - index - 1, .eightBytes, count: words))
    }
    segment += [UInt64](repeating: 1, count: words)
    let lists = try Message(frame(segment)).root(Vessel.self).any.get(List<List<UInt64>>.self)
    expectError(.traversalLimit) { try lists.map(\.count) }
  }
}
