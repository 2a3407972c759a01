internal import Foundation
internal import Reductions

/// `stow config`: makes configurations of workspaces, and checks them.
struct ConfigCommand: Command {
  static let syntax = Syntax(
    name: "config",
    summary: "Make or check a configuration for training.",
    discussion: """
      `stow config new <reduction>` prints a configuration with everything that can be set. The
      reductions are \(ReductionConfig.typenames.joined(separator: ", ")).

      `stow config check <file>` says ok, or where the configuration is wrong.

      Takes the arguments of `reml config`.
      """,
    examples: [
      ("stow config new Coin > config.json", "A configuration to begin with."),
      ("stow config check config.json", "See whether it makes sense."),
    ],
    exitCodes: [
      (0, "The configuration is good, or printed."), (1, "The configuration is wrong."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [
      Operand("<new|check>", completion: .words(["new", "check"])),
      Operand("<reduction|file>", completion: .files),
    ],
    options: [
      Option("--latest", help: "Also print what reductionml 0.1.0 does not know.")
    ])

  private let isNew: Bool
  private let argument: String
  private let isLatest: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    switch invocation.operand(0) {
    case "new": isNew = true
    case "check": isNew = false
    default:
      throw .usage("there are config new and config check, and no others", "config")
    }
    argument = invocation.operand(1) ?? ""
    isLatest = invocation.has("--latest")
    if isLatest, !isNew { throw .usage("--latest goes with config new", "config") }
  }

  func run(_ console: Console) throws(StowFailure) {
    guard isNew else {
      _ = try Self.workspace(argument, console)
      return try console.write("ok\n")
    }
    do {
      try console.write(Configuration.template(argument, latest: isLatest) + "\n")
    } catch let failure as StowFailure {
      throw failure
    } catch {
      throw .usage((error as? ReductionsError)?.message ?? "\(error)", "config")
    }
  }

  /// A new workspace by the configuration in a file.
  static func workspace(_ path: String, _ console: Console) throws(StowFailure) -> Workspace {
    let file = try InputFile(path, console)
    guard file.bytes.count <= 1 << 24, let text = String(data: file.bytes, encoding: .utf8) else {
      throw .failed("\(file.name) is no configuration: it is no JSON")
    }
    do {
      return try Workspace(config: text)
    } catch {
      throw .failed("\(file.name): \(error)")
    }
  }
}
