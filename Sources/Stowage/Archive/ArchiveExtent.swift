import Foundation

/// How far the first file in some bytes reaches.
enum ArchiveExtent: Equatable {
  /// It cannot be told before there are so many bytes.
  case atLeast(Int)

  /// So many bytes.
  case exactly(Int)

  /// What the first line of a readable file may take: metadata is in it.
  private static let longestLine = 16 << 20

  /// Finds it out.
  ///
  /// - Throws: `StowageError` where the bytes are not the beginning of a file of Stowage, or of one
  ///   whose header is damaged.
  init(of bytes: Data) throws {
    switch bytes.first {
    case nil: self = .atLeast(1)
    case UInt8(ascii: "{"), UInt8(ascii: "#"): try self.init(readable: bytes)
    default:
      guard bytes.count >= ArchiveHeader.prefixBytes else {
        self = .atLeast(ArchiveHeader.prefixBytes)
        return
      }
      let size = try ArchiveHeader.size(bytes)
      guard bytes.count >= size else {
        self = .atLeast(size)
        return
      }
      let header = try ArchiveHeader(bytes)
      self = .exactly(
        size + header.payloadBytes + header.blobPadding(size) + header.blobBytes)
    }
  }

  private init(readable bytes: Data) throws {
    guard let end = bytes.firstIndex(of: 0x0A) else {
      guard bytes.count < Self.longestLine else { throw StowageError.noHeader }
      self = .atLeast(bytes.count + 1)
      return
    }
    let line = bytes[bytes.startIndex..<end]
    let rest =
      try bytes.first == UInt8(ascii: "{")
      ? JSONArchive.bodyCount(line) : TextArchive.bodyCount(line)
    let (size, overflow) = rest.addingReportingOverflow(line.count + 1)
    guard !overflow else { throw StowageError.noHeader }
    self = .exactly(size)
  }
}
