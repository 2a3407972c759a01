import Foundation

/// A file in JSON.
struct JSONArchive {
  private let document: JSONDocument
  private let header: ReadableHeader
  let byteCount: Int
  private let memoryBytes: Int

  /// How deep JSON may be: that of a graph is cut into parts, and states may be deep themselves.
  private static let nestingLimit = 192

  private static let start = "{\"stowage\": {\"checksum\": \""

  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> [Data] {
    var text = JSONText()
    switch content.root {
    case .state(let message, let schema): try add(message.state(schema), to: &text)
    case .graph(let value):
      let message = MessageBuilder()
      let graph = try message.initRoot(Wire.Graph.self)
      var writer = try GraphWriter(value, options)
      try writer.write(value, to: graph, usesBlobs: true)
      try add(
        StoredGraph(graph.asReader, writer.storages), GraphTypes(writer.schemas), budget: .max,
        to: &text)
    }
    return try file(ReadableHeader(content), &text)
  }

  /// Adds a graph as the body of a file.
  static func add(
    _ graph: StoredGraph, _ types: GraphTypes, budget: Int, to text: inout JSONText
  ) throws {
    text.append("{")
    text = try GraphJSON(graph, types, budget: budget, to: text).text
    text.append("}")
  }

  /// Adds the struct of an object as the body of a file.
  static func add(_ state: DynamicStruct.Reader, to text: inout JSONText) throws {
    text.append("{\"state\":")
    try text.structure(state)
    text.append("}")
  }

  /// The pieces of a file with a body.
  static func file(_ header: ReadableHeader, _ text: inout JSONText) throws -> [Data] {
    // The first line has the opening brace of the whole.
    let rest = try text.prettyBehindBrace()
    let header = try JSONCodec().encode(header.message())
    let first =
      "\(start)\(ReadableChecksum.blank)\", "
      + "\"bytes\": \(rest.count), \"header\": \(header)},\n"
    return ReadableChecksum.sealed(Data(first.utf8), rest)
  }

  /// Opens the file at the beginning of some bytes, which are read where they lie.
  ///
  /// - Parameters:
  ///   - file: the bytes; others may follow.
  ///   - verifies: whether all of the bytes are compared with the checksum.
  ///   - memoryBytes: how much memory may be taken before files without a name are used.
  ///   - progress: is told how many bytes were done since it was called last.
  init(
    _ file: Data, verifies: Bool, memoryBytes: Int = .max,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws {
    // The size of what was written is known from the first line; what was changed by hand is taken
    // as a whole.
    var size = file.count
    if verifies {
      let first = try ReadableHeader.line(file, start: Self.start)
      let (checksum, count) = try Self.firstLine(first)
      let (whole, overflow) = count.addingReportingOverflow(first.count + 1)
      guard !overflow, file.count >= whole else {
        throw StowageError(
          .truncated,
          "the file is cut off: it has \(file.count) bytes, and was written with \(whole)")
      }
      try ReadableChecksum.verify(file.prefix(whole), checksum)
      size = whole
    }
    (byteCount, self.memoryBytes) = (size, memoryBytes)
    document = try JSONDocument(
      spooling: file.prefix(size), nestingLimit: Self.nestingLimit, memoryBytes: memoryBytes,
      progress: progress)
    var keys = document.places(0)
    guard document.kind(0) == .object, let first = keys.next(),
      document.head(first, 16) == "stowage",
      let place = document.member("header", of: first + 1)
    else { throw StowageError.noHeader }
    let schema = try Wire.ReadableHeader.structSchema
    header = try ReadableHeader(document.message(place, as: schema).root(Wire.ReadableHeader.self))
  }

  /// How many bytes follow the first line.
  static func bodyCount(_ line: Data) throws(StowageError) -> Int { try firstLine(line).count }

  /// What the first line says of the whole.
  private static func firstLine(
    _ line: Data
  ) throws(StowageError) -> (checksum: String, count: Int) {
    guard let line = try? JSONDocument(line.dropLast() + [UInt8(ascii: "}")], nestingLimit: 16),
      case .object(let outer) = line.node(0), outer.count == 1, outer[0].key == "stowage",
      case .object(let inner) = line.node(outer[0].value), inner.count == 3,
      case .string(let checksum) = line.node(inner[0].value),
      case .number(let digits) = line.node(inner[1].value),
      let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0
    else {
      throw StowageError(
        .damaged,
        "the first line of the file is not as it was written. If it is JSON from elsewhere, or was "
          + "changed on purpose, load it without verifying it", path: "header")
    }
    return (checksum, count)
  }
}

extension JSONArchive: OpenedArchive {
  var format: Format { .json }
  var type: String { header.type }
  var writer: String { header.writer }
  var metadata: [(key: String, value: String)] { header.metadata }
  var structID: UInt64 { header.structID }
  var valueBudget: Int { byteCount }

  func stateMessage(_ form: RegisteredType.StateForm) throws -> Message {
    try stateMessage(as: form.loadSchema(SchemaRegistry()))
  }

  func stateMessage(as schema: StructSchema) throws -> Message {
    guard let place = document.member("state", of: 0) else {
      throw StowageError(.invalidContent, "there is no state in the file")
    }
    return try document.spooledMessage(place, as: schema, memoryBytes: memoryBytes)
  }

  func graph(_ types: KnownTypes?) throws -> StoredGraph {
    let behind = SpooledBytes(memoryBytes: memoryBytes)
    var parser = GraphJSONParser(document, types, blobs: behind)
    let message = try MessageBuilder(spooledAbove: memoryBytes).spooledMessage { message in
      try parser.parse(into: message.initRoot(Wire.Graph.self))
    }
    return try StoredGraph(message, budget: 1 << 16 + valueBudget, blobs: behind.finish())
  }
}
