internal import CapnProto
internal import CapnProtoCompiler

/// A schema that was named on the command line, with all that it imports.
struct SchemaFile {
  static let options = [
    Option(
      "-I", "--import-path", value: "<dir>", completion: .folders,
      help: "Add <dir> to the folders where imports that begin with a slash are looked for."),
    Option(
      "--no-standard-import",
      help: "Look only in the folders that were named, not in /usr/include and the like."),
  ]

  private let path: String
  private let registry = SchemaRegistry()
  private let id: UInt64
  private let request: Schema.CodeGeneratorRequest.Reader

  /// Compiles a schema.
  init(_ path: String, _ invocation: Invocation) throws(StowFailure) {
    let files = FileSchemaSource(
      importPaths: invocation.values("-I"),
      includingStandardPaths: !invocation.has("--no-standard-import"))
    self.path = path
    do {
      let request = try SchemaCompiler(imports: files).compile([path]).request
      self.request = request
      try registry.load(request)
      let requested = try request.requestedFiles
      guard let file = requested.first else { throw StowFailure.failed("\(path): no such schema") }
      id = file.id
    } catch let faults as SchemaDiagnostics {
      throw .failed(faults.description)
    } catch {
      throw error as? StowFailure ?? .failed("\(path): \(error)")
    }
  }

  /// All declarations, those of imported files included.
  func nodes() throws -> List<Schema.Node>.Reader { try request.nodes }

  /// The declaration with a dotted name.
  func declaration(_ name: String) -> Declaration? { registry.declaration(named: name, in: id) }

  /// The struct with a dotted name.
  func structure(_ name: String) throws(StowFailure) -> StructSchema {
    switch declaration(name) {
    case .structure(let schema)?: return schema
    case .some: throw .failed("\(path): \(name) is no struct")
    case nil:
      throw .failed(
        "\(path): there is no struct \(name)" + Spelling.hint(name, structNames("", id, depth: 0)))
    }
  }

  private func structNames(_ prefix: String, _ scope: UInt64, depth: Int) -> [String] {
    guard depth < 16, let nested = registry.declaration(scope)?.schema.nested else { return [] }
    return nested.flatMap { item -> [String] in
      let name = prefix + item.name
      let inner = structNames(name + ".", item.id, depth: depth + 1)
      if case .structure? = registry.declaration(item.id) { return [name] + inner }
      return inner
    }
  }
}
