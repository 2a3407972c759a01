/// The head of a framed message: how many segments there are, and how large each is.
///
/// Four bytes for the number less one, four bytes for each size in words, and four more where that
/// makes the head a whole number of words.
struct SegmentTable {
  /// Readers refuse more, as each costs memory before anything is read.
  static let maximumSegments = 511

  /// The sizes in words.
  let sizes: [Int]

  /// The size of the head itself, in bytes.
  var headBytes: Int { Self.headBytes(segments: sizes.count) }

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
    var total = 0
    var sizes: [Int] = []
    sizes.reserveCapacity(count)
    for index in 0..<count {
      let words = Int(
        unsafe UInt32(
          littleEndian: head.loadUnaligned(fromByteOffset: 4 + index * 4, as: UInt32.self)))
      guard words < 1 << 29 else {
        throw CapnProtoError(
          .malformed, "segment \(index) claims \(words) words, more than a segment can have")
      }
      sizes.append(words)
      total += words * 8  // at most 511 segments of less than 2^32 bytes
    }
    self.sizes = sizes
    bodyBytes = total
  }

  /// The segments of a message whose bytes start with this head.
  ///
  /// The bytes were found to be enough for all segments.
  func segments(of message: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer] {
    if sizes.count == 1 {
      return unsafe [UnsafeRawBufferPointer(rebasing: message[headBytes..<headBytes + bodyBytes])]
    }
    var start = headBytes
    return unsafe sizes.map { words in
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
