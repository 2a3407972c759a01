import Foundation

/// The first line of a readable file, which says what the rest is.
struct ReadableHeader {
  var type = ""
  var writer = ArchiveContent.thisWriter
  var metadata: [(key: String, value: String)] = []
  var structID: UInt64 = 0

  init(type: String = "", metadata: [(key: String, value: String)] = [], structID: UInt64) {
    (self.type, self.metadata, self.structID) = (type, metadata, structID)
  }

  init(_ content: ArchiveContent) {
    (type, writer, metadata) = (content.type, content.writer, content.metadata)
    switch content.root {
    case .state(_, let schema): structID = schema.id
    case .graph: structID = Wire.Graph.schema.id
    }
  }

  init(_ header: Wire.ReadableHeader.Reader) throws {
    guard header.formatVersion == ArchiveHeader.version else {
      throw StowageError(
        .unknownFormat,
        "the file has the format \(header.formatVersion), and this program knows only "
          + "\(ArchiveHeader.version): read it with a newer version of Stowage", path: "header")
    }
    type = String(try header.type)
    writer = String(try header.writer)
    structID = header.structId
    for pair in try header.metadata {
      metadata.append((String(try pair.key), String(try pair.value)))
    }
  }

  func message() throws -> Wire.ReadableHeader.Reader {
    let message = MessageBuilder()
    let header = try message.initRoot(Wire.ReadableHeader.self)
    header.formatVersion = ArchiveHeader.version
    header.structId = structID
    try header.setType(type)
    try header.setWriter(writer)
    let list = try header.initMetadata(count: metadata.count)
    for (index, pair) in metadata.enumerated() {
      try list[index].setKey(pair.key)
      try list[index].setValue(pair.value)
    }
    return header.asReader
  }

  /// The first line of a file.
  ///
  /// - Parameters:
  ///   - file: the bytes of the file.
  ///   - start: what every such line begins with.
  /// - Throws: `StowageError` where the file ends in it, or begins otherwise.
  static func line(_ file: Data, start: String) throws(StowageError) -> Data {
    guard file.starts(with: start.utf8.prefix(file.count)) else {
      throw StowageError(
        .unknownFormat,
        "the first line of the file is no header of Stowage. If the file is from elsewhere, or was "
          + "changed on purpose, load it without verifying it", path: "header")
    }
    guard let end = file.firstIndex(of: 0x0A) else {
      throw StowageError(
        .truncated, "the file is cut off: it ends after \(file.count) bytes, in its first line")
    }
    return file[..<end]
  }
}

/// The checksum of a readable file, which stands in its first line.
enum ReadableChecksum {
  /// What stands in its place while it is made.
  static let blank = String(repeating: "0", count: 16)

  /// Puts the checksum of a file into its first line.
  static func sealed(_ first: Data, _ rest: Data) -> [Data] {
    var first = first
    let checksum = Checksum.ofChunks([first, rest], size: .max).first ?? 0
    let digits = String(checksum, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    // Nothing that comes from outside stands before it.
    if let range = first.firstRange(of: Data(blank.utf8)) {
      first.replaceSubrange(range, with: Data(padded.utf8))
    }
    return [first, rest]
  }

  /// Compares a file with the checksum in it.
  ///
  /// - Throws: `StowageError` where it was damaged, or changed by hand.
  static func verify(_ file: Data, _ checksum: String) throws(StowageError) {
    let isChecksum =
      checksum.utf8.count == 16
      && checksum.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isChecksum, let range = file.firstRange(of: Data(checksum.utf8)) else {
      throw StowageError(.damaged, "the checksum of the file is damaged", path: "header")
    }
    // It is not copied for this, however large it is.
    let pieces = [file[..<range.lowerBound], Data(blank.utf8), file[range.upperBound...]]
    let found = Checksum.ofChunks(pieces, size: .max)
    guard let expected = UInt64(checksum, radix: 16), found == [expected] else {
      throw StowageError(
        .damaged,
        "the file is not as it was written. If it was changed on purpose, load it without "
          + "verifying it", path: "bytes 0..<\(file.count)")
    }
  }
}
