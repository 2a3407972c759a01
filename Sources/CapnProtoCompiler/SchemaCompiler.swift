internal import CapnProto

/// Compiles the text of Cap'n Proto schemas.
///
/// The text may come from anybody: whatever it is, compiling takes bounded time and memory.
public struct SchemaCompiler: Sendable {
  private let sources: [any SchemaSource]

  /// Makes a compiler that reads files from sources, of which the first that has a file is used.
  public init(imports: any SchemaSource...) { sources = imports }

  /// Makes a compiler that reads files from sources, of which the first that has a file is used.
  public init(imports: [any SchemaSource]) { sources = imports }

  /// Compiles files and what they import, and throws all faults that were found.
  public func compile(_ paths: [String]) throws(SchemaDiagnostics) -> CompiledSchemas {
    let compilation = Compilation(sources: sources)
    defer { compilation.release() }
    let files = paths.compactMap(compilation.loadRequested)
    for file in files {
      compilation.importAll(in: file)
      compilation.noteAll(in: file)
    }
    if compilation.faults.isEmpty || !files.isEmpty { compilation.analyzeQueue() }
    guard compilation.faults.isEmpty else {
      throw SchemaDiagnostics(
        compilation.faults.diagnostics.sorted {
          ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        })
    }
    do {
      let writer = RequestWriter(compilation: compilation)
      try writer.write(files)
      return try CompiledSchemas(writer.builder.bytes())
    } catch {
      compilation.faults.add(file: paths.first ?? "", "\(error)")
      throw SchemaDiagnostics(compilation.faults.diagnostics)
    }
  }
}
