/// Unpacks the first few words of packed bytes, one by one: enough for a segment table.
@unsafe struct PackedHead {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var zeroWords = 0
  private var plainWords = 0

  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

  /// The next word, or nil where the bytes end.
  mutating func nextWord() -> UInt64? {
    if unsafe zeroWords > 0 {
      unsafe zeroWords -= 1
      return 0
    }
    if unsafe plainWords > 0 {
      unsafe plainWords -= 1
      return unsafe word(tag: 0xff)
    }
    guard let tag = unsafe nextByte(), let word = unsafe word(tag: tag) else { return nil }
    if tag == 0 || tag == 0xff {
      guard let run = unsafe nextByte() else { return nil }
      unsafe (zeroWords, plainWords) = tag == 0 ? (Int(run), 0) : (0, Int(run))
    }
    return word
  }

  private mutating func word(tag: UInt8) -> UInt64? {
    var word: UInt64 = 0
    for index in 0..<8 where tag >> UInt8(index) & 1 == 1 {
      guard let byte = unsafe nextByte() else { return nil }
      word |= UInt64(byte) << UInt64(index * 8)
    }
    return word
  }

  private mutating func nextByte() -> UInt8? {
    guard unsafe position < bytes.count else { return nil }
    defer { unsafe position += 1 }
    return unsafe bytes[position]
  }

  /// The segment table at the start, or nil where the bytes end before it does.
  static func table(_ bytes: UnsafeRawBufferPointer) throws(CapnProtoError) -> SegmentTable? {
    var head = unsafe PackedHead(bytes)
    guard let first = unsafe head.nextWord() else { return nil }
    let count = try SegmentTable.segmentCount(UInt32(truncatingIfNeeded: first))
    if count == 1 { return try SegmentTable(single: first) }
    var words = [first.littleEndian]
    while words.count * 8 < SegmentTable.headBytes(segments: count) {
      guard let word = unsafe head.nextWord() else { return nil }
      words.append(word.littleEndian)
    }
    let table: Result<SegmentTable, CapnProtoError> = unsafe words.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try SegmentTable(head: bytes) }
    }
    return try table.get()
  }
}
