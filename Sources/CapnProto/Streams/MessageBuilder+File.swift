public import Foundation

extension MessageBuilder {
  /// Writes the message to a file, a pipe or a socket, behind what was written before.
  public func write(to handle: FileHandle, packed: Bool) throws(CapnProtoError) {
    try write(toDescriptor: handle.fileDescriptor, packed: packed)
  }

  /// Writes the message to a file descriptor, behind what was written before.
  public func write(toDescriptor descriptor: Int32, packed: Bool) throws(CapnProtoError) {
    let file = FileDescriptor(number: descriptor)
    unsafe try withSegments { (segments) throws(CapnProtoError) in
      if packed {
        unsafe try PackedOutput(file: file).write(segments)
        return
      }
      let head = unsafe try OwnedMemory(zeroed: SegmentTable.headBytes(segments: segments.count))
      unsafe SegmentTable.write(segments, into: head.mutableBytes)
      unsafe try file.write(head.bytes)
      for index in unsafe segments.indices { unsafe try file.write(segments[index]) }
    }
  }
}
