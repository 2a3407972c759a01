import Foundation

/// What a file holds, before it is written in some format or after it was read.
struct ArchiveContent {
  /// The registered name of the object, or empty.
  var type = ""
  var writer = Self.thisWriter
  var metadata: [(key: String, value: String)] = []
  var root: Root

  /// What the message has for a root.
  enum Root {
    /// The struct of one object.
    case state(MessageBuilder, schema: SchemaNode)
    /// A graph.
    case graph(Value)
  }

  static let thisWriter = "stowage " + Version.current
}

extension MessageBuilder {
  /// The root, by the schema of generated code, for formats that write the names of fields.
  func state(_ schema: SchemaNode) throws -> DynamicStruct.Reader {
    let registry = SchemaRegistry()
    try registry.load(schema)
    guard let structure = registry.structure(schema.id) else {
      throw StowageError(.unsupportedValue, "\(schema) is no struct")
    }
    return try root(structure).asReader
  }
}
