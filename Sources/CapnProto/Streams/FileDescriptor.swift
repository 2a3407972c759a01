internal import Foundation

/// Plain reading and writing of an open file, with interrupted calls tried again.
struct FileDescriptor {
  let number: Int32

  /// Reads some bytes, as many as there are at once; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(CapnProtoError) -> Int {
    while true {
      let count = unsafe Foundation.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .system("read from the file") }
    }
  }

  /// Reads until a buffer is full or the file ends, and gives the number of bytes.
  func readFully(into buffer: UnsafeMutableRawBufferPointer) throws(CapnProtoError) -> Int {
    var total = 0
    while total < buffer.count {
      let count = unsafe try read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[total...]))
      if count == 0 { break }
      total += count
    }
    return total
  }

  /// Writes all bytes.
  func write(_ buffer: UnsafeRawBufferPointer) throws(CapnProtoError) {
    var rest = unsafe buffer
    while rest.count > 0 {
      let count = unsafe Foundation.write(number, rest.baseAddress, rest.count)
      if count >= 0 {
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno != EINTR {
        throw .system("write to the file")
      }
    }
  }

  /// The bytes between the place where the file is read and its end; nil for what has no such
  /// place, such as a pipe.
  var bytesToEnd: Int? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    let position = lseek(number, 0, SEEK_CUR)
    guard position >= 0 else { return nil }
    return max(0, Int(status.st_size) - Int(position))
  }

  /// Moves back the place where the file is read.
  func stepBack(_ count: Int) throws(CapnProtoError) {
    guard count > 0 else { return }
    if lseek(number, off_t(-count), SEEK_CUR) < 0 { throw .system("seek in the file") }
  }
}
