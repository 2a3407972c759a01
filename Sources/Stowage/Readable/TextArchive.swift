import Foundation

/// A file in Cap'n Proto's text format, behind a comment that says what it is.
///
/// As it is a comment, the file is what the `capnp` tool takes as text.
struct TextArchive {
  private let header: ReadableHeader
  private let text: Data
  let byteCount: Int

  private static let start = "# stowage "

  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> Data {
    var codec = TextCodec()
    codec.exactFloats = true
    var body: String
    switch content.root {
    case .state(let message, let schema):
      body = try codec.encode(message.state(schema))
    case .graph(let value):
      let message = MessageBuilder()
      let graph = try message.initRoot(Wire.Graph.self)
      var writer = try GraphWriter(value, options, states: .text)
      try writer.write(value, to: graph, usesBlobs: false)
      body = try codec.encode(graph.asReader)
    }
    if !body.hasSuffix("\n") { body += "\n" }
    let header = try TextCodec(pretty: false).encode(ReadableHeader(content).message())
    let first = "\(start)\(ReadableChecksum.blank) \(body.utf8.count) \(header)\n"
    return ReadableChecksum.sealed(Data((first + body).utf8))
  }

  /// How many bytes follow the first line.
  static func bodyCount(_ line: Data) throws(StowageError) -> Int {
    guard let count = Int(try words(line)[3]), count >= 0 else { throw .noHeader }
    return count
  }

  /// A mark, the name of the format, the checksum, the size, and the header.
  private static func words(_ line: Data) throws(StowageError) -> [Substring] {
    let line = String(decoding: line, as: UTF8.self)
    let words = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
    guard words.count == 5, line.hasPrefix(start) else { throw .noHeader }
    return words
  }

  init(_ file: Data, verifies: Bool) throws {
    let first = try ReadableHeader.line(file, start: Self.start)
    let words = try Self.words(first)
    let count = try Self.bodyCount(first)
    let (size, overflow) = count.addingReportingOverflow(first.count + 1)
    if verifies {
      guard !overflow, file.count >= size else {
        throw StowageError(
          .truncated,
          "the file is cut off: it has \(file.count) bytes, and was written with \(size)")
      }
      try ReadableChecksum.verify(file.prefix(size), String(words[2]))
    }
    byteCount = verifies ? size : file.count
    text = Data(file.prefix(byteCount).dropFirst(first.count))
    let schema = try Wire.ReadableHeader.structSchema
    let message = try TextCodec().decode(String(words[4]), as: schema)
    header = try ReadableHeader(message.root(Wire.ReadableHeader.self))
  }
}

extension TextArchive: OpenedArchive {
  var format: Format { .text }
  var type: String { header.type }
  var writer: String { header.writer }
  var metadata: [(key: String, value: String)] { header.metadata }
  var structID: UInt64 { header.structID }
  var valueBudget: Int { byteCount }

  func stateMessage(_ form: RegisteredType.StateForm) throws -> Message {
    try stateMessage(as: form.loadSchema(SchemaRegistry()))
  }

  func stateMessage(as schema: StructSchema) throws -> Message {
    try TextCodec().decode(text, as: schema)
  }

  func graphMessage(_ types: KnownTypes?) throws -> Message {
    try TextCodec().decode(text, as: Wire.Graph.structSchema)
  }

  func storages(_ graph: Wire.Graph.Reader) throws -> [Tensor.Storage] {
    try graph.numbers(budget: 1 << 16 + valueBudget) { _, _ in nil }
  }
}
