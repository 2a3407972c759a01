import Foundation

extension ArchiveHeader {
  /// How many bytes of a file have to be there to tell how long its header is.
  static let prefixBytes = 24

  /// The size of the header of a file that begins with some bytes.
  ///
  /// - Throws: `StowageError` where these are not the beginning of a file of Stowage.
  static func size(_ prefix: Data) throws(StowageError) -> Int {
    guard prefix.count >= prefixBytes else {
      guard Data(prefix.prefix(4)).allSatisfy({ $0 == 0 }) else { throw .noHeader }
      throw StowageError(
        .truncated, "the file is cut off: it ends after \(prefix.count) bytes, in its header")
    }
    let prefix = Data(prefix.prefix(prefixBytes))
    let words = number(prefix[4..<8])
    guard number(prefix[0..<4]) == 0, number(prefix[16..<24]) == magic, words > 4 else {
      throw .noHeader
    }
    return 8 + Int(words) * 8
  }

  /// Reads the header at the beginning of a file.
  ///
  /// - Throws: `StowageError` where it is damaged, cut off, or of a later format.
  init(_ file: Data, verifies: Bool = true) throws {
    let size = try Self.size(file)
    guard file.count >= size else {
      throw StowageError(
        .truncated,
        "the file is cut off: it ends after \(file.count) bytes, and its header has \(size)")
    }
    var bytes = Data(file.prefix(size))
    let checksum = Self.number(bytes[Self.checksumRange])
    bytes.replaceSubrange(Self.checksumRange, with: Data(count: 8))
    guard !verifies || Checksum.of(bytes) == checksum else {
      throw StowageError(
        .damaged, "the header, the first \(size) bytes of the file, is not as it was written",
        path: "header")
    }
    try self.init(Message(bytes).root(Wire.Header.self), size)
  }

  private init(_ header: Wire.Header.Reader, _ size: Int) throws {
    guard header.formatVersion == Self.version else {
      throw StowageError(
        .unknownFormat,
        "the file has the format \(header.formatVersion), and this program knows only "
          + "\(Self.version): read it with a newer version of Stowage", path: "header")
    }
    guard let payload = Int(exactly: header.payloadBytes),
      let message = Int(exactly: header.messageBytes), let blobs = Int(exactly: header.blobBytes),
      payload < 1 << 60, blobs < 1 << 60, header.chunkSize >= 4096
    else {
      throw StowageError(.invalidContent, "it claims an impossible size", path: "header")
    }
    switch header.encoding {
    case .packed: isPacked = true
    case .binary: isPacked = false
    case .unrecognized:
      throw StowageError(
        .unknownFormat, "the encoding is one that only a later version knows", path: "header")
    }
    (payloadBytes, messageBytes, blobBytes) = (payload, message, blobs)
    chunkSize = Int(header.chunkSize)
    structID = header.structId
    type = String(try header.type)
    writer = String(try header.writer)
    let pairs = try header.metadata
    // Elements of no size take no room in the file, and so could be any number.
    guard pairs.count <= 4096 + size / 8 else {
      throw StowageError(
        .invalidContent, "it claims \(pairs.count) metadata, for which it has no room",
        path: "header")
    }
    for pair in pairs {
      metadata.append((String(try pair.key), String(try pair.value)))
    }
    checksums = Array(try header.checksums)
    schema = try Data(header.schema)
  }

  /// The bytes in front of the large numbers: none where there are no such numbers.
  func blobPadding(_ headerBytes: Int) -> Int {
    blobBytes == 0 ? 0 : Self.padding(headerBytes + payloadBytes)
  }

  private static func number(_ bytes: Data) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension StowageError {
  static var noHeader: StowageError {
    StowageError(
      .unknownFormat,
      "this is no file of Stowage: it has no header. A message that a type wrote by writeToFile is "
        + "read by readFromFile")
  }
}
