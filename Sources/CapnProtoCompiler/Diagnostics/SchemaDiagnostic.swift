/// One fault in the text of a schema, and where it stands.
public struct SchemaDiagnostic: Sendable, Hashable, CustomStringConvertible {
  /// The file as the compiler was told to find it.
  public var file: String

  /// The line where the fault begins, counted from one.
  public var line: Int

  /// The byte in the line where the fault begins, counted from one.
  public var column: Int

  /// The line where the fault ends, counted from one.
  public var endLine: Int

  /// The byte in the last line that follows the fault, counted from one.
  public var endColumn: Int

  /// What is wrong.
  public var message: String

  /// Makes a diagnostic.
  public init(
    file: String, line: Int, column: Int, endLine: Int, endColumn: Int, message: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.message = message
  }

  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
