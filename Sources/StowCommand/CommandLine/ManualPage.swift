internal import CapnProto

/// The manual of the tool and of its commands, for `man`, made from what the help is made of.
enum ManualPage {
  /// The page of a command.
  static func text(_ syntax: Syntax) -> String {
    var lines = head("stow-\(syntax.name)", syntax.summary)
    lines += [".SH SYNOPSIS", ".B \(escaped(syntax.usage))", ".SH DESCRIPTION"]
    lines += paragraphs(HelpParagraph.of(syntax.discussion))
    if !syntax.examples.isEmpty {
      lines.append(".SH EXAMPLES")
      for example in syntax.examples {
        lines += [".TP", ".B \(escaped(example.line))", escaped(example.purpose)]
      }
    }
    lines.append(".SH OPTIONS")
    for option in syntax.allOptions {
      lines += [".TP", ".B \(escaped(option.usage))", escaped(option.help)]
    }
    lines += exitStatus(syntax.exitCodes)
    lines += [".SH SEE ALSO", ".BR stow (1)"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of the tool.
  static func text(_ commands: [Syntax]) -> String {
    var lines = head("stow", "read, print and convert Cap'n Proto messages and models")
    lines += [
      ".SH SYNOPSIS", ".B stow <command> [<argument>...]", ".br", ".B stow help [<command>]", ".br",
      ".B stow \\-\\-version", ".SH COMMANDS",
    ]
    for command in commands {
      lines += [".TP", ".BR stow\\-\(escaped(command.name)) (1)", escaped(command.summary)]
    }
    lines += exitStatus(Syntax.commonExitCodes)
    lines += [".SH SEE ALSO"]
    lines.append(
      commands.map { ".BR stow\\-\(escaped($0.name)) (1)" }.joined(separator: " ,\n"))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ name: String, _ summary: String) -> [String] {
    var summary = summary
    if summary.hasSuffix(".") { summary.removeLast() }
    return [
      ".\\\" Made by Scripts/manual. Do not edit: change the command, then make it again.",
      ".TH \(name.uppercased().replacing("-", with: "\\-")) 1 \"\" \"stow \(Version.current)\" \"Stowage\"",
      ".SH NAME", "\(escaped(name)) \\- \(escaped(summary))",
    ]
  }

  private static func exitStatus(_ codes: [(code: Int, meaning: String)]) -> [String] {
    [".SH EXIT STATUS"] + codes.flatMap { [".TP", ".B \($0.code)", escaped($0.meaning)] }
  }

  private static func paragraphs(_ paragraphs: [HelpParagraph]) -> [String] {
    paragraphs.flatMap { paragraph in
      switch paragraph {
      case .text(let text): [".PP", escaped(text)]
      case .code(let lines): [".PP", ".RS 4", ".nf"] + lines.map { escaped($0) } + [".fi", ".RE"]
      }
    }
  }

  /// Text without what roff takes for its own.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("…", with: "...")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
