import CapnProto
import Foundation

extension Text.Reader {
  /// Whether the text contains these words, found in place by the C library as in C++.
  func contains(word: StaticString) -> Bool {
    unsafe withUTF8 { bytes in
      guard let text = bytes.baseAddress else { return false }
      // In a message a text ends with a zero byte, which `bytes` leaves out.
      return unsafe strstr(
        UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self),
        UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) != nil
    }
  }
}
