/// The help of the tool and of its commands, made from their syntax.
enum HelpPage {
  private static let width = 80

  /// The help of a command.
  static func text(_ syntax: Syntax) -> String {
    let words = ["stow", syntax.name, "[<option>...]"] + syntax.operands.map(\.usage)
    var lines = ["Usage: " + words.joined(separator: " "), ""]
    lines += syntax.discussion.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    lines += ["", "Options:"]
    for option in syntax.allOptions {
      lines += entry(option.usage, option.help)
    }
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
    lines += entry("--version", "Print the version.")
    lines += entry("-h, --help", "Show this help.")
    lines += ["", "`stow <command> --help` explains a command."]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ name: String, _ help: String) -> [String] {
    let column = 14
    let text = wrapped(help, width - column)
    let indent = String(repeating: " ", count: column)
    if name.count + 3 <= column, let first = text.first {
      let gap = String(repeating: " ", count: column - name.count - 2)
      return ["  " + name + gap + first] + text.dropFirst().map { indent + $0 }
    }
    return ["  " + name] + text.map { indent + $0 }
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
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
