/// A part of what there is to know about a command.
enum HelpParagraph {
  /// Sentences, to be broken where a line is full.
  case text(String)
  /// Lines that stay as they are.
  case code([String])

  /// Takes text apart: lines that are indented stay as they are.
  static func of(_ discussion: String) -> [HelpParagraph] {
    var result: [HelpParagraph] = []
    for block in discussion.split(separator: "\n\n") {
      let lines = block.split(separator: "\n").map(String.init)
      if lines.allSatisfy({ $0.hasPrefix("    ") }) {
        result.append(.code(lines.map { String($0.dropFirst(4)) }))
      } else {
        result.append(.text(lines.joined(separator: " ")))
      }
    }
    return result
  }
}

extension [HelpParagraph] {
  /// The lines of all paragraphs, with a free one between two of them.
  func lines(_ wrap: (String) -> [String]) -> [String] {
    var lines: [String] = []
    for paragraph in self {
      if !lines.isEmpty { lines.append("") }
      switch paragraph {
      case .text(let text): lines += wrap(text)
      case .code(let code): lines += code.map { "    " + $0 }
      }
    }
    return lines
  }
}
