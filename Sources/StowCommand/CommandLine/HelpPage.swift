/// The help of the tool and of its commands, made from their syntax.
enum HelpPage {
  private static let width = 80

  /// The help of a command.
  static func text(_ syntax: Syntax) -> String {
    var lines = ["Usage: \(syntax.usage)", ""]
    lines += HelpParagraph.of(syntax.discussion).lines { wrapped($0, width) }
    if !syntax.examples.isEmpty {
      lines += ["", "Examples:"]
      for example in syntax.examples { lines += ["    " + example.line] + purpose(example.purpose) }
    }
    lines += ["", "Options:"]
    for option in syntax.allOptions { lines += entry(option.usage, option.help) }
    lines += ["", "Exit codes:"]
    for code in syntax.exitCodes { lines += entry("\(code.code)", code.meaning, column: 6) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of the tool.
  static func text(_ commands: [Syntax]) -> String {
    var lines = [
      "Usage: stow <command> [<argument>...]", "",
      "Reads, prints and converts Cap'n Proto messages and models.", "", "Commands:",
    ]
    for command in commands { lines += entry(command.name, command.summary) }
    lines += ["", "Options:"]
    lines += entry("--quiet", "Before a command: the same as --quiet after it.")
    lines += entry("--version", "Print the version.")
    lines += entry("-h, --help", "Show this help.")
    lines += ["", "Exit codes:"]
    for code in Syntax.commonExitCodes { lines += entry("\(code.code)", code.meaning, column: 6) }
    lines += ["", "`stow <command> --help` explains a command, with examples."]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func purpose(_ text: String) -> [String] {
    wrapped(text, width - 8).map { "        " + $0 }
  }

  private static func entry(_ name: String, _ help: String, column: Int = 14) -> [String] {
    let text = wrapped(help, width - column)
    let indent = String(repeating: " ", count: column)
    if name.count + 3 <= column, let first = text.first {
      let gap = String(repeating: " ", count: column - name.count - 2)
      return ["  " + name + gap + first] + text.dropFirst().map { indent + $0 }
    }
    return wrapped(name, width - 2).map { "  " + $0 } + text.map { indent + $0 }
  }

  static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
