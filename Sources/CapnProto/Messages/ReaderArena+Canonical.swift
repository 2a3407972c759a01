internal import CCapnProto

extension ReaderArena {
  /// Whether the message is in canonical form.
  var isCanonical: Bool {
    get throws(CapnProtoError) {
      guard unsafe segments.count == 1 else { return false }
      let list = unsafe segments.map {
        unsafe ccapnp_segment(words: $0.baseAddress, count: $0.count / 8)
      }
      var result: Int32 = 0
      let words = limits?.traversalWords ?? 0
      let depth = Int32(clamping: limits?.nesting ?? 64)
      try unsafe attempt { error in
        unsafe ccapnp_message_is_canonical(list, list.count, words, depth, &result, &error)
      }
      return result != 0
    }
  }
}
