import Testing

/// Every example that documentation shows is part of a source that the tests compile and run.
///
/// A block of Swift follows a comment that names a snippet, `<!-- snippet: name -->`, and is the
/// same as that snippet. A block in another language may name a snippet, too.
@Suite struct SnippetTests {
  @Test(arguments: Repository.markdown)
  func examplesInMarkdownAreTested(file: Repository.File) {
    check(CodeBlock.blocks(inMarkdown: file.lines), of: file)
  }

  @Test(arguments: Repository.sources)
  func examplesInDocumentationCommentsAreTested(file: Repository.File) {
    check(CodeBlock.blocks(inSwift: file.lines), of: file)
  }

  @Test func namesAreUnique() {
    for (name, places) in Self.snippets where places.count > 1 {
      for place in places {
        Issue.record(
          "There are \(places.count) snippets with the name '\(name)'",
          sourceLocation: place.file.location(line: place.snippet.line))
      }
    }
  }

  @Test func everySnippetIsShown() {
    let shown = Set(
      Repository.markdown.flatMap { CodeBlock.blocks(inMarkdown: $0.lines) }.map(\.snippet)
        + Repository.sources.flatMap { CodeBlock.blocks(inSwift: $0.lines) }.map(\.snippet))
    for (name, places) in Self.snippets where !shown.contains(name) {
      for place in places {
        Issue.record(
          "No documentation shows the snippet '\(name)'",
          sourceLocation: place.file.location(line: place.snippet.line))
      }
    }
  }

  @Test func regionsHaveBeginningAndEnd() {
    for file in Repository.examples {
      do throws(Snippet.Unbalanced) {
        _ = try Snippet.snippets(in: file)
      } catch {
        Issue.record(
          "A snippet begins within another, or has no beginning or end",
          sourceLocation: file.location(line: error.line))
      }
    }
  }

  @Test func thereAreExamples() {
    let paths = Repository.markdown.map(\.path)
    #expect(paths.contains("README.md"))
    #expect(paths.contains { $0.hasPrefix("Sources/CapnProto/CapnProto.docc/") })
    #expect(!Repository.sources.isEmpty)
    #expect(!Self.snippets.isEmpty)
  }

  private typealias Place = (file: Repository.File, snippet: Snippet)

  private static let snippets: [String: [Place]] = Dictionary(
    grouping: Repository.examples.flatMap { file in
      ((try? Snippet.snippets(in: file)) ?? []).map { (file: file, snippet: $0) }
    }, by: \.snippet.name)

  private func check(_ blocks: [CodeBlock], of file: Repository.File) {
    for block in blocks {
      if let problem = problem(with: block) {
        Issue.record("\(problem)", sourceLocation: file.location(line: block.line))
      }
    }
  }

  private func problem(with block: CodeBlock) -> String? {
    guard !block.language.isEmpty else {
      return "This block of code does not say its language, so DocC takes it for Swift"
    }
    guard let name = block.snippet else {
      guard block.language == "swift" else { return nil }
      return "No test compiles this example: put it into a source in Tests/DocumentationTests, "
        + "between '// snippet: name' and '// end snippet', and '<!-- snippet: name -->' before it"
    }
    guard let snippet = Self.snippets[name]?.first?.snippet else {
      return "There is no snippet '\(name)'; there are \(Self.snippets.keys.sorted())"
    }
    return block.text == snippet.text ? nil : difference(block.text, snippet)
  }

  private func difference(_ text: String, _ snippet: Snippet) -> String {
    let shown = text.lines
    let tested = snippet.text.lines
    let index = zip(shown, tested).prefix { $0 == $1 }.count
    return """
      This is not the snippet '\(snippet.name)' that is tested. Line \(index + 1) of the block is
        \(index < shown.count ? shown[index] : "(missing)")
      and of the snippet
        \(index < tested.count ? tested[index] : "(missing)")
      """
  }
}

extension Snippet {
  fileprivate static func snippets(in file: Repository.File) throws(Unbalanced) -> [Snippet] {
    try snippets(in: file.lines, comment: file.path.hasSuffix(".capnp") ? "#" : "//")
  }
}
