import Foundation

/// What stands at the beginning of a file, in a message of its own.
struct ArchiveHeader {
  /// The bytes "stowage" and a line feed.
  static let magic: UInt64 = 0x0A65_6761_776F_7473
  static let version: UInt16 = 1
  static let chunkSize = 1 << 20
  /// Where in the header its own checksum is: behind the segment table, the root and the magic.
  static let checksumRange = 24..<32

  var type = ""
  var writer = ""
  var metadata: [(key: String, value: String)] = []
  var structID: UInt64 = 0
  var isPacked = true
  var payloadBytes = 0
  var messageBytes = 0
  var blobBytes = 0
  var chunkSize = Self.chunkSize
  var checksums: [UInt64] = []
  var schema = Data()

  static func chunkCount(_ bytes: Int) -> Int { (bytes + chunkSize - 1) / chunkSize }

  /// How many bytes are left free so that what follows begins at a multiple of 64.
  static func padding(_ count: Int) -> Int { (64 - count % 64) % 64 }

  /// The message, with the checksum of its bytes in its place.
  func bytes() throws -> Data {
    let builder = MessageBuilder()
    let header = try builder.initRoot(Wire.Header.self)
    header.magic = Self.magic
    header.formatVersion = Self.version
    header.encoding = isPacked ? .packed : .binary
    header.chunkSize = UInt32(chunkSize)
    header.payloadBytes = UInt64(payloadBytes)
    header.blobBytes = UInt64(blobBytes)
    header.messageBytes = UInt64(messageBytes)
    header.structId = structID
    try header.setType(type)
    try header.setWriter(writer)
    let metadata = try header.initMetadata(count: self.metadata.count)
    for (index, pair) in self.metadata.enumerated() {
      try metadata[index].setKey(pair.key)
      try metadata[index].setValue(pair.value)
    }
    try header.setChecksums(checksums)
    if !schema.isEmpty { try header.setSchema(schema) }
    // In canonical form it is one segment, and nothing in it depends on how it was built.
    let words = try builder.root.asReader.get(AnyStruct.self).canonicalBytes()
    var bytes = Data(count: 4) + Self.littleEndian(UInt64(words.count / 8)).prefix(4) + words
    bytes.replaceSubrange(Self.checksumRange, with: Self.littleEndian(Checksum.of(bytes)))
    return bytes
  }

  static func littleEndian(_ number: UInt64) -> Data {
    Data((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
  }
}
