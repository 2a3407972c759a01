import Foundation
import Testing

/// A line of `Schemas/wrong.txt`.
struct WrongSchema: CustomTestStringConvertible {
  /// The word for why the tool says something else: the first of the comment above.
  var excuse: String
  /// The line and the column of the first fault, nil when there is none.
  var place: String?
  var text: String

  var testDescription: String { text }

  static let all: [WrongSchema] = {
    let path = "Tests/CapnProtoCompilerTests/Schemas/wrong.txt"
    guard let text = try? String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
    else { return [] }
    var excuse = ""
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("# ") {
        if let colon = line.firstIndex(of: ":") { excuse = String(line[..<colon].dropFirst(2)) }
        return nil
      }
      guard let space = line.firstIndex(of: " ") else { return nil }
      let place = line[..<space]
      return WrongSchema(
        excuse: excuse, place: place == "ok" ? nil : String(place),
        text: String(line[line.index(after: space)...]))
    }
  }()
}
