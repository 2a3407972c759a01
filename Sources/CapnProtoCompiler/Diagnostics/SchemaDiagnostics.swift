/// What was wrong with the schemas of one run of the compiler.
public struct SchemaDiagnostics: Error, Sendable, Hashable, CustomStringConvertible {
  /// The faults, by file and place.
  public var diagnostics: [SchemaDiagnostic]

  /// Makes an error of faults.
  public init(_ diagnostics: [SchemaDiagnostic]) { self.diagnostics = diagnostics }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
