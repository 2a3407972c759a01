internal import CCapnProto

/// From packed bytes to the memory of a framed message.
enum Unpacking {
  /// What two bytes of packed zeros can stand for, so the most that packed bytes can claim.
  private static let mostBytesPerByte = 1024

  /// Unpacks one message, and tells how many packed bytes it took.
  ///
  /// What it claims is checked before memory is taken.
  static func message(
    _ bytes: UnsafeRawBufferPointer, options: ReaderOptions
  ) throws(CapnProtoError) -> (memory: OwnedMemory, consumed: Int) {
    guard let table = unsafe try PackedHead.table(bytes) else {
      throw .cutOff(needed: bytes.count + 1, have: bytes.count)
    }
    unsafe try check(table, bytes, options)
    let memory = try OwnedMemory(zeroed: table.totalBytes)
    let progress = unsafe run(bytes, into: memory.mutableBytes, isZeroed: true)
    switch progress.status {
    case Int32(CCAPNP_PACKING_DONE): return (memory, progress.read)
    case Int32(CCAPNP_PACKING_NEEDS_INPUT):
      throw cutOff(progress.written * 8, of: table.totalBytes, bytes.count)
    default: throw runPastEnd
    }
  }

  /// Throws where a message claims more than is allowed, or than its packed bytes can hold.
  static func check(
    _ table: SegmentTable, _ bytes: UnsafeRawBufferPointer, _ options: ReaderOptions
  ) throws(CapnProtoError) {
    let maximum = options.maximumBytes(inputBytes: bytes.count)
    guard table.totalBytes <= maximum else { throw .exceedsMaximum(table.totalBytes, maximum) }
    guard table.totalBytes / mostBytesPerByte <= bytes.count else {
      throw CapnProtoError(
        .truncated,
        "the packed message claims \(table.totalBytes) bytes, which \(bytes.count) packed bytes "
          + "cannot hold: it is cut off or damaged")
    }
  }

  /// The error of packed bytes that end within the message.
  static func cutOff(_ written: Int, of total: Int, _ packed: Int) -> CapnProtoError {
    CapnProtoError(
      .truncated,
      "the packed message is cut off: it holds \(written) of \(total) bytes in its \(packed) "
        + "packed bytes. Get the rest, or write the file again")
  }

  /// The error of a run of words that goes on after the end of the message.
  static var runPastEnd: CapnProtoError {
    CapnProtoError(
      .malformed,
      "the packed message does not end where its segments end: it is damaged, or not packed")
  }

  /// Unpacks as much as there is, or as much as there is room for.
  static func run(
    _ bytes: UnsafeRawBufferPointer, into words: UnsafeMutableRawBufferPointer, isZeroed: Bool
  ) -> ccapnp_packing_progress {
    var progress = ccapnp_packing_progress()
    _ = unsafe ccapnp_unpack(
      bytes.baseAddress, bytes.count, words.baseAddress, words.count / 8, isZeroed ? 1 : 0,
      Int32(CCAPNP_PACKING_BEST), &progress)
    return progress
  }

  /// Whether bytes are packed words and nothing else, and start with a segment table that they fill.
  static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // Two zero bytes would be the head of a message without any words, which is none.
    guard let table = unsafe try? PackedHead.table(bytes), table.bodyBytes > 0 else { return false }
    var words = 0
    let code = unsafe ccapnp_measure_unpacked(bytes.baseAddress, bytes.count, &words)
    return code == CCAPNP_OK && words == table.totalBytes / 8
  }
}
