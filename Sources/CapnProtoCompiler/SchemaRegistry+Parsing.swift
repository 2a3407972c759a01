public import CapnProto

extension SchemaRegistry {
  /// Compiles a schema file on disk, and loads it with all that it uses.
  ///
  /// - Parameters:
  ///   - path: The file. What it imports without a slash in front is looked for beside it.
  ///   - folders: Where imports that begin with a slash are looked for first, as by the tool's `-I`.
  /// - Returns: The file, whose declarations can be found by name and id.
  /// - Throws: `SchemaDiagnostics` when something is wrong with a schema, or when another version of
  ///   a declaration is loaded already. Then nothing is loaded.
  @discardableResult
  public func parse(
    file path: String, imports folders: [String] = []
  ) throws(SchemaDiagnostics) -> FileSchema {
    try parse(path, from: [FileSchemaSource(importPaths: folders)])
  }

  /// Compiles the text of a schema, and loads it with all that it uses.
  ///
  /// The text may come from anybody: no file is read for it but the schemas in the standard folders.
  ///
  /// - Parameters:
  ///   - text: The text, which begins with an id as that of every file does.
  ///   - name: What the file is called, in diagnostics and by the files that import it.
  ///   - imports: The texts of the files that it can import, by their paths.
  /// - Returns: The file, whose declarations can be found by name and id.
  /// - Throws: `SchemaDiagnostics` when something is wrong with a schema, or when another version of
  ///   a declaration is loaded already. Then nothing is loaded.
  @discardableResult
  public func parse(
    text: String, named name: String = "schema.capnp", imports: [String: String] = [:]
  ) throws(SchemaDiagnostics) -> FileSchema {
    let files = imports.merging([name: text]) { _, own in own }
    return try parse(name, from: [files, FileSchemaSource.standard])
  }

  private func parse(
    _ path: String, from sources: [any SchemaSource]
  ) throws(SchemaDiagnostics) -> FileSchema {
    let schemas = try SchemaCompiler(imports: sources).compile([path])
    do throws(CapnProtoError) {
      let request = try schemas.request
      try load(request)
      let files = try request.requestedFiles
      if let file = files.first, case .file(let schema)? = declaration(file.id) { return schema }
      throw CapnProtoError(.malformed, "the compiler gave no file")
    } catch {
      throw SchemaDiagnostics([
        SchemaDiagnostic(
          file: path, line: 1, column: 1, endLine: 1, endColumn: 1, message: "\(error)")
      ])
    }
  }
}
