internal import CChecksum
import Foundation

/// XXH3: what tells bytes from those that they were.
enum Checksum {
  /// Of some bytes, 64 bits.
  static func of(_ bytes: Data) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe cchecksum_xxh3_64($0.baseAddress, $0.count) }
  }

  /// Of each chunk of bytes that come in pieces, 64 bits; the last chunk may be shorter.
  static func ofChunks(_ pieces: [Data], size: Int) -> [UInt64] {
    let state = unsafe cchecksum_new()
    defer { unsafe cchecksum_free(state) }
    var checksums: [UInt64] = []
    var filled = 0
    for piece in pieces {
      unsafe piece.withUnsafeBytes { bytes in
        var rest = unsafe bytes[...]
        while unsafe !rest.isEmpty {
          let part = unsafe rest.prefix(size - filled)
          unsafe cchecksum_update(
            state, UnsafeRawBufferPointer(rebasing: part).baseAddress, part.count)
          unsafe filled += part.count
          unsafe rest = unsafe rest.dropFirst(part.count)
          if filled == size {
            unsafe checksums.append(cchecksum_take_64(state))
            filled = 0
          }
        }
      }
    }
    if filled > 0 { unsafe checksums.append(cchecksum_take_64(state)) }
    return checksums
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
