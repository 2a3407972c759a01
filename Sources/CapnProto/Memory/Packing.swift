internal import CCapnProto

/// From the segments of a message to packed bytes, the same as libcapnp writes.
enum Packing {
  /// The most bytes that a message can pack to.
  static func bound(_ segments: [UnsafeRawBufferPointer]) -> Int {
    let head = unsafe SegmentTable.headBytes(segments: segments.count)
    return unsafe segments.reduce(ccapnp_packed_bound(head / 8)) {
      $0 + ccapnp_packed_bound($1.count / 8)
    }
  }

  /// Packs a message into memory that has room for the bound, and gives the number of bytes.
  static func pack(
    _ segments: [UnsafeRawBufferPointer], into out: UnsafeMutableRawBufferPointer
  ) -> Int {
    // libcapnp packs the head and each segment for itself, so that no run crosses from one to the
    // next; to get the same bytes, so do we.
    var written: Int
    if unsafe segments.count == 1 {
      var head = unsafe UInt64(segments[0].count / 8) << 32
      written = unsafe withUnsafeBytes(of: &head) { unsafe packPiece($0, into: out, at: 0) }
    } else {
      let headBytes = unsafe SegmentTable.headBytes(segments: segments.count)
      var head = [UInt64](repeating: 0, count: headBytes / 8)
      unsafe head.withUnsafeMutableBytes { unsafe SegmentTable.write(segments, into: $0) }
      written = unsafe head.withUnsafeBytes { unsafe packPiece($0, into: out, at: 0) }
    }
    for index in unsafe segments.indices {
      written = unsafe packPiece(segments[index], into: out, at: written)
    }
    return written
  }

  private static func packPiece(
    _ words: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer, at start: Int
  ) -> Int {
    guard words.count > 0, let base = out.baseAddress else { return start }
    var progress = ccapnp_packing_progress()
    _ = unsafe ccapnp_pack(
      words.baseAddress, words.count / 8, base + start, out.count - start,
      Int32(CCAPNP_PACKING_BEST), &progress)
    return start + progress.written
  }
}
