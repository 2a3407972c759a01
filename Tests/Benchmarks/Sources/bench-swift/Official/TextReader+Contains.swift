import CapnProto
import Foundation

extension Text.Reader {
  /// Whether the text contains these words, found in place by the C library as in C++.
  func contains(word: StaticString) -> Bool {
    unsafe withUnsafeBytes { bytes in
      guard let start = unsafe bytes.baseAddress else { return false }
      // A text in a message ends with a zero byte, which `bytes` leaves out.
      let text = unsafe start.assumingMemoryBound(to: CChar.self)
      return unsafe word.utf8Start.withMemoryRebound(
        to: CChar.self, capacity: word.utf8CodeUnitCount + 1
      ) { unsafe strstr(text, $0) != nil }
    }
  }
}
