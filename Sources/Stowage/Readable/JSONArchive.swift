import Foundation

/// A file in JSON.
struct JSONArchive {
  private let document: JSONDocument
  private let members: [(key: String, value: Int)]
  private let header: ReadableHeader
  let byteCount: Int

  /// How deep JSON may be: that of a graph is cut into parts, and states may be deep themselves.
  private static let nestingLimit = 192

  private static let start = "{\"stowage\": {\"checksum\": \""

  static func write(_ content: ArchiveContent, _ options: SaveOptions) throws -> Data {
    var body = ""
    switch content.root {
    case .state(let message, let schema):
      body = "{\"state\":" + (try JSONCodec().encode(message.state(schema))) + "}"
    case .graph(let value):
      let graph = try GraphJSON(value, options)
      body = "{" + String(decoding: graph.text.bytes, as: UTF8.self) + "}"
    }
    // The first line has the opening brace of the whole.
    let pretty = JSONText.pretty(Array(body.utf8)).dropFirst().drop { $0 == 0x20 || $0 == 0x0A }
    let rest = Data(pretty) + Data("\n".utf8)
    let header = try JSONCodec().encode(ReadableHeader(content).message())
    let first =
      "\(start)\(ReadableChecksum.blank)\", "
      + "\"bytes\": \(rest.count), \"header\": \(header)},\n"
    return ReadableChecksum.sealed(Data(first.utf8) + rest)
  }

  init(_ file: Data, verifies: Bool) throws {
    // The size of what was written is known from the first line; what was changed by hand is taken
    // as a whole.
    guard verifies else {
      try self.init(
        document: JSONDocument(Array(file), nestingLimit: Self.nestingLimit), file.count)
      return
    }
    let first = try ReadableHeader.line(file, start: Self.start)
    let (checksum, count) = try Self.firstLine(first)
    let (size, overflow) = count.addingReportingOverflow(first.count + 1)
    guard !overflow, file.count >= size else {
      throw StowageError(
        .truncated, "the file is cut off: it has \(file.count) bytes, and was written with \(size)")
    }
    let bytes = Data(file.prefix(size))
    try ReadableChecksum.verify(bytes, checksum)
    try self.init(
      document: JSONDocument(Array(bytes), nestingLimit: Self.nestingLimit), size)
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

  private init(document: JSONDocument, _ byteCount: Int) throws {
    (self.document, self.byteCount) = (document, byteCount)
    guard case .object(let members) = document.node(0), let outer = members.first,
      outer.key == "stowage", case .object(let inner) = document.node(outer.value),
      let place = inner.first(where: { $0.key == "header" })?.value
    else { throw StowageError.noHeader }
    self.members = members
    let schema = try Wire.ReadableHeader.structSchema
    header = try ReadableHeader(document.message(place, as: schema).root(Wire.ReadableHeader.self))
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
    guard let place = members.first(where: { $0.key == "state" })?.value else {
      throw StowageError(.invalidContent, "there is no state in the file")
    }
    return try document.message(place, as: schema)
  }

  func graphMessage(_ types: KnownTypes?) throws -> Message {
    let message = MessageBuilder()
    var parser = GraphJSONParser(document, types)
    try parser.parse(members, into: message.initRoot(Wire.Graph.self))
    return try message.snapshot(options: .trusted)
  }

  func storages(_ graph: Wire.Graph.Reader) throws -> [Tensor.Storage] {
    try graph.numbers(budget: 1 << 16 + valueBudget) { _, _ in nil }
  }
}
