import Foundation

/// Writes a file in one of the formats of Cap'n Proto: a header, the message, and large numbers.
struct ArchiveWriter {
  /// The bytes of a file, in pieces to be written one after another.
  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> [Data] {
    let packed = options.format == .packed
    let (message, schemas, blobs) = try body(content, options)
    let payload = packed ? try message.packedBytes() : try message.bytes()
    var header = ArchiveHeader(
      type: content.type, writer: content.writer, metadata: content.metadata,
      structID: schemas[0].id, isPacked: packed, payloadBytes: payload.count,
      messageBytes: try message.byteCount)
    if options.embedsSchema { header.schema = try schemaBytes(schemas) }
    return try file(&header, [payload], blobs: pieces(blobs))
  }

  /// The bytes of a file of which everything is there but the sizes and the checksums.
  ///
  /// - Parameters:
  ///   - header: gets these.
  ///   - payload: the message.
  ///   - blobs: large numbers, one piece behind the other.
  static func file(
    _ header: inout ArchiveHeader, _ payload: [Data], blobs: [Data]
  ) throws -> [Data] {
    header.blobBytes = size(blobs)
    let pieces = try body(payload, blobs, &header)
    header.checksums = Checksum.ofChunks(pieces, size: ArchiveHeader.chunkSize)
    return [try header.bytes()] + pieces
  }

  private static func size(_ pieces: [Data]) -> Int { pieces.reduce(0) { $0 + $1.count } }

  /// What stands behind the header.
  ///
  /// Where blobs begin depends on the size of the header, that depends on how many checksums there
  /// are, and that on where blobs begin: rarely, none of two numbers fits, and a longer payload does.
  private static func body(
    _ payload: [Data], _ blobs: [Data], _ header: inout ArchiveHeader
  ) throws -> [Data] {
    let least = ArchiveHeader.chunkCount(size(payload) + header.blobBytes)
    for payload in blobs.isEmpty ? [payload] : [payload, payload + [Data(count: 64)]] {
      header.payloadBytes = size(payload)
      for count in [least, least + 1] {
        // Its size does not depend on what the checksums are.
        header.checksums = Array(repeating: 1, count: count)
        var pieces = payload
        if !blobs.isEmpty {
          let start = try header.bytes().count + header.payloadBytes
          pieces += [Data(count: ArchiveHeader.padding(start))] + blobs
        }
        if ArchiveHeader.chunkCount(size(pieces)) == count { return pieces }
      }
    }
    throw StowageError(.unsupportedValue, "the blobs find no place behind the message")
  }

  /// Large numbers, each at its place, and what is between them.
  static func pieces(_ blobs: [(storage: Tensor.Storage, offset: Int)]) -> [Data] {
    var pieces: [Data] = []
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

  static func schemaBytes(_ schemas: [SchemaNode]) throws -> Data {
    let message = MessageBuilder()
    let nodes = SchemaNode.closure(of: schemas)
    let list = try message.initRoot(Schema.CodeGeneratorRequest.self).initNodes(count: nodes.count)
    for (index, node) in nodes.enumerated() { try list.set(index, to: node.reader) }
    return try message.packedBytes()
  }
}
