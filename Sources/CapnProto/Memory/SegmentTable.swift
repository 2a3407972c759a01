/// The head of a framed message: how many segments there are, and how large each is.
///
/// Four bytes for the number less one, four bytes for each size in words, and four more where that
/// makes the head a whole number of words.
struct SegmentTable {
  /// Readers refuse more, as each costs memory before anything is read.
  static let maximumSegments = 511

  /// The size of the first segment in words, and the sizes of the others.
  ///
  /// Most messages have none, and an empty array takes no memory.
  let firstSize: Int
  let moreSizes: [Int]

  /// The number of segments.
  var count: Int { 1 + moreSizes.count }

  /// The size of the head itself, in bytes.
  var headBytes: Int { Self.headBytes(segments: count) }

  /// The size of all segments, in bytes.
  let bodyBytes: Int

  /// The size of head and segments, in bytes.
  var totalBytes: Int { headBytes + bodyBytes }

  static func headBytes(segments: Int) -> Int { (4 + segments * 4 + 7) / 8 * 8 }

  /// The number of segments that a head claims, from its first four bytes.
  static func segmentCount(_ first: UInt32) throws(CapnProtoError) -> Int {
    // Compared before one is added: the largest number would come out as zero segments, which
    // libcapnp accepts until 1.4.0 (advisory 2026-03-12-0).
    guard first < UInt32(maximumSegments) else {
      throw CapnProtoError(
        .malformed,
        "the message claims \(UInt64(first) + 1) segments, and readers take at most "
          + "\(maximumSegments): it is damaged, or no Cap'n Proto message, or packed")
    }
    return Int(first) + 1
  }

  /// Reads a head, of which all bytes must be there.
  init(head: UnsafeRawBufferPointer) throws(CapnProtoError) {
    guard head.count >= 4 else { throw .cutOff(needed: 8, have: head.count) }
    let count = try Self.segmentCount(
      unsafe UInt32(littleEndian: head.loadUnaligned(as: UInt32.self)))
    guard head.count >= Self.headBytes(segments: count) else {
      throw .cutOff(needed: Self.headBytes(segments: count), have: head.count)
    }
    firstSize = unsafe try Self.size(0, in: head)
    var total = firstSize * 8  // at most 511 segments of less than 2^32 bytes
    var more: [Int] = []
    if count > 1 { more.reserveCapacity(count - 1) }
    for index in 1..<count {
      let words = unsafe try Self.size(index, in: head)
      more.append(words)
      total += words * 8
    }
    moreSizes = more
    bodyBytes = total
  }

  /// Makes of its one word the head of a message of one segment.
  init(single word: UInt64) throws(CapnProtoError) {
    firstSize = try Self.checkedSize(Int(word >> 32), of: 0)
    moreSizes = []
    bodyBytes = firstSize * 8
  }

  private static func size(
    _ index: Int, in head: UnsafeRawBufferPointer
  ) throws(CapnProtoError) -> Int {
    let words = unsafe UInt32(
      littleEndian: head.loadUnaligned(fromByteOffset: 4 + index * 4, as: UInt32.self))
    return try checkedSize(Int(words), of: index)
  }

  private static func checkedSize(
    _ words: Int, of index: Int
  ) throws(CapnProtoError) -> Int {
    guard words < 1 << 29 else {
      throw CapnProtoError(
        .malformed, "segment \(index) claims \(words) words, more than a segment can have")
    }
    return words
  }

  /// The first segment of a message whose bytes start with this head, and were found to be enough.
  func firstSegment(of message: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: message[headBytes..<headBytes + firstSize * 8])
  }

  /// The other segments of a message whose bytes start with this head, and were found to be enough.
  func moreSegments(of message: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer] {
    var start = headBytes + firstSize * 8
    return unsafe moreSizes.map { words in
      defer { start += words * 8 }
      return unsafe UnsafeRawBufferPointer(rebasing: message[start..<start + words * 8])
    }
  }

  /// The head of a message with these segments.
  static func write(
    _ segments: [UnsafeRawBufferPointer], into head: UnsafeMutableRawBufferPointer
  ) {
    unsafe head.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe head.storeBytes(of: UInt32(segments.count - 1).littleEndian, as: UInt32.self)
    for index in unsafe segments.indices {
      unsafe head.storeBytes(
        of: UInt32(segments[index].count / 8).littleEndian, toByteOffset: 4 + index * 4,
        as: UInt32.self)
    }
  }
}

extension CapnProtoError {
  static func cutOff(needed: Int, have: Int) -> CapnProtoError {
    CapnProtoError(
      .truncated,
      "the message is cut off: it needs \(needed) bytes, and there are \(have). Get the rest, or "
        + "write the file again")
  }

  static func exceedsMaximum(_ bytes: Int, _ maximum: Int) -> CapnProtoError {
    CapnProtoError(
      .messageTooLarge,
      "the message claims \(bytes) bytes, more than the maximum of \(maximum): raise "
        + "ReaderOptions.maximumMessageBytes if you trust where it comes from")
  }
}
