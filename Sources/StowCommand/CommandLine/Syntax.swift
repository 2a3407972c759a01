/// What a command takes: the one description that its parser, its help and its completions use.
struct Syntax: Sendable {
  /// The word that calls it.
  let name: String

  /// What it does, in a few words, for the list of commands.
  let summary: String

  /// What there is to know about it.
  let discussion: String

  /// Command lines, with what each is for.
  var examples: [(line: String, purpose: String)] = []

  /// What the exit codes mean.
  var exitCodes = Self.commonExitCodes

  /// What the exit codes mean where a command does not say more of them.
  static let commonExitCodes: [(code: Int, meaning: String)] = [
    (0, "The work is done."),
    (1, "The work failed, or what was looked for was found: damage, or a difference."),
    (2, "The work could not be begun: the arguments make no sense, or a file is missing."),
  ]

  let operands: [Operand]
  let options: [Option]

  /// The options that every command has.
  static let common = [Option("-h", "--help", help: "Show this help.")]

  /// How it is called.
  var usage: String {
    (["stow", name, "[<option>...]"] + operands.map(\.usage)).joined(separator: " ")
  }

  var allOptions: [Option] { options + Self.common }

  func option(_ name: String) -> Option? { allOptions.first { $0.names.contains(name) } }
}
