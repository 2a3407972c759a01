import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes all of some bytes, however little the system takes at a time.
enum FileDescriptorWriter {
  static func write(_ bytes: Data, to descriptor: Int32, _ name: String) throws(StowageError) {
    let fault: Int32? = unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = unsafe systemWrite(
          descriptor, buffer.baseAddress?.advanced(by: offset),
          min(buffer.count - offset, 1 << 30))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        offset += count
      }
      return nil
    }
    if let fault {
      errno = fault
      throw .system("write", name)
    }
  }
}

// Within the type, `write` is its own.
private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  unsafe write(descriptor, bytes, count)
}

extension StowageError {
  /// What the system said last.
  static func system(_ action: String, _ path: String) -> StowageError {
    let code = errno
    let reason = unsafe String(cString: strerror(code))
    return StowageError(
      .inputOutput, "cannot \(action) the file: \(reason)\(advice(code))", path: path)
  }

  private static func advice(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "; make room, and save again"
    case EFBIG: "; the system allows no file of that size"
    case ENOENT, ENOTDIR: "; make the folder first"
    case EACCES, EPERM, EROFS: "; files can only be saved to a folder that may be written to"
    case ENAMETOOLONG: "; choose a shorter name"
    default: ""
    }
  }
}
