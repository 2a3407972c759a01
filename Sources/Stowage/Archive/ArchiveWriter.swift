import Foundation

/// Writes a file in one of the formats of Cap'n Proto: a header, the message, and large numbers.
struct ArchiveWriter {
  /// The bytes of a file, in pieces to be written one after another.
  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> [Data] {
    let packed = options.format == .packed
    let (message, schemas, blobs) = try body(content, options)
    let bytes = try message.bytes()
    let payload = packed ? try message.packedBytes() : bytes
    var header = ArchiveHeader(
      type: content.type, writer: content.writer, metadata: content.metadata,
      structID: schemas[0].id, isPacked: packed, payloadBytes: payload.count,
      messageBytes: bytes.count)
    if options.embedsSchema { header.schema = try schemaBytes(schemas) }
    if let last = blobs.last {
      header.blobBytes = last.offset + last.storage.count * last.storage.element.size
    }
    // Its size does not depend on what the checksums are, and where blobs begin depends on it.
    header.checksums = Array(
      repeating: 1, count: ArchiveHeader.chunkCount(payload.count + 64 + header.blobBytes))
    var pieces = [payload]
    if !blobs.isEmpty {
      var rest = pieces
      repeat {
        rest = try [payload] + blobPieces(blobs, from: header.bytes().count + payload.count)
        let count = ArchiveHeader.chunkCount(rest.reduce(0) { $0 + $1.count })
        if count == header.checksums.count { break }
        header.checksums = Array(repeating: 1, count: count)
      } while true
      pieces = rest
    }
    header.checksums = checksums(pieces)
    return [try header.bytes()] + pieces
  }

  /// Large numbers, each at its place, and what is between them.
  private static func blobPieces(
    _ blobs: [(storage: Tensor.Storage, offset: Int)], from start: Int
  ) -> [Data] {
    var pieces = [Data(count: ArchiveHeader.padding(start))]
    var end = 0
    for (storage, offset) in blobs {
      if offset > end { pieces.append(Data(count: offset - end)) }
      let numbers = storage.bytes.prefix(storage.count * storage.element.size)
      pieces.append(numbers)
      end = offset + numbers.count
    }
    return pieces
  }

  private static func body(
    _ content: ArchiveContent, _ options: SaveOptions
  ) throws -> (MessageBuilder, [SchemaNode], [(storage: Tensor.Storage, offset: Int)]) {
    switch content.root {
    case .state(let message, let schema): return (message, [schema], [])
    case .graph(let value):
      let message = MessageBuilder()
      var writer = try GraphWriter(value, options)
      try writer.write(value, to: message.initRoot(Wire.Graph.self), usesBlobs: true)
      return (message, [Wire.Graph.schema] + writer.schemas, writer.blobs)
    }
  }

  private static func schemaBytes(_ schemas: [SchemaNode]) throws -> Data {
    let message = MessageBuilder()
    let nodes = SchemaNode.closure(of: schemas)
    let list = try message.initRoot(Schema.CodeGeneratorRequest.self).initNodes(count: nodes.count)
    for (index, node) in nodes.enumerated() { try list.set(index, to: node.reader) }
    return try message.packedBytes()
  }

  /// A checksum for each chunk, over the pieces as if they were one.
  static func checksums(_ pieces: [Data]) -> [UInt64] {
    var checksums: [UInt64] = []
    var chunk = Data()
    for piece in pieces {
      var rest = piece[...]
      while !rest.isEmpty {
        if chunk.isEmpty && rest.count >= ArchiveHeader.chunkSize {
          checksums.append(Checksum.of(rest.prefix(ArchiveHeader.chunkSize)))
          rest = rest.dropFirst(ArchiveHeader.chunkSize)
          continue
        }
        let part = rest.prefix(ArchiveHeader.chunkSize - chunk.count)
        chunk += part
        rest = rest.dropFirst(part.count)
        if chunk.count == ArchiveHeader.chunkSize {
          checksums.append(Checksum.of(chunk))
          chunk = Data()
        }
      }
    }
    if !chunk.isEmpty { checksums.append(Checksum.of(chunk)) }
    return checksums
  }
}
