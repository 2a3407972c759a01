internal import CZlib

/// Takes gzip apart as it comes; several members follow each other as if they were one.
@safe final class Gunzip {
  enum Failure: Error {
    case damaged
    case memory
  }

  /// The first two bytes of gzip.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let inflater: OpaquePointer
  /// Whether the input may end here.
  private(set) var isAtEnd = false

  init() throws(Failure) {
    guard let inflater = unsafe czlib_new() else { throw .memory }
    unsafe self.inflater = inflater
  }

  deinit { unsafe czlib_free(inflater) }

  /// Takes from a piece of the input, and gives into a part of the content.
  ///
  /// - Returns: how much it took and gave.
  func inflate(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(Failure) -> (taken: Int, given: Int) {
    var (taken, given) = (0, 0)
    if isAtEnd, input.count > 0 {
      // Files are padded with zeros on tapes, and by some programs.
      if unsafe input[0] == 0 { return (1, 0) }
      guard unsafe czlib_next_member(inflater) != 0 else { throw .memory }
      isAtEnd = false
    }
    let result = unsafe czlib_inflate(
      inflater, input.baseAddress, input.count, output.baseAddress, output.count, &taken, &given)
    switch result {
    case czlib_progress: break
    case czlib_member_end: isAtEnd = true
    case czlib_no_memory: throw .memory
    default: throw .damaged
    }
    return (taken, given)
  }
}
