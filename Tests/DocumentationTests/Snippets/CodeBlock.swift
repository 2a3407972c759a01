/// A fenced block of code in a Markdown text.
struct CodeBlock: Equatable {
  /// What stands after the opening fence, such as `swift`.
  var language: String
  /// The name in the comment `<!-- snippet: name -->` before the block.
  var snippet: String?
  var text: String
  /// The line of the opening fence, counted from 1.
  var line: Int
}

extension CodeBlock {
  /// Finds the blocks of a Markdown text.
  static func blocks(inMarkdown lines: [String]) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: CodeBlock?
    var openIndentation = 0
    var body: [String] = []
    var snippet: String?

    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmed
      if var block = open {
        if trimmed == "```" {
          block.text = body.joined(separator: "\n")
          blocks.append(block)
          open = nil
        } else {
          body.append(String(line.dropFirst(min(openIndentation, line.indentation))))
        }
      } else if trimmed.hasPrefix("```") {
        open = CodeBlock(
          language: String(trimmed.drop { $0 == "`" }).trimmed, snippet: snippet, text: "",
          line: index + 1)
        openIndentation = line.indentation
        body = []
        snippet = nil
      } else if let name = trimmed.between("<!-- snippet: ", " -->") {
        snippet = name
      } else if !trimmed.isEmpty {
        snippet = nil
      }
    }
    return blocks
  }

  /// Finds the blocks in the documentation comments of a Swift source.
  static func blocks(inSwift lines: [String]) -> [CodeBlock] {
    // All that is no documentation becomes an empty line, so that line numbers stay right.
    blocks(
      inMarkdown: lines.map { line in
        let trimmed = line.trimmed
        guard trimmed.hasPrefix("///") else { return "" }
        let comment = trimmed.dropFirst(3)
        return String(comment.first == " " ? comment.dropFirst() : comment)
      })
  }
}
