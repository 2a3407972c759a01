internal import CapnProto
public import Foundation
internal import HTM
internal import Reductions
internal import Stowage

/// The command line tool `stow`.
public struct StowTool {
  /// The version that `stow --version` prints.
  public static let version = Version.current

  static let commands: [any Command.Type] = [
    InspectCommand.self, VerifyCommand.self, DiffCommand.self, AuditCommand.self, HashCommand.self,
    PlotCommand.self, ConvertCommand.self, EvalCommand.self, TrainCommand.self,
    PredictCommand.self, DetectCommand.self, ConfigCommand.self, ExportModelCommand.self,
    ImportModelCommand.self, GenSchemaCommand.self, CompletionsCommand.self,
  ]

  private let console: Console

  /// Lets Ctrl-C end the program without anything left behind that is not finished, with code 130.
  public static func endsCleanly() {
    Interruption.ignore()
    Interruption.unblock()
  }

  /// Prepares a run; tests give it other files than a terminal has.
  public init(
    input: FileHandle = .standardInput, output: FileHandle = .standardOutput,
    errors: FileHandle = .standardError
  ) {
    console = Console(input: input, output: output, errors: errors)
    // It fails only where a program of another make took the names before.
    try? TypeRegistry.shared.registerHTM()
    try? TypeRegistry.shared.registerReductions()
  }

  /// Does what the arguments say, reports a failure on standard error, and returns the exit code: 0
  /// for success, 1 when the work failed or found what it looked for, 2 when it could not be begun.
  public func run(_ arguments: [String]) -> Int32 {
    let arguments = Self.withOwnQuiet(arguments)
    do {
      try perform(arguments)
      try console.flush()
      return console.code
    } catch {
      // What was converted before the failure is good.
      try? console.flush()
      let name = Self.commands.first { $0.syntax.name == arguments.first }?.syntax.name
      console.report((["stow", name].compactMap(\.self)).joined(separator: " "), error.message)
      return error.code
    }
  }

  /// Hands a `--quiet` that stands before the command, as reductionml's does, to the command; those
  /// without one say no more than what they are asked.
  private static func withOwnQuiet(_ arguments: [String]) -> [String] {
    guard arguments.first == "--quiet" else { return arguments }
    guard let command = commands.first(where: { $0.syntax.name == arguments.dropFirst().first }),
      command.syntax.allOptions.contains(where: { $0.names.contains("--quiet") })
    else { return Array(arguments.dropFirst()) }
    return [command.syntax.name, "--quiet"] + arguments.dropFirst(2)
  }

  private func perform(_ arguments: [String]) throws(StowFailure) {
    guard let name = arguments.first else { throw .usage("no command was given", nil) }
    if let command = Self.commands.first(where: { $0.syntax.name == name }) {
      return try command.execute(Array(arguments.dropFirst()), console)
    }
    switch name {
    case "--version": try console.write("stow \(Self.version)\n")
    case "--help", "-h": try console.write(HelpPage.text(Self.commands.map { $0.syntax }))
    case "help" where arguments.count > 1 && arguments[1] == "--man":
      try manual(arguments.count > 2 ? arguments[2] : nil)
    case "help": try help(arguments.dropFirst().first)
    default:
      let known = Self.commands.map { $0.syntax.name }
      throw .usage("there is no command '\(name)'" + Spelling.hint(name, known), nil)
    }
  }

  /// Prints a page of the manual, which `Scripts/manual` keeps in the repository.
  private func manual(_ name: String?) throws(StowFailure) {
    let all = Self.commands.map { $0.syntax }
    guard let name else { return try console.write(ManualPage.text(all)) }
    guard let command = all.first(where: { $0.name == name }) else {
      throw .usage("there is no command '\(name)'" + Spelling.hint(name, all.map(\.name)), nil)
    }
    try console.write(ManualPage.text(command))
  }

  private func help(_ name: String?) throws(StowFailure) {
    guard let name else { return try console.write(HelpPage.text(Self.commands.map { $0.syntax })) }
    guard let command = Self.commands.first(where: { $0.syntax.name == name }) else {
      throw .usage("there is no command '\(name)'", nil)
    }
    try console.write(HelpPage.text(command.syntax))
  }
}
