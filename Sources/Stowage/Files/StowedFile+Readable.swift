import CapnProto
import Foundation

extension StowedFile {
  /// How large the text of a message may become: only what is out of all proportion is refused.
  private static func mostText(_ messageBytes: Int) -> Int {
    let (most, overflow) = messageBytes.multipliedReportingOverflow(by: 256)
    return overflow ? .max : max(1 << 30, most)
  }

  /// A file with the graph of this one.
  func rewritten(_ graph: StoredGraph?, as format: Format) throws -> [Data] {
    let types = KnownTypes(options)
    let graph = try graph ?? archive.graph(types)
    let budget = 1 << 16 + archive.valueBudget
    let known = GraphTypes(types)
    if format == .json {
      var text = JSONText(
        memoryBytes: memoryBytes, largestStruct: Self.mostText(archive.valueBudget * 8))
      try JSONArchive.add(graph, known, budget: budget, to: &text)
      return try JSONArchive.file(ReadableHeader(metadata: metadata, structID: structID), &text)
    }
    var writer = try GraphRewriter(
      graph, known, states: format == .text ? .text : .structs, budget: budget,
      memoryBytes: memoryBytes)
    let message = try writer.message()
    if format == .text {
      let root = try message.root(Wire.Graph.structSchema)
      return try Self.text(
        root, message.byteCount, ReadableHeader(metadata: metadata, structID: structID),
        memoryBytes)
    }
    var header = ArchiveHeader(metadata: metadata, structID: structID)
    header.schema = try ArchiveWriter.schemaBytes([Wire.Graph.schema] + known.nodes)
    return try Self.pieces(
      &header, message, blobs: ArchiveWriter.pieces(writer.blobs), packed: format == .packed)
  }

  /// A file with the object of this one; nil where the object has to be built for it.
  func rewritten(_ message: Message?, as format: Format) throws -> [Data]? {
    let types = KnownTypes(options)
    guard !type.isEmpty, let entry = try? types.entry(TypeID(type)),
      case .state(let form) = entry.form, form.schema.id == structID
    else { return nil }
    return try Self.file(
      message ?? archive.stateMessage(form), form, entry, metadata: metadata, as: format,
      memoryBytes: memoryBytes)
  }

  /// A file with the message of an object.
  static func file(
    _ message: Message, _ form: RegisteredType.StateForm, _ entry: RegisteredType,
    metadata: [(key: String, value: String)], as format: Format,
    memoryBytes: Int
  ) throws -> [Data] {
    let name = entry.id.description
    guard format == .json || format == .text else {
      var header = ArchiveHeader(type: name, metadata: metadata, structID: form.schema.id)
      header.schema = try ArchiveWriter.schemaBytes([form.schema])
      return try pieces(&header, message, blobs: [], packed: format == .packed)
    }
    let header = ReadableHeader(type: name, metadata: metadata, structID: form.schema.id)
    let state = try message.root(form.loadSchema(SchemaRegistry()))
    try Whole.requireNames(entry.type, state)
    guard format == .json else { return try text(state, message.byteCount, header, memoryBytes) }
    var text = JSONText(memoryBytes: memoryBytes, largestStruct: mostText(message.byteCount))
    try JSONArchive.add(state, to: &text)
    return try JSONArchive.file(header, &text)
  }

  private static func text(
    _ root: DynamicStruct.Reader, _ messageBytes: Int, _ header: ReadableHeader,
    _ memoryBytes: Int
  ) throws -> [Data] {
    var codec = TextCodec()
    codec.exactFloats = true
    codec.maximumOutputBytes = mostText(messageBytes)
    let body = SpooledBytes(memoryBytes: memoryBytes)
    try codec.encode(root) { try body.append($0) }
    try body.append(CollectionOfOne(0x0A))
    return try TextArchive.file(header, body.finish())
  }
}
