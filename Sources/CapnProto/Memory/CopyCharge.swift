// What a copy of a message takes outside of it. A list of a million elements of no size takes a few
// bytes of a message, and as plain Swift it could take gigabytes. So what is copied counts against
// the traversal limit too: a word for so many bytes of Swift as no honest message comes near.

extension RawListReader {
  /// Counts what a copy of the list takes in Swift.
  @usableFromInline func chargeCopy(bytesPerElement: Int) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    // The count is less than 2^29.
    try unsafe arena.chargeCopy(count * min(bytesPerElement, 1 << 20), parts.segment, at: nil)
  }
}

extension PointerReader {
  /// Counts what a copy of an object takes in Swift.
  func chargeCopy(bytes: Int) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    try unsafe arena.chargeCopy(bytes, segment, at: pointer)
  }
}

extension Arena {
  fileprivate func chargeCopy(
    _ bytes: Int, _ segment: SegmentRef?, at pointer: UnsafeRawPointer?
  ) throws(CapnProtoError) {
    guard let segment = unsafe segment, let limits else { return }
    guard unsafe segment.spend(bytes / limits.copiedBytesPerWord) else {
      throw unsafe limitFailure(at: pointer)
    }
  }
}
