internal import CChecksum
import Foundation

/// XXH3: what tells bytes from those that they were.
enum Checksum {
  /// Of some bytes, 64 bits.
  static func of(_ bytes: Data) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe cchecksum_xxh3_64($0.baseAddress, $0.count) }
  }

  /// Of bytes that come in pieces, 128 bits.
  static func of128(_ pieces: some Sequence<Data>) -> (UInt64, UInt64) {
    let state = unsafe cchecksum_new()
    defer { unsafe cchecksum_free(state) }
    for piece in pieces {
      unsafe piece.withUnsafeBytes { unsafe cchecksum_update(state, $0.baseAddress, $0.count) }
    }
    var halves: (UInt64, UInt64) = (0, 0)
    unsafe withUnsafeMutableBytes(of: &halves) {
      unsafe cchecksum_digest(state, $0.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
    return halves
  }
}
