public import Foundation

extension Message {
  /// Reads the next message of a file, a pipe or a socket, and not one byte more.
  ///
  /// Several messages may follow each other, to be read one by one. Throws
  /// ``CapnProtoError/Code/truncated`` where the file ends before the message does; where the file
  /// may end before a message starts, use ``init(nextFrom:packed:options:)``.
  public init(
    contentsOf handle: FileHandle, packed: Bool, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    guard let message = try Message(nextFrom: handle, packed: packed, options: options) else {
      throw CapnProtoError(.truncated, "there is no message: the file is at its end")
    }
    self = message
  }

  /// Reads the next message of a file, a pipe or a socket, and not one byte more; nil at the end.
  public init?(
    nextFrom handle: FileHandle, packed: Bool, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    try self.init(
      nextFromDescriptor: handle.fileDescriptor, packed: packed, options: options)
  }

  /// Reads the next message of a file descriptor, and not one byte more; nil at the end.
  public init?(
    nextFromDescriptor descriptor: Int32, packed: Bool, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let reading = StreamReading(file: FileDescriptor(number: descriptor), options: options)
    guard let message = try reading.next(packed: packed) else { return nil }
    self = message
  }

  /// Maps a file of one message into memory, and opens it in place: nothing is copied, and what is
  /// not looked at is not even read from the disk.
  ///
  /// The file must not be changed while the message is in use; replacing it by another file of the
  /// same name does no harm. A packed file is unpacked into memory, where the options allow it.
  public init(
    mapping url: URL, options: ReaderOptions = ReaderOptions()
  ) throws(CapnProtoError) {
    let descriptor = unsafe open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open \(url.path)") }
    defer { close(descriptor) }
    guard let count = FileDescriptor(number: descriptor).bytesToEnd else {
      throw CapnProtoError(.io, "\(url.path) is not a regular file and cannot be mapped")
    }
    try self.init(
      framed: try MappedMemory(descriptor: descriptor, count: count), options: options)
  }
}
