/// What a command takes: the one description that its parser, its help and its completions use.
struct Syntax: Sendable {
  /// The word that calls it.
  let name: String

  /// What it does, in a few words, for the list of commands.
  let summary: String

  /// What there is to know about it.
  let discussion: String

  let operands: [Operand]
  let options: [Option]

  /// The options that every command has.
  static let common = [Option("-h", "--help", help: "Show this help.")]

  var allOptions: [Option] { options + Self.common }

  func option(_ name: String) -> Option? { allOptions.first { $0.names.contains(name) } }
}
