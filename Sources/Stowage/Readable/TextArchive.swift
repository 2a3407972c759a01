import Foundation

/// A file in Cap'n Proto's text format, behind a comment that says what it is.
///
/// As it is a comment, the file is what the `capnp` tool takes as text.
struct TextArchive {
  private let header: ReadableHeader
  private let text: Data
  let byteCount: Int
  private let memoryBytes: Int
  private let progress: (Int) -> Void

  private static let start = "# stowage "

  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> [Data] {
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
    body += "\n"
    return try file(ReadableHeader(content), Data(body.utf8))
  }

  /// The pieces of a file with a body.
  static func file(_ header: ReadableHeader, _ body: Data) throws -> [Data] {
    let header = try TextCodec(pretty: false).encode(header.message())
    let first = "\(start)\(ReadableChecksum.blank) \(body.count) \(header)\n"
    return ReadableChecksum.sealed(Data(first.utf8), body)
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

  /// Opens the file at the beginning of some bytes, which are read where they lie.
  ///
  /// - Parameters:
  ///   - file: the bytes; others may follow.
  ///   - verifies: whether all of the bytes are compared with the checksum.
  ///   - memoryBytes: how much memory may be taken before files without a name are used.
  ///   - progress: is told how many bytes were made a message since it was called last.
  init(
    _ file: Data, verifies: Bool, memoryBytes: Int = .max,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws {
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
    text = file.prefix(byteCount).dropFirst(first.count)
    (self.memoryBytes, self.progress) = (memoryBytes, progress)
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
    try TextCodec().decode(
      spooling: text, as: schema, builder: MessageBuilder(spooledAbove: memoryBytes),
      memoryBytes: memoryBytes, progress: progress)
  }

  func graph(_ types: KnownTypes?) throws -> StoredGraph {
    try StoredGraph(
      stateMessage(as: Wire.Graph.structSchema), budget: 1 << 16 + valueBudget)
  }
}
