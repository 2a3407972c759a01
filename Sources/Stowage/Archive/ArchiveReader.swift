import Foundation

/// A file in one of the formats of Cap'n Proto, opened and not yet built.
struct ArchiveReader {
  let header: ArchiveHeader
  /// How many bytes of what it was opened from belong to it.
  let byteCount: Int
  private let payload: Data
  /// Large numbers, behind the message.
  let blobs: Data
  private let options: ReaderOptions
  private let memoryBytes: Int
  private let spooling: ((Int) -> Void)?

  /// Opens the file at the beginning of some bytes.
  ///
  /// - Parameters:
  ///   - file: the bytes; others may follow.
  ///   - verifies: whether all of the bytes are compared with the checksums.
  ///   - options: the limits for the message.
  ///   - memoryBytes: from which size on a message is large.
  ///   - spooling: lets a large message be unpacked into a file, and not into memory, and is told how
  ///     many bytes were done since it was called last.
  init(
    _ file: Data, verifies: Bool, options: ReaderOptions, memoryBytes: Int = StowedFile.memoryBytes,
    spooling: ((Int) -> Void)? = nil
  ) throws {
    header = try ArchiveHeader(file, verifies: verifies)
    let headerBytes = try ArchiveHeader.size(file)
    let padding = header.blobPadding(headerBytes)
    byteCount = headerBytes + header.payloadBytes + padding + header.blobBytes
    guard file.count >= byteCount else {
      throw StowageError(
        .truncated,
        "the file is cut off: it has \(file.count) bytes, and was written with \(byteCount)")
    }
    let body = file.dropFirst(headerBytes).prefix(byteCount - headerBytes)
    if verifies { try Self.verify(body, header, headerBytes) }
    payload = body.prefix(header.payloadBytes)
    blobs = body.dropFirst(header.payloadBytes + padding)
    self.options = options
    (self.memoryBytes, self.spooling) = (memoryBytes, spooling)
  }

  /// Compares all that stands behind the header with the checksums in it.
  ///
  /// - Parameter progress: is told how many bytes were read since it was called last.
  static func verify(
    _ body: Data, _ header: ArchiveHeader, _ headerBytes: Int,
    progress: (Int) -> Void = { _ in }
  ) throws(StowageError) {
    let size = header.chunkSize
    guard header.checksums.count == (body.count + size - 1) / size else {
      throw StowageError(
        .invalidContent, "there are not as many checksums as parts of the file", path: "header")
    }
    var rest = body
    for (index, checksum) in header.checksums.enumerated() {
      let chunk = rest.prefix(size)
      guard Checksum.of(chunk) == checksum else {
        let start = headerBytes + index * size
        throw StowageError(
          .damaged, "the file is damaged: it is not as it was written",
          path: "bytes \(start)..<\(start + chunk.count)")
      }
      rest = rest.dropFirst(chunk.count)
      progress(chunk.count)
    }
  }

  func message() throws -> Message {
    guard header.isPacked else { return try Message(payload, options: options) }
    guard let spooling else { return try Message(packed: payload, options: options) }
    return try Message.spooled(
      packed: payload, options: options, memoryBytes: memoryBytes, progress: spooling
    ).message
  }
}

extension ArchiveReader: OpenedArchive {
  var format: Format { header.isPacked ? .packed : .binary }
  var type: String { header.type }
  var writer: String { header.writer }
  var metadata: [(key: String, value: String)] { header.metadata }
  var structID: UInt64 { header.structID }
  var valueBudget: Int {
    // What the header says is a claim: packing makes at most 2048 bytes of two.
    min(header.messageBytes, header.isPacked ? payload.count * 1024 : payload.count) / 8
  }

  func stateMessage(_ form: RegisteredType.StateForm) throws -> Message { try message() }

  func stateMessage(as schema: StructSchema) throws -> Message { try message() }

  func graph(_ types: KnownTypes?) throws -> StoredGraph {
    try StoredGraph(message(), budget: 1 << 16 + valueBudget, blobs: blobs)
  }
}
