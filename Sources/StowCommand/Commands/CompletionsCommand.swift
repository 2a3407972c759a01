/// `stow completions`: prints the completion script of a shell.
struct CompletionsCommand: Command {
  private static let shells: [(name: String, script: @Sendable ([Syntax]) -> String)] = [
    ("bash", BashCompletion.script), ("zsh", ZshCompletion.script), ("fish", FishCompletion.script),
  ]

  static let syntax = Syntax(
    name: "completions",
    summary: "Print a shell's completion script.",
    discussion: """
      Prints the script that completes the commands of stow, their options and their
      arguments, for bash, zsh or fish. To have it in bash:

          source <(stow completions bash)
      """,
    examples: [
      ("source <(stow completions bash)", "For this shell, in bash."),
      (
        "stow completions fish > ~/.config/fish/completions/stow.fish",
        "For all shells, in fish."
      ),
    ],
    operands: [Operand("<shell>", completion: .words(shells.map(\.name)))],
    options: [])

  private let script: @Sendable ([Syntax]) -> String

  init(_ invocation: Invocation) throws(StowFailure) {
    let name = invocation.operand(0) ?? ""
    guard let shell = Self.shells.first(where: { $0.name == name }) else {
      throw .usage("there are completions for bash, zsh and fish, not for '\(name)'", "completions")
    }
    script = shell.script
  }

  func run(_ console: Console) throws(StowFailure) {
    try console.write(script(StowTool.commands.map { $0.syntax }))
  }
}
