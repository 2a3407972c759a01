/// Text that grows by whole lines and knows how deep it is indented.
final class CodeWriter {
  private(set) var text = ""
  private var depth = 0

  /// Writes a line; each line of `line` is indented, and an empty one stays empty.
  func line(_ line: String = "") {
    for part in line.split(separator: "\n", omittingEmptySubsequences: false) {
      if !part.isEmpty {
        text += String(repeating: "  ", count: depth)
        text += part
      }
      text += "\n"
    }
  }

  /// Writes `head {`, the body one step deeper, and `}`.
  func block<E: Error>(_ head: String, _ body: () throws(E) -> Void) throws(E) {
    line(head + " {")
    depth += 1
    try body()
    depth -= 1
    line("}")
  }

  /// Writes a schema's comment as a doc comment.
  func documentation(_ comment: String?) {
    guard let comment else { return }
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    for text in lines {
      let kept = String(text.filter { $0 != "\r" && $0 != "\0" })
      line(kept.allSatisfy(\.isWhitespace) ? "///" : "/// " + kept)
    }
  }
}
