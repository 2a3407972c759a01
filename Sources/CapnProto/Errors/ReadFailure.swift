internal import CCapnProto

// What to say when a pointer could not be followed. libcapnp has one kind of error for everything
// and its words differ between versions, so the kind is found out by trying, never by the words.

/// A call into the shim that follows a pointer.
typealias Following = (inout ccapnp_pointer_reader, inout ccapnp_error) -> Int32

extension Arena {
  /// The error of a pointer that could not be followed, or `allTheWay` down from it.
  @inline(never)
  func readFailure(
    _ pointer: ccapnp_pointer_reader, allTheWay: Bool = false, _ follow: Following
  ) -> CapnProtoError {
    var error = unsafe ccapnp_error()
    var from = unsafe pointer
    guard unsafe follow(&from, &error) != CCAPNP_OK else {
      // The limit is shared with other threads; theirs was the reading that made it short.
      return unsafe limitFailure(at: pointer.pointer)
    }
    let found = unsafe CapnProtoError(taking: &error)
    guard limits != nil, found.code == .malformed else {
      return unsafe found.at(path(to: pointer.pointer))
    }
    if unsafe pointer.nesting <= 0 { return unsafe nestingFailure(at: pointer.pointer) }
    if unsafe followsWithMore(allTheWay ? generousLimit : .max, pointer, follow) {
      return unsafe limitFailure(at: pointer.pointer)
    }
    return unsafe found.at(path(to: pointer.pointer))
  }

  func nestingFailure(at pointer: UnsafeRawPointer?) -> CapnProtoError {
    CapnProtoError(
      .nestingLimit,
      "the message is nested deeper than the limit of \(limits?.nesting ?? 0) levels, which guards "
        + "the stack against a message that contains itself: raise ReaderOptions.nestingLimit for "
        + "input that you trust",
      path: unsafe path(to: pointer))
  }

  func limitFailure(at pointer: UnsafeRawPointer?) -> CapnProtoError {
    CapnProtoError(
      .traversalLimit,
      "more was read than the traversal limit of \(limits?.traversalWords ?? 0) words allows. Each "
        + "call of a getter counts again, so keep what it gave instead of calling it in a loop, or "
        + "raise ReaderOptions.traversalLimit for input that you trust",
      path: unsafe path(to: pointer))
  }

  /// A traversal limit that no honest message reaches by being walked through once, and that still
  /// bounds the walk through a message that unfolds to far more than it holds.
  private var generousLimit: UInt64 {
    let words = unsafe segments.reduce(UInt64(0)) { $0 + UInt64($1.count / 8) }
    let (twice, overflow) = (limits?.traversalWords ?? 0).multipliedReportingOverflow(by: 2)
    return overflow ? .max : max(twice, words * 2)
  }

  /// Whether a pointer that was refused leads to something sound, so that only the limit is short.
  ///
  /// The pointer is followed in a second message over the same memory. Its own segment is named
  /// there by a far pointer made for the purpose, as only a far pointer can name a segment.
  private func followsWithMore(
    _ traversalWords: UInt64, _ pointer: ccapnp_pointer_reader, _ follow: Following
  ) -> Bool {
    guard let address = unsafe pointer.pointer,
      let fresh = unsafe SecondMessage(segments, traversalWords: traversalWords)
    else { return false }
    var from = unsafe ccapnp_pointer_reader(
      segment: fresh.root.segment, pointer: address, nesting: pointer.nesting)
    var error = unsafe ccapnp_error()
    defer { unsafe ccapnp_error_clear(&error) }

    let isFar = unsafe address.loadUnaligned(as: UInt64.self) & 3 == 2
    if isFar { return unsafe follow(&from, &error) == CCAPNP_OK }

    guard var far = unsafe fresh.farPointer(to: address) else { return false }
    return unsafe withUnsafePointer(to: &far) { word in
      unsafe from.pointer = UnsafeRawPointer(word)
      return unsafe follow(&from, &error) == CCAPNP_OK
    }
  }
}
