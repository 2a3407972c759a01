internal import CChecksum
import Foundation

/// Takes up content piece by piece, so that no two contents are the same pieces.
@safe final class ContentDigest {
  private let state = unsafe cchecksum_new()
  /// Small pieces, until there are many.
  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(1 << 12) }

  deinit { unsafe cchecksum_free(state) }

  func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64 as UInt64, by: 8) {
      buffer.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    if buffer.count > 1 << 12 - 16 { flush() }
  }

  func add(_ tag: UInt8) { buffer.append(tag) }

  /// Takes up bytes, and how many there are.
  func add(_ bytes: Data) {
    add(UInt64(bytes.count))
    flush()
    unsafe bytes.withUnsafeBytes { unsafe cchecksum_update(state, $0.baseAddress, $0.count) }
  }

  /// Takes up words, as the bytes that they are in a message.
  func add(words: [UInt64]) {
    flush()
    unsafe words.withUnsafeBytes { unsafe cchecksum_update(state, $0.baseAddress, $0.count) }
  }

  func add(_ text: String) { add(Data(text.utf8)) }

  private func flush() {
    unsafe buffer.withUnsafeBytes { unsafe cchecksum_update(state, $0.baseAddress, $0.count) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// The hash of all that was taken up.
  func finish() -> ContentHash {
    flush()
    var halves: (UInt64, UInt64) = (0, 0)
    unsafe withUnsafeMutableBytes(of: &halves) {
      unsafe cchecksum_digest(state, $0.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
    return ContentHash(halves)
  }
}
