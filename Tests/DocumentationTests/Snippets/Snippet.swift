/// A region of a tested source file that documentation shows.
///
/// It stands between the comments `snippet: name` and `end snippet`. Where a file has several of
/// one name, they are shown as one, with an empty line between.
struct Snippet: Equatable {
  var name: String
  var text: String
  /// The line of the first opening comment, counted from 1.
  var line: Int
}

extension Snippet {
  /// A region that has no end, or an end that has no beginning.
  struct Unbalanced: Error, Equatable {
    var line: Int
  }

  /// Finds the snippets of a source in which comments begin with `comment`.
  static func snippets(in lines: [String], comment: String) throws(Unbalanced) -> [Snippet] {
    var snippets: [Snippet] = []
    var open: (name: String, line: Int)?
    var body: [String] = []

    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmed
      if trimmed == "\(comment) end snippet" {
        guard let (name, start) = open else { throw Unbalanced(line: index + 1) }
        let text = body.withoutCommonIndentation.joined(separator: "\n")
        if let earlier = snippets.firstIndex(where: { $0.name == name }) {
          snippets[earlier].text += "\n\n" + text
        } else {
          snippets.append(Snippet(name: name, text: text, line: start))
        }
        open = nil
      } else if let name = trimmed.after("\(comment) snippet: ") {
        guard open == nil else { throw Unbalanced(line: index + 1) }
        open = (name, index + 1)
        body = []
      } else if open != nil {
        body.append(line)
      }
    }
    if let (_, start) = open { throw Unbalanced(line: start) }
    return snippets
  }
}
