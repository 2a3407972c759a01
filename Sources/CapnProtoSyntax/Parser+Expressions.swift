extension Parser {
  package mutating func expression() throws(Fault) -> Expression {
    try enter()
    defer { leave() }
    let start = position
    let head = try head()
    return finished(head, try suffixes(), from: start)
  }

  private func finished(
    _ head: Expression.Head, _ suffixes: [Expression.Suffix], from start: Int
  ) -> Expression {
    // A single value in parentheses is the value itself.
    if case .tuple(let arguments) = head, arguments.count == 1, arguments[0].name == nil,
      suffixes.isEmpty
    {
      return arguments[0].value
    }
    return Expression(head: head, suffixes: suffixes, range: range(from: start))
  }

  private mutating func suffixes() throws(Fault) -> [Expression.Suffix] {
    var suffixes: [Expression.Suffix] = []
    while true {
      if isNext(.open) {
        suffixes.append(.application(try arguments()))
      } else if accept(symbol: ".") {
        suffixes.append(.member(try identifier("a name")))
      } else {
        return suffixes
      }
    }
  }

  // What recurses is apart from what does not, for the sake of the stack: each level of a text
  // takes what all the temporaries of its functions take.
  private mutating func head() throws(Fault) -> Expression.Head {
    if isNext(.open) { return .tuple(try arguments()) }
    if isNext(.openBracket) { return .list(try list()) }
    return try leaf()
  }

  package mutating func leaf() throws(Fault) -> Expression.Head {
    let token = next
    switch token.kind {
    case .identifier("import") where isStringAfterNext:
      let range = next.range
      let path = try quoted()
      note(import: Name(text: path, range: range))
      return .importing(path)
    case .identifier("embed") where isStringAfterNext:
      return .embedding(try quoted())
    case .identifier(let name):
      advance()
      return .relative(name)
    case .symbol("."):
      advance()
      return .absolute(try identifier("a name").text)
    case .symbol("-"):
      advance()
      return try negative()
    case .integer(let value):
      advance()
      return .integer(value, isNegative: false)
    case .float(let value):
      advance()
      return .float(value)
    case .string:
      advance()
      return .string(Array(StringBytes(source.bytes[token.range])))
    case .binary:
      advance()
      return .binary(Array(HexBytes(source.bytes[token.range])))
    default:
      throw Fault(token.range, "Parse error: expected a type or a value.")
    }
  }

  private var isStringAfterNext: Bool {
    if case .string = afterNext { true } else { false }
  }

  private mutating func quoted() throws(Fault) -> String {
    advance()
    guard case .string = next.kind else { return "" }
    let bytes = Array(StringBytes(source.bytes[next.range]))
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
      throw Fault(next.range, "Not the name of a file.")
    }
    advance()
    return text
  }

  private mutating func negative() throws(Fault) -> Expression.Head {
    let token = next
    advance()
    switch token.kind {
    case .integer(let value): return .integer(value, isNegative: true)
    case .float(let value): return .float(-value)
    case .identifier("inf"): return .float(-.infinity)
    default: throw Fault(token.range, "Parse error: expected a number.")
    }
  }

  private mutating func list() throws(Fault) -> [Expression] {
    advance()
    var elements: [Expression] = []
    if accept(.closeBracket) { return elements }
    repeat { elements.append(try expression()) } while acceptComma(before: .closeBracket)
    try expect(.closeBracket, "',' or ']'")
    return elements
  }

  package mutating func arguments() throws(Fault) -> [Expression.Argument] {
    try expect(.open, "'('")
    var arguments: [Expression.Argument] = []
    if accept(.close) { return arguments }
    repeat {
      let name = try argumentName()
      arguments.append(Expression.Argument(name: name, value: try expression()))
    } while acceptComma(before: .close)
    try expect(.close, "',' or ')'")
    return arguments
  }

  package mutating func argumentName() throws(Fault) -> Name? {
    guard case .identifier = next.kind, afterNext == .symbol("=") else { return nil }
    let name = try identifier("a name")
    advance()
    return name
  }
}
