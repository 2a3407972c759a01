public import CapnProto
public import Foundation

extension Serializable {
  /// Writes this object to a file, as one message.
  ///
  /// Several objects may be written one after another; they are read back in the same order.
  ///
  /// - Parameters:
  ///   - handle: where to write, at its current offset.
  ///   - packed: whether to leave out most of the zeros, which makes a smaller file.
  /// - Throws: what ``write(_:)`` throws, or an error of the file's.
  public func writeToFile(_ handle: FileHandle, packed: Bool = true) throws {
    try wholeMessage().write(to: handle, packed: packed)
  }

  /// Reads an object from a file, from the current offset to the end of its message and no further.
  ///
  /// - Parameters:
  ///   - handle: where to read, at its current offset.
  ///   - packed: whether the object was written packed.
  ///   - options: the limits for input that you do not trust.
  /// - Throws: `CapnProtoError` when the message is damaged or the file ends, or what ``read(_:)``
  ///   throws.
  public static func readFromFile(
    _ handle: FileHandle, packed: Bool = true, options: ReaderOptions = ReaderOptions()
  ) throws -> Self {
    try readWhole(Message(contentsOf: handle, packed: packed, options: options).root(Proto.self))
  }

  /// Writes this object to a file of its own, in place of what was there.
  ///
  /// The earlier file stays as it was until the new one is complete.
  ///
  /// - Throws: what ``write(_:)`` throws, or an error of the file's.
  public func writeToFile(_ url: URL, packed: Bool = true) throws {
    let message = try wholeMessage()
    let bytes = packed ? try message.packedBytes() : try message.bytes()
    try bytes.write(to: url, options: .atomic)
  }

  /// Reads the object at the beginning of a file.
  ///
  /// - Throws: as reading from a handle does, or an error of the file's.
  public static func readFromFile(
    _ url: URL, packed: Bool = true, options: ReaderOptions = ReaderOptions()
  ) throws -> Self {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    return try readFromFile(handle, packed: packed, options: options)
  }

  /// Writes this object to a file of its own, in place of what was there.
  ///
  /// The earlier file stays as it was until the new one is complete.
  ///
  /// - Throws: what ``write(_:)`` throws, or an error of the file's.
  public func writeToFile(_ path: String, packed: Bool = true) throws {
    try writeToFile(URL(filePath: path), packed: packed)
  }

  /// Reads the object at the beginning of a file.
  ///
  /// - Throws: as reading from a handle does, or an error of the file's.
  public static func readFromFile(
    _ path: String, packed: Bool = true, options: ReaderOptions = ReaderOptions()
  ) throws -> Self {
    try readFromFile(URL(filePath: path), packed: packed, options: options)
  }
}
