internal import CapnProtoSyntax

/// Collects the faults of all files of a run.
final class FaultList: FaultCollector {
  /// More than this many help nobody, and a hostile text could have millions.
  static let limit = 100

  private(set) var diagnostics: [SchemaDiagnostic] = []

  var isEmpty: Bool { diagnostics.isEmpty }
  var isFull: Bool { diagnostics.count >= Self.limit }

  func add(_ range: Range<Int>, in file: SourceText, _ message: String) {
    guard !isFull else { return }
    let (line, column) = file.position(range.lowerBound)
    let (endLine, endColumn) = file.position(range.upperBound)
    let new = SchemaDiagnostic(
      file: file.place.path, line: line, column: column, endLine: endLine, endColumn: endColumn,
      message: message)
    guard !diagnostics.contains(new) else { return }
    diagnostics.append(new)
  }

  func add(file: String, _ message: String) {
    guard !isFull else { return }
    diagnostics.append(
      SchemaDiagnostic(
        file: file, line: 1, column: 1, endLine: 1, endColumn: 1, message: message))
  }
}
