/// Where something is in an example, for messages.
///
/// A text is made of it only where something is wrong: to make one for each action takes longer
/// than to parse it.
struct InputPath: ExpressibleByStringLiteral, Sendable {
  private let start: StaticString
  private let number: Int?
  private let end: StaticString

  init(_ start: StaticString, _ number: Int?, _ end: StaticString = "") {
    self.start = start
    self.number = number
    self.end = end
  }

  init(stringLiteral text: StaticString) { self.init(text, nil) }

  var text: String { "\(start)\(number.map { "\($0)" } ?? "")\(end)" }
}

extension ReductionsError {
  static func input(_ path: InputPath, _ message: String) -> ReductionsError {
    .input(path.text, message)
  }
}
