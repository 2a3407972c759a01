/// Where a file was found.
struct SourcePlace {
  /// Where its source knows it.
  let path: String
  /// What people and nodes call it.
  let displayName: String
  /// The folder that relative imports from it cannot leave.
  let root: String
  /// Which of the compiler's sources has it.
  let source: Int

  /// Tells apart all files of a run.
  var key: String { "\(source):\(path)" }
}
