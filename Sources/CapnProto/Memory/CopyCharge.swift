// What a copy of a message takes outside of it. A list of a million elements of no size takes a few
// bytes of a message, and as plain Swift it could take gigabytes. So what is copied counts against
// the traversal limit too: a word for each 64 bytes of Swift, which no honest message comes near.

extension RawListReader {
  /// Counts what a copy of the list takes in Swift.
  func chargeCopy(bytesPerElement: Int) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    // The count is less than 2^29.
    let words = count * min(bytesPerElement, 1 << 20) / 64
    guard let segment = unsafe parts.segment, words > 0 else { return }
    guard unsafe segment.spend(words) else { throw unsafe arena.limitFailure(at: nil) }
  }
}

extension PointerReader {
  /// Counts what a copy of an object takes in Swift.
  func chargeCopy(bytes: Int) throws(CapnProtoError) {
    defer { withExtendedLifetime(arena) {} }
    guard let segment = unsafe segment else { return }
    guard unsafe segment.spend(bytes / 64) else { throw unsafe arena.limitFailure(at: pointer) }
  }
}
