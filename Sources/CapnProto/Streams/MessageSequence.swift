public import Foundation

/// The messages of a file, a pipe or a socket, one after another.
///
/// <!-- snippet: stream-reading -->
/// ```swift
/// for message in MessageSequence(reading: handle, packed: true) {
///   let reading = try message.get().root(Reading.self)
///   times.append(reading.time)
/// }
/// ```
///
/// It ends where the file ends between two messages. A file that ends within one gives an error
/// last, and so does one that is damaged.
public struct MessageSequence: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private let packed: Bool
  private let options: ReaderOptions
  private var isOver = false

  /// Reads messages from where the handle stands.
  public init(
    reading handle: FileHandle, packed: Bool, options: ReaderOptions = ReaderOptions()
  ) {
    self.handle = handle
    self.packed = packed
    self.options = options
  }

  /// The next message, or the error that ends the sequence.
  public mutating func next() -> Result<Message, CapnProtoError>? {
    if isOver { return nil }
    do throws(CapnProtoError) {
      if let message = try Message(nextFrom: handle, packed: packed, options: options) {
        return .success(message)
      }
      isOver = true
      return nil
    } catch {
      isOver = true
      return .failure(error)
    }
  }
}
