internal import CapnProto
internal import Foundation

/// Converts a large file without ever holding a message of it in memory.
///
/// Small messages are rebuilt, as `capnp` does it, so that what nothing leads to is left out; large
/// ones are passed on as they lie, or written piece by piece in canonical form. Those of text and
/// JSON are built in files without names, and are passed on from there.
struct LargeConversion {
  /// From which size on a message is large.
  static let largeBytes = 64 << 20
  /// From which size on input is large that people can read, as reading it takes much more.
  static let largeTextBytes = 16 << 20
  /// From which size on a message is large that was built of such input.
  static let largeValueBytes = 4 << 20

  let from: MessageFormat
  let output: MessageOutput
  let options: ReaderOptions
  let file: InputFile
  /// What makes messages of values that people can read.
  let decoder: ValueDecoder?
  /// Whether what is read of the file was not counted before.
  var countsBytes = true

  /// Converts all messages of the file.
  ///
  /// - Parameters:
  ///   - console: where the output goes.
  ///   - done: how many messages of the input were converted before.
  ///   - line: the line of the input that the file begins with.
  func run(_ console: Console, after done: Int = 0, line: Int = 1) throws(StowFailure) {
    if let decoder { return try run(decoder, console, done, line) }
    var offset = 0
    var count = 0
    while offset < file.bytes.count {
      do {
        let (message, size) = try next(file.bytes.dropFirst(offset), console)
        try write(message, console)
        offset += max(size, 1)
        count += 1
        if from != .packed, from != .flatPacked { console.progress.add(bytes: size) }
        console.progress.addItem()
        file.release()
      } catch {
        throw (error as? StowFailure ?? .failed("\(error)")).inMessage(count + 1)
      }
    }
  }

  private func run(
    _ decoder: ValueDecoder, _ console: Console, _ done: Int, _ line: Int
  ) throws(StowFailure) {
    var values = ValueRanges(file.bytes)
    var count = done
    var since = 0
    while let range = values.next(passed: file.release) {
      do {
        let message = try decoder.message(mapped: file.bytes[range]) { bytes in
          if countsBytes { console.progress.add(bytes: bytes) }
          since += bytes
          guard since >= Self.largeTextBytes else { return }
          since = 0
          file.release()
        }
        file.release()
        try write(message, console)
        count += 1
        console.progress.addItem()
      } catch let error as CapnProtoError {
        throw ValueDecoder.failure(error, line: line - 1 + values.line).inMessage(count + 1)
      } catch {
        throw (error as? StowFailure ?? .failed("\(error)")).inMessage(count + 1)
      }
    }
  }

  private func next(_ bytes: Data, _ console: Console) throws -> (Message, Int) {
    switch from {
    case .packed:
      return try Message.spooled(
        packed: bytes, options: levels(Message.packedByteCount(bytes)),
        progress: { console.progress.add(bytes: $0) })
    case .flatPacked:
      let limits = try levels(PackedWords.unpackedByteCount(bytes))
      let message = try Message.spooled(
        flatPacked: bytes, options: limits, progress: { console.progress.add(bytes: $0) })
      return (message, bytes.count)
    case .binary:
      let count = try Message.framedByteCount(bytes)
      guard count <= bytes.count else {
        throw StowFailure.failed(
          "the input is cut off: \(bytes.count) of the message's \(count) bytes are there")
      }
      return (try Message(bytes.prefix(count), options: levels(count)), count)
    default: return (try Message(flatInPlace: bytes, options: levels(bytes.count)), bytes.count)
    }
  }

  /// The limits for a message that is read once for each of its levels.
  private func levels(_ bytes: Int) -> ReaderOptions {
    guard bytes >= Self.largeBytes, options != .trusted,
      output.format != .binary, output.format != .packed
    else { return options }
    var options = options
    if output.format.isReadable {
      // It is written twice, the first time only to find out where lines are broken.
      options.traversalLimit = .bytes(UInt64(clamping: bytes) * 16)
      return options
    }
    options.traversalLimit = .bytes(UInt64(clamping: bytes) * UInt64(options.nestingLimit))
    return options
  }

  private func write(_ message: Message, _ console: Console) throws {
    guard message.byteCount >= (decoder == nil ? Self.largeBytes : Self.largeValueBytes) else {
      return try console.write(output.bytes(of: message))
    }
    if output.format.isReadable {
      var since = 0
      return try output.write(readable: message) { piece in
        try console.write(Data(piece))
        since += piece.count
        guard since >= Self.largeBytes else { return }
        since = 0
        message.releasePages()
        file.release()
      }
    }
    switch output.format {
    case .binary, .packed:
      try pass(message.frameHead, console)
      try unsafe message.withSegments { segments in
        for index in unsafe segments.indices {
          try unsafe pass(segments[index], message, console)
        }
      }
    default:
      var since = 0
      let root = try message.root.get(AnyStruct.self)
      try root.streamCanonicalWords(
        count: { _ in },
        words: { words in
          let bytes = unsafe words.withUnsafeBytes { unsafe Data($0) }
          try pass(bytes, console)
          since += bytes.count
          guard since >= Self.largeBytes else { return }
          since = 0
          message.releasePages()
          file.release()
        })
    }
  }

  private func pass(
    _ segment: UnsafeRawBufferPointer, _ message: Message, _ console: Console
  ) throws {
    let step = 1 << 20
    for start in stride(from: 0, to: segment.count, by: step) {
      let end = min(start + step, segment.count)
      try pass(
        unsafe Data(UnsafeRawBufferPointer(rebasing: segment[start..<end])), console)
      guard start % (64 * step) == 0 else { continue }
      message.releasePages()
      file.release()
    }
  }

  private func pass(_ words: Data, _ console: Console) throws {
    switch output.format {
    case .packed, .flatPacked: try console.write(PackedWords.pack(words))
    default: try console.write(words)
    }
  }
}
