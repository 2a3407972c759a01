internal import CapnProto
internal import Foundation
internal import Stowage

/// One of the objects in a file: a file of Stowage, or a message without anything around it.
struct FileObject {
  enum Form {
    case stowed(StowedFile)
    case message(packed: Bool)
  }

  /// Where the schema comes from.
  enum SchemaOrigin: String {
    case option = "given"
    case file = "in the file"
    case registry = "of the registered type"
    case trial = "told by trial"
  }

  /// Its place among the objects of the file, and in the bytes.
  let index: Int
  let offset: Int
  let byteCount: Int
  let form: Form

  /// The message; nil where a readable file holds a struct of an unknown schema.
  let message: Message?
  let schema: StructSchema?
  let origin: SchemaOrigin?
  /// What the file itself knows.
  let registry: SchemaRegistry?
  /// The graph, where it holds one.
  let graph: StoredGraph?
  /// Why states of objects in the graph were left out.
  let missing: StowageError?
  /// What a message without a type may be.
  let trial: TypeTrial?

  init(
    _ bytes: Data, at offset: Int, index: Int, _ source: ContentSource,
    progress: @escaping (Int) -> Void
  ) throws {
    (self.index, self.offset) = (index, offset)
    guard StowedFile.isStowed(bytes) else {
      registry = nil
      graph = nil
      missing = nil
      let (message, count, packed) = try Self.message(bytes, source, progress)
      (self.message, byteCount, form) = (message, count, .message(packed: packed))
      if let schema = source.schema {
        (self.schema, origin, trial) = (schema, .option, nil)
      } else {
        let trial = TypeTrial(message)
        self.trial = trial
        schema = trial.answer?.type.schema
        origin = schema == nil ? nil : .trial
      }
      return
    }
    trial = nil
    let file = try StowedFile(bytes, limits: source.limits, progress: progress)
    form = .stowed(file)
    byteCount = file.byteCount
    registry = try file.embeddedSchema()
    if file.isGraph {
      let (graph, missing) = try file.graph()
      (self.graph, self.missing) = (graph, missing)
      (message, schema, origin) = (nil, nil, registry == nil ? .registry : .file)
      return
    }
    graph = nil
    missing = nil
    if let own = registry?.structure(file.structID) {
      (schema, origin) = (own, .file)
    } else if let given = source.schema, given.id == file.structID {
      (schema, origin) = (given, .option)
    } else {
      schema =
        TypeRegistry.shared.schema(of: file.type, file.structID)
        ?? KnownStructs.all.first { $0.schema.id == file.structID }?.schema
      origin = schema == nil ? nil : .registry
    }
    switch (file.format, schema) {
    case (_, let schema?): message = try file.stateMessage(as: schema)
    case (.packed, nil), (.binary, nil):
      // Its schema is not used for what is no text.
      message = try file.stateMessage(as: StructSchema.unknown)
    default: message = nil
    }
  }

  /// The message at the beginning of some bytes, packed or not.
  private static func message(
    _ bytes: Data, _ source: ContentSource, _ progress: (Int) -> Void
  ) throws -> (Message, count: Int, packed: Bool) {
    var framed: (any Error)?
    do {
      let count = try Message.framedByteCount(bytes)
      // An empty message with something behind it is what packed bytes never are.
      if count <= bytes.count, count > 8 {
        let message = try Message(bytes.prefix(count), options: source.limits(count))
        if (try? message.root.kind) != nil { return (message, count, false) }
      } else if count > bytes.count {
        framed = StowFailure.failed(
          "the message is cut off: it has \(bytes.count) bytes, and claims \(count)")
      }
    } catch {
      framed = error
    }
    do {
      let (message, count) = try Message.spooled(
        packed: bytes, options: source.limits(Message.packedByteCount(bytes)),
        progress: progress)
      _ = try message.root.kind
      return (message, count, true)
    } catch {
      if let foreign = ForeignFile(bytes) {
        throw StowFailure.failed(
          "this is neither a file of Stowage nor a message, \(foreign.explanation)")
      }
      let unpacked = (framed as? StowFailure)?.message ?? framed.map { "\($0)" } ?? "no message"
      throw StowFailure.failed(
        "this is neither a file of Stowage nor a message: as a packed message: \(error); as an "
          + "unpacked one: \(unpacked)")
    }
  }

  /// The root, by the schema.
  var root: DynamicStruct.Reader? {
    get throws { if let message, let schema { try message.root(schema) } else { nil } }
  }

  /// What people call it: the registered name, or that of the struct.
  var typeName: String? {
    if case .stowed(let file) = form, !file.type.isEmpty { return file.type }
    return graph == nil ? schema?.name : "a value"
  }

  /// The schema of a struct that a graph or a message mentions by its id.
  func structure(_ id: UInt64) -> StructSchema? {
    registry?.structure(id) ?? TypeRegistry.shared.schema(of: "", id)
      ?? KnownStructs.all.first { $0.schema.id == id }?.schema
  }
}

extension FileObject {
  /// What writes the schema down; nil where it is not known.
  func schemaPrinter(_ source: ContentSource) throws -> SchemaPrinter? {
    if case .stowed(let file) = form {
      if let nodes = try file.embeddedNodes() { return try SchemaPrinter(nodes: nodes) }
      if graph != nil { return try SchemaPrinter([Wire.Graph.schema]) }
    }
    guard let schema else { return nil }
    if let file = source.schemaFile { return try SchemaPrinter(nodes: file.nodes()) }
    return try KnownStructs.node(schema.id).map { try SchemaPrinter([$0]) }
  }
}

extension StructSchema {
  /// A schema for what has none.
  static var unknown: StructSchema {
    get throws { try Wire.Graph.structSchema }
  }
}
