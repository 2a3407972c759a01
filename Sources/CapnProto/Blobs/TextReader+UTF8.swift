extension Text.Reader {
  /// Whether all of it is UTF-8, found out without a copy.
  package var isUTF8: Bool {
    let bytes = utf8
    var start = 0
    while start < bytes.count {
      var end = min(start + 1 << 16, bytes.count)
      // A piece ends where a character does, if it is one.
      while end < bytes.count, end > start + 1, bytes[end] & 0xc0 == 0x80 { end -= 1 }
      let isSound = unsafe withUTF8 { all in
        unsafe String(validating: UnsafeBufferPointer(rebasing: all[start..<end]), as: UTF8.self)
          != nil
      }
      guard isSound else { return false }
      start = end
    }
    return true
  }
}
