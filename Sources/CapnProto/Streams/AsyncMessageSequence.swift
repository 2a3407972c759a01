public import Foundation

/// The messages in an asynchronous sequence of bytes, which come in pieces of any size.
///
/// <!-- snippet: stream-reading-async -->
/// ```swift
/// for try await message in AsyncMessageSequence(reading: handle, packed: true) {
///   let reading = try message.root(Reading.self)
///   times.append(reading.time)
/// }
/// ```
///
/// It ends where the bytes end between two messages, and throws where they end within one.
public struct AsyncMessageSequence<Base: AsyncSequence>: AsyncSequence
where Base.Element: Sequence<UInt8> {
  public typealias Element = Message

  private let base: Base
  private let packed: Bool
  private let options: ReaderOptions

  /// Reads messages from pieces of bytes, such as `Data` or `[UInt8]`.
  public init(_ base: Base, packed: Bool, options: ReaderOptions = ReaderOptions()) {
    self.base = base
    self.packed = packed
    self.options = options
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(base.makeAsyncIterator(), MessageDecoder(packed: packed, options: options))
  }

  /// Takes pieces of bytes until a message is whole.
  public struct Iterator: AsyncIteratorProtocol {
    private var base: Base.AsyncIterator
    private var decoder: MessageDecoder

    init(_ base: Base.AsyncIterator, _ decoder: MessageDecoder) {
      self.base = base
      self.decoder = decoder
    }

    public mutating func next() async throws -> Message? {
      while true {
        if let message = try decoder.next() { return message }
        guard let bytes = try await base.next() else {
          try decoder.finish()
          return nil
        }
        decoder.append(bytes)
      }
    }
  }
}

extension AsyncMessageSequence: Sendable where Base: Sendable {}

extension AsyncMessageSequence where Base == FileChunks {
  /// Reads messages from a file, a pipe or a socket, without blocking the task.
  ///
  /// What is behind the last message that was asked for may have been read already.
  public init(
    reading handle: FileHandle, packed: Bool, options: ReaderOptions = ReaderOptions()
  ) {
    self.init(FileChunks(handle), packed: packed, options: options)
  }
}

/// The bytes of a file, a pipe or a socket in pieces, read beside the task that waits for them.
public struct FileChunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
  private let handle: FileHandle

  /// Reads from where the handle stands.
  public init(_ handle: FileHandle) { self.handle = handle }

  public func makeAsyncIterator() -> FileChunks { self }

  public func next() async throws -> Data? {
    let handle = handle
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result {
            let memory = try OwnedMemory(zeroed: 64 << 10)
            let file = FileDescriptor(number: handle.fileDescriptor)
            let count = unsafe try file.read(into: memory.mutableBytes)
            return unsafe count == 0 ? nil : Data(memory.bytes[..<count])
          })
      }
    }
  }
}
