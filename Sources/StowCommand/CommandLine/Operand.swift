/// An argument that is told by its place.
struct Operand: Sendable {
  /// What the help calls it, such as `<schema-file>`.
  let name: String

  /// Whether it can be left out, with all that follow.
  let isOptional: Bool

  /// Whether there can be more of it; only the last one can be so.
  let isRepeated: Bool

  /// What it can be completed with.
  let completion: Completion

  init(
    _ name: String, isOptional: Bool = false, isRepeated: Bool = false,
    completion: Completion = .nothing
  ) {
    self.name = name
    self.isOptional = isOptional
    self.isRepeated = isRepeated
    self.completion = completion
  }

  var usage: String { (isOptional ? "[\(name)]" : name) + (isRepeated ? "..." : "") }
}
