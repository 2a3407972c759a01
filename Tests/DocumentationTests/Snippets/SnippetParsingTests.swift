import Testing

@Suite struct SnippetParsingTests {
  @Test func blockWithSnippet() {
    let lines = ["Text", "<!-- snippet: greeting -->", "", "```swift", "let a = 1", "", "```"]
    #expect(
      CodeBlock.blocks(inMarkdown: lines) == [
        CodeBlock(language: "swift", snippet: "greeting", text: "let a = 1\n", line: 4)
      ])
  }

  @Test func snippetBelongsToTheNextBlockOnly() {
    let lines = [
      "<!-- snippet: one -->", "```swift", "a", "```", "```swift", "b", "```",
      "<!-- snippet: two -->", "Text between.", "```sh", "c", "```", "```", "d", "```",
    ]
    let blocks = CodeBlock.blocks(inMarkdown: lines)
    #expect(blocks.map(\.snippet) == ["one", nil, nil, nil])
    #expect(blocks.map(\.language) == ["swift", "swift", "sh", ""])
    #expect(blocks.map(\.text) == ["a", "b", "c", "d"])
  }

  @Test func blockInAListIsMovedLeft() {
    let lines = ["- item", "  ```swift", "  if a {", "    b", "  }", "  ```"]
    #expect(CodeBlock.blocks(inMarkdown: lines).map(\.text) == ["if a {\n  b\n}"])
  }

  @Test func blockInADocumentationComment() {
    let lines = [
      "  /// Summary.", "  ///", "  /// <!-- snippet: use -->", "  /// ```swift", "  /// f {",
      "  ///   g()", "  /// }", "  /// ```", "  func f() {}", "  // ```", "let s = \"```\"",
    ]
    #expect(
      CodeBlock.blocks(inSwift: lines) == [
        CodeBlock(language: "swift", snippet: "use", text: "f {\n  g()\n}", line: 4)
      ])
  }

  @Test func snippetIsMovedLeft() throws {
    let lines = ["  // snippet: a", "    if x {", "", "      y", "    }", "  // end snippet"]
    #expect(
      try Snippet.snippets(in: lines, comment: "//") == [
        Snippet(name: "a", text: "if x {\n\n  y\n}", line: 1)
      ])
  }

  @Test func partsOfOneSnippetAreJoined() throws {
    let lines = [
      "# snippet: a", "x", "# end snippet", "hidden", "# snippet: b", "y", "# end snippet",
      "# snippet: a", "z", "# end snippet",
    ]
    #expect(
      try Snippet.snippets(in: lines, comment: "#") == [
        Snippet(name: "a", text: "x\n\nz", line: 1), Snippet(name: "b", text: "y", line: 5),
      ])
  }

  @Test(arguments: [
    (["// snippet: a", "x"], 1),
    (["x", "// end snippet"], 2),
    (["// snippet: a", "x", "// snippet: b", "// end snippet"], 3),
  ])
  func unbalancedRegionIsAnError(lines: [String], line: Int) {
    #expect(throws: Snippet.Unbalanced(line: line)) {
      try Snippet.snippets(in: lines, comment: "//")
    }
  }
}
