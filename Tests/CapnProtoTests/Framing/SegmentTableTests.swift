import CapnProto
import Testing

/// The head of a message, and what it may claim.
@Suite struct SegmentTableTests {
  private func head(_ numbers: UInt32...) -> [UInt8] { numbers.flatMap(\.littleEndianBytes) }

  @Test func largestSegmentCountIsNotZero() throws {
    let bytes = head(.max, 0, 0, 0)
    let error = expectError(.malformed) { try Message(bytes) }
    #expect(error?.message.contains("4294967296 segments") == true)
    var decoder = MessageDecoder(packed: false)
    decoder.append(bytes)
    expectError(.malformed) { try decoder.next() }
  }

  @Test(arguments: [511, 512, 1000, 1 << 31] as [UInt32])
  func tooManySegmentsAreRefused(last: UInt32) throws {
    let bytes = head(last) + [UInt8](repeating: 0, count: 8192)
    expectError(.malformed) { try Message(bytes) }
    var decoder = MessageDecoder(packed: false)
    decoder.append(bytes)
    expectError(.malformed) { try decoder.next() }
  }

  @Test func asManySegmentsAsAllowedAreRead() throws {
    var segments = [UInt32](repeating: 0, count: 511)
    segments[0] = 1
    segments[510] = 2
    let words = [Pointer.far(segment: 510, offset: 0), Pointer.structure(data: 1, pointers: 0), 42]
    let bytes = ([510] + segments).flatMap(\.littleEndianBytes) + words.flatMap(\.littleEndianBytes)
    let message = try Message(bytes)
    #expect(try message.root(Scalars.self).bool == false && message.byteCount == bytes.count)
    #expect(try message.root.get(AnyStruct.self).scalar(at: 0) as UInt64 == 42)
    #expect(unsafe message.withSegments { unsafe $0.count } == 511)
  }

  @Test func claimsAreHeldAgainstTheBytes() throws {
    let claims: [[UInt32]] = [
      [0, 2], [0, 1 << 29 - 1], [1, 1, 1, 0], [2, 1, 1 << 28, 1 << 28],
      [510] + [UInt32](repeating: 1 << 29 - 1, count: 511),
    ]
    for claim in claims {
      let bytes = claim.flatMap(\.littleEndianBytes) + [UInt8](repeating: 0, count: 8)
      let error = expectError(.truncated) { try Message(bytes) }
      #expect(error?.message.contains("there are \(bytes.count)") == true)
    }
  }

  @Test func segmentsLargerThanAPointerReachesAreRefused() throws {
    expectError(.malformed) { try Message(head(0, 1 << 29)) }
    expectError(.malformed) { try Message(head(0, .max)) }
  }

  @Test func hugeClaimsTakeNoMemory() throws {
    // Half a terabyte, were it taken.
    let bytes = ([510] + [UInt32](repeating: 1 << 29 - 1, count: 511)).flatMap(\.littleEndianBytes)
    for options in [ReaderOptions(), ReaderOptions(maximumMessageBytes: 1 << 20)] {
      var decoder = MessageDecoder(packed: false, options: options)
      decoder.append(bytes)
      let error = expectError(.messageTooLarge) { try decoder.next() }
      #expect(error?.message.contains("maximumMessageBytes") == true)
    }
  }

  @Test func emptyInputIsCutOff() throws {
    for count in 0..<8 {
      expectError(.truncated) { try Message([UInt8]([0xff, 0, 0, 0, 0, 0, 0, 0].prefix(count))) }
    }
    expectError(.truncated) { try Message(packed: []) }
  }

  @Test func messageWithoutWordsHasNoRoot() throws {
    expectError(.malformed) { try Message(frame([])) }
  }

  @Test func bytesBehindTheMessageAreIgnored() throws {
    let bytes = frame([Pointer.structure(data: 1, pointers: 0), 7])
    let message = try Message(bytes + [1, 2, 3])
    #expect(message.byteCount == bytes.count)
    #expect(try message.root.get(AnyStruct.self).scalar(at: 0) as UInt8 == 7)
  }

  @Test func messagesFollowEachOtherInOnePiece() throws {
    var rest = try Array(Parade.bytes(packed: false).joined())[...]
    var marks: [Int] = []
    while !rest.isEmpty {
      let message = try Message([UInt8](rest))
      marks.append(try Parade.mark(message))
      rest = rest.dropFirst(message.byteCount)
    }
    #expect(marks == Parade.marks)
  }
}
