extension Parser {
  mutating func expression() throws(Fault) -> Expression {
    try enter()
    defer { leave() }
    let start = position
    var expression = Expression(head: try head(), range: range(from: start))
    while true {
      if next.kind == .symbol(".") {
        advance()
        expression.suffixes.append(.member(try identifier("a name")))
      } else if next.kind == .open {
        expression.suffixes.append(.application(try arguments()))
      } else {
        break
      }
    }
    expression.range = range(from: start)
    // A single value in parentheses is the value itself.
    if case .tuple(let arguments) = expression.head, arguments.count == 1,
      arguments[0].name == nil, expression.suffixes.isEmpty
    {
      return arguments[0].value
    }
    return expression
  }

  private mutating func head() throws(Fault) -> Expression.Head {
    let token = next
    switch token.kind {
    case .identifier("import") where isString(1):
      let range = next.range
      let path = try quoted()
      imports.append(Name(text: path, range: range))
      return .importing(path)
    case .identifier("embed") where isString(1):
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
    case .string(let bytes):
      advance()
      return .string(bytes)
    case .binary(let bytes):
      advance()
      return .binary(bytes)
    case .openBracket:
      return .list(try list())
    case .open:
      return .tuple(try arguments())
    default:
      throw Fault(token.range, "Parse error: expected a type or a value.")
    }
  }

  private func isString(_ distance: Int) -> Bool {
    if case .string = ahead(distance) { true } else { false }
  }

  private mutating func quoted() throws(Fault) -> String {
    advance()
    guard case .string(let bytes) = next.kind else { return "" }
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
    repeat { elements.append(try expression()) } while accept(.comma) && next.kind != .closeBracket
    try expect(.closeBracket, "',' or ']'")
    return elements
  }

  mutating func arguments() throws(Fault) -> [Expression.Argument] {
    try expect(.open, "'('")
    var arguments: [Expression.Argument] = []
    if accept(.close) { return arguments }
    repeat {
      var name: Name?
      if case .identifier = next.kind, ahead(1) == .symbol("=") {
        name = try identifier("a name")
        advance()
      }
      arguments.append(Expression.Argument(name: name, value: try expression()))
    } while accept(.comma) && next.kind != .close
    try expect(.close, "',' or ')'")
    return arguments
  }
}
