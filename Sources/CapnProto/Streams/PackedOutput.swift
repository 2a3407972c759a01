internal import CCapnProto

/// Packs a message to an open file, through one buffer whatever the size of the message.
struct PackedOutput {
  private static let chunk = 256 << 10

  let file: FileDescriptor

  func write(_ segments: [UnsafeRawBufferPointer]) throws(CapnProtoError) {
    let head = unsafe try OwnedMemory(zeroed: SegmentTable.headBytes(segments: segments.count))
    unsafe SegmentTable.write(segments, into: head.mutableBytes)
    let bound = unsafe Packing.bound(segments)
    let buffer = try OwnedMemory(zeroed: min(bound, Self.chunk))
    var filled = 0
    unsafe try write(head.bytes, through: buffer, &filled)
    for index in unsafe segments.indices {
      unsafe try write(segments[index], through: buffer, &filled)
    }
    try flush(buffer, &filled)
  }

  /// Packs one piece, which starts its runs anew as libcapnp does.
  private func write(
    _ piece: UnsafeRawBufferPointer, through buffer: OwnedMemory, _ filled: inout Int
  ) throws(CapnProtoError) {
    var rest = unsafe piece
    while rest.count > 0 {
      var progress = ccapnp_packing_progress()
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.mutableBytes[filled...])
      _ = unsafe ccapnp_pack(
        rest.baseAddress, rest.count / 8, room.baseAddress, room.count,
        Int32(CCAPNP_PACKING_BEST), &progress)
      filled += progress.written
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[(progress.read * 8)...])
      if rest.count > 0 { try flush(buffer, &filled) }
    }
  }

  private func flush(_ buffer: OwnedMemory, _ filled: inout Int) throws(CapnProtoError) {
    unsafe try file.write(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<filled]))
    filled = 0
  }
}
