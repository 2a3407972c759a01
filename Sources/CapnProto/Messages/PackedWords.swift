internal import CCapnProto
public import Foundation

/// Cap'n Proto's packing for any words, without the frame of a message around them.
///
/// Messages pack themselves: see ``MessageBuilder/packedBytes()``. This is for what is no framed
/// message, such as a flat one, or an array of numbers with many zeros.
public enum PackedWords {
  /// Packs words.
  ///
  /// - Throws: `CapnProtoError` when the bytes are not whole words.
  public static func pack(_ words: Data) throws(CapnProtoError) -> Data {
    guard words.count % 8 == 0 else {
      throw CapnProtoError(
        .invalidArgument, "\(words.count) bytes are not whole words, and only those are packed")
    }
    var packed = Data(count: ccapnp_packed_bound(words.count / 8))
    let written = unsafe words.withUnsafeBytes { words in
      unsafe packed.withUnsafeMutableBytes { room in
        var progress = ccapnp_packing_progress()
        _ = unsafe ccapnp_pack(
          words.baseAddress, words.count / 8, room.baseAddress, room.count,
          Int32(CCAPNP_PACKING_BEST), &progress)
        return progress.written
      }
    }
    return packed.prefix(written)
  }

  /// Unpacks all of the bytes.
  ///
  /// - Parameters:
  ///   - packed: the packed bytes.
  ///   - maximumBytes: how much may be taken: two bytes can stand for two thousand.
  /// - Throws: `CapnProtoError` when the bytes are cut off, or unpack to more than the maximum.
  public static func unpack(
    _ packed: Data, maximumBytes: Int = 1 << 30
  ) throws(CapnProtoError) -> Data {
    let result: Result<Data, CapnProtoError> = unsafe packed.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try unpack(bytes, maximumBytes) }
    }
    return try result.get()
  }

  /// How many bytes all of some packed bytes stand for.
  ///
  /// - Throws: `CapnProtoError` when they are cut off.
  package static func unpackedByteCount(_ packed: Data) throws(CapnProtoError) -> Int {
    let result: Result<Int, CapnProtoError> = unsafe packed.withUnsafeBytes { bytes in
      Result { () throws(CapnProtoError) in unsafe try count(bytes) }
    }
    return try result.get()
  }

  private static func count(_ packed: UnsafeRawBufferPointer) throws(CapnProtoError) -> Int {
    var count = 0
    guard
      unsafe ccapnp_measure_unpacked(packed.baseAddress, packed.count, &count) == CCAPNP_OK
    else {
      throw CapnProtoError(
        .truncated, "the packed bytes end in the middle of a word: they are cut off or not packed")
    }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 8)
    return overflow ? .max : bytes
  }

  private static func unpack(
    _ packed: UnsafeRawBufferPointer, _ maximumBytes: Int
  ) throws(CapnProtoError) -> Data {
    let bytes = unsafe try count(packed)
    guard bytes <= maximumBytes else {
      throw CapnProtoError(
        .messageTooLarge, "the packed bytes unpack to more than the maximum of \(maximumBytes)")
    }
    var words = Data(count: bytes)
    unsafe words.withUnsafeMutableBytes {
      _ = unsafe Unpacking.run(packed, into: $0, isZeroed: true)
    }
    return words
  }
}
