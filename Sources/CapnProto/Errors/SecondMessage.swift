internal import CCapnProto

/// A second message over the segments of another one, with a traversal limit of its own, for finding
/// out what was wrong with the first.
///
/// It must not outlive the first.
@safe final class SecondMessage {
  private let handle: OpaquePointer
  private let segments: [UnsafeRawBufferPointer]
  let root: ccapnp_pointer_reader

  init?(_ segments: [UnsafeRawBufferPointer], traversalWords: UInt64) {
    guard unsafe !segments.isEmpty else { return nil }
    let list = unsafe segments.map {
      unsafe ccapnp_segment(words: $0.baseAddress, count: $0.count / 8)
    }
    var handle: OpaquePointer?
    var root = unsafe ccapnp_pointer_reader()
    let code = unsafe ccapnp_message_open(
      list, list.count, min(traversalWords, UInt64.max >> 4), Int32.max, &handle, &root, nil)
    guard code == CCAPNP_OK else { return nil }
    unsafe self.handle = handle.unsafelyUnwrapped
    unsafe self.root = root
    unsafe self.segments = segments
  }

  deinit { unsafe ccapnp_message_destroy(handle) }

  /// The word of a far pointer that leads to a pointer at an address; nil outside the message.
  func farPointer(to address: UnsafeRawPointer) -> UInt64? {
    for id in unsafe segments.indices {
      let segment = unsafe segments[id]
      guard let base = segment.baseAddress, unsafe address >= base else { continue }
      let offset = unsafe address - base
      guard offset < segment.count else { continue }
      return UInt64(id) << 32 | UInt64(offset / 8) << 3 | 2
    }
    return nil
  }
}
