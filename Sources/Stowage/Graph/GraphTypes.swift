/// What is known of the types that a graph names, asked for once each.
final class GraphTypes {
  private let known: KnownTypes?
  private var names: [String: (name: String, entry: RegisteredType?)] = [:]
  private var schemas: [UInt64: StructSchema] = [:]
  private var found: Set<SchemaNode> = []

  /// The structs that objects wrote themselves into, as far as they were asked for.
  var nodes: [SchemaNode] { found.sorted { $0.id < $1.id } }

  /// The types of a graph that was written just now.
  ///
  /// - Parameter nodes: the structs that its objects wrote themselves into.
  /// - Throws: `CapnProtoError` where one of these makes no sense.
  init(_ nodes: some Sequence<SchemaNode>) throws {
    known = nil
    for node in nodes {
      let registry = SchemaRegistry()
      try registry.load(node)
      schemas[node.id] = registry.structure(node.id)
    }
  }

  /// The types of a graph that may come from anyone.
  init(_ types: KnownTypes) { known = types }

  /// What a type is called by now.
  ///
  /// - Throws: `StowageError` where it is not registered, or not allowed.
  func name(_ type: String) throws -> String { try find(type).name }

  /// What is known of the type of an object; nil where it was written just now.
  ///
  /// - Throws: `StowageError` where it is not registered, or not allowed.
  func entry(_ type: String) throws -> RegisteredType? { try find(type).entry }

  /// The struct that an object wrote itself into.
  ///
  /// - Throws: `StowageError` where objects of the type do not do that, and ``NeedsObjects`` where
  ///   they now write another struct.
  func schema(_ type: String, _ structID: UInt64) throws -> StructSchema {
    let entry = try find(type).entry
    if let schema = schemas[structID] { return schema }
    guard let form = try known?.form(type) else {
      throw StowageError(.invalidContent, "\(type) is not saved as a struct")
    }
    guard form.schema.id == structID else {
      guard form.reading(structID) == nil else { throw NeedsObjects() }
      throw StowageError(
        .wrongType,
        "\(entry?.id.description ?? type) is saved as a struct of another schema here than this "
          + "program knows", path: "schema")
    }
    let schema = try form.loadSchema(SchemaRegistry())
    schemas[structID] = schema
    found.insert(form.schema)
    return schema
  }

  private func find(_ type: String) throws -> (name: String, entry: RegisteredType?) {
    if let found = names[type] { return found }
    let entry = try known?.entry(TypeID(type))
    let found = (name: entry?.id.description ?? type, entry: entry)
    names[type] = found
    return found
  }
}

/// Thrown where what is in a file is only known by building it.
struct NeedsObjects: Error {}
