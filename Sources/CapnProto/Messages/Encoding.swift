/// Finding out which encoding bytes have when they are not what was expected.
///
/// Mixing up packed and unpacked is the most common mistake with Cap'n Proto files, and used to be
/// answered with complaints about segments.
enum Encoding {
  /// Whether bytes hold a framed message: a segment table whose sizes fit the bytes exactly.
  static func looksFramed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let table = unsafe try? SegmentTable(head: bytes) else { return false }
    return table.totalBytes == bytes.count
  }

  /// The memory of a message that was given as packed and is not, if the options allow that.
  static func unpackedInsteadOfPacked(
    _ bytes: UnsafeRawBufferPointer, _ options: ReaderOptions
  ) throws(CapnProtoError) -> OwnedMemory? {
    guard unsafe looksFramed(bytes) else { return nil }
    guard options.acceptsOtherEncoding else {
      throw CapnProtoError(
        .wrongEncoding,
        "this message is not packed: read it as unpacked, or set "
          + "ReaderOptions.acceptsOtherEncoding to take both")
    }
    return unsafe try OwnedMemory(copying: bytes)
  }

  /// The memory of a message that was given as unpacked and is packed, if the options allow that.
  static func packedInsteadOfUnpacked(
    _ bytes: UnsafeRawBufferPointer, _ options: ReaderOptions, _ failure: CapnProtoError
  ) throws(CapnProtoError) -> OwnedMemory? {
    guard unsafe Unpacking.isWhole(bytes) else { return nil }
    guard options.acceptsOtherEncoding else {
      throw CapnProtoError(
        .wrongEncoding,
        "this message looks packed: read it as packed, or set ReaderOptions.acceptsOtherEncoding "
          + "to take both (as an unpacked message: \(failure.message))")
    }
    return unsafe try Unpacking.message(bytes, options: options).memory
  }
}
