import Foundation
import Testing

/// The files of this repository that hold documentation, or the sources of its snippets.
enum Repository {
  /// A text file, with its path from the top of the repository.
  struct File: CustomTestStringConvertible, Sendable {
    var path: String
    var lines: [String]

    var testDescription: String { path }

    func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    /// Where in the file an issue is to be shown.
    func location(line: Int) -> SourceLocation {
      SourceLocation(
        fileID: "stowage/" + path, filePath: Repository.root.appending(path: path).path, line: line,
        column: 1)
    }
  }

  // This file is Tests/DocumentationTests/Snippets/Repository.swift.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every Markdown file that shows code: README, articles of DocC, notes beside tests.
  static let markdown = files { $0.hasSuffix(".md") }.filter { $0.contains("```") }

  /// The sources whose documentation comments show code.
  static let sources = files {
    $0.hasPrefix("Sources/") && $0.hasSuffix(".swift") && !$0.contains("/Generated/")
  }.filter { $0.contains("/// ```") }

  /// The sources that tests compile and run, and the schemas that they use.
  static let examples = files { path in
    let folders = ["Tests/DocumentationTests/", "Tests/Examples/", "Tests/Fixtures/schemas/"]
    return folders.contains { path.hasPrefix($0) }
      && [".swift", ".capnp"].contains { path.hasSuffix($0) }
  }

  private static func files(where isWanted: (String) -> Bool) -> [File] {
    let paths = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    var files: [File] = []
    for case let url as URL in paths ?? .init() {
      let path = String(url.path.dropFirst(root.path.count)).after("/") ?? url.path
      guard isWanted(path), let text = try? String(contentsOf: url, encoding: .utf8) else {
        continue
      }
      files.append(File(path: path, lines: text.lines))
    }
    return files.sorted { $0.path < $1.path }
  }
}
