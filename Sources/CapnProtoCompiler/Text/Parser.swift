/// Makes declarations of words.
struct Parser {
  /// How deep declarations and expressions may nest, so that no text can exhaust the stack.
  static let depthLimit = 64

  let source: SourceText
  let faults: FaultList
  let tokens: [Token]
  var position = 0
  var depth = 0
  /// The files that are imported, and where.
  var imports: [Name] = []

  init(_ source: SourceText, faults: FaultList) {
    self.source = source
    self.faults = faults
    var lexer = Lexer(source, faults: faults)
    tokens = lexer.tokens()
  }

  /// The word that comes next; the last is always `.end`, and is never passed.
  var next: Token { tokens[min(position, tokens.count - 1)] }

  func ahead(_ distance: Int) -> Token.Kind {
    tokens[min(position + distance, tokens.count - 1)].kind
  }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard next.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(symbol: String) -> Bool { accept(.symbol(symbol)) }

  mutating func accept(word: String) -> Bool { accept(.identifier(word)) }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(Fault) {
    if !accept(kind) { throw Fault(next.range, "Parse error: expected \(what).") }
  }

  mutating func identifier(_ what: String) throws(Fault) -> Name {
    guard case .identifier(let text) = next.kind else {
      throw Fault(next.range, "Parse error: expected \(what).")
    }
    let name = Name(text: text, range: next.range)
    advance()
    return name
  }

  /// The range from a word that was read to the last one read.
  func range(from start: Int) -> Range<Int> {
    let lower = tokens[start].range.lowerBound
    return lower..<max(lower, tokens[max(position - 1, 0)].range.upperBound)
  }

  /// Goes one level deeper; who calls it comes back with `leave`.
  mutating func enter() throws(Fault) {
    guard depth < Self.depthLimit else {
      throw Fault(next.range, "Nested too deeply: more than \(Self.depthLimit) levels.")
    }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  mutating func file() -> Declaration {
    let file = Declaration(.file, Name(text: "", range: 0..<0))
    while next.kind != .end, !faults.isFull {
      attempt { (parser) throws(Fault) in try parser.fileMember(of: file) }
    }
    file.imports = imports
    return file
  }

  /// Reads one declaration; after a fault it goes on behind it.
  mutating func attempt(_ body: (inout Parser) throws(Fault) -> Void) {
    let start = position
    do {
      try body(&self)
    } catch {
      faults.add(error.range, in: source, error.message)
      skipStatement()
      if position == start { advance() }
    }
  }

  private mutating func skipStatement() {
    var open = 0
    while next.kind != .end {
      switch next.kind {
      case .openBrace: open += 1
      case .closeBrace:
        if open == 0 { return }
        open -= 1
        if open == 0 {
          advance()
          return
        }
      case .semicolon where open == 0:
        advance()
        return
      default: break
      }
      advance()
    }
  }

  private mutating func fileMember(of file: Declaration) throws(Fault) {
    if next.kind == .symbol("@") {
      let number = try number()
      let comment = try endLine()
      guard file.number == nil else { throw Fault(number.range, "File has more than one ID.") }
      try checkID(number)
      file.number = number
      file.comment = comment
    } else if next.kind == .symbol("$") {
      file.annotations += try annotations()
      _ = try endLine()
    } else {
      file.nested.append(try declaration(in: .file))
    }
  }

  mutating func endLine() throws(Fault) -> String? {
    let token = next
    try expect(.semicolon, "';'")
    return token.comment
  }

  mutating func number() throws(Fault) -> Declaration.Number {
    let start = position
    try expect(.symbol("@"), "'@'")
    guard case .integer(let value) = next.kind else {
      throw Fault(next.range, "Parse error: expected a number.")
    }
    advance()
    return Declaration.Number(value: value, range: range(from: start))
  }

  func checkID(_ number: Declaration.Number) throws(Fault) {
    guard number.value >> 63 == 1 else {
      throw Fault(number.range, "Invalid ID.  Please generate a new one with 'capnpc -i'.")
    }
  }

  mutating func annotations() throws(Fault) -> [Declaration.AnnotationUse] {
    var uses: [Declaration.AnnotationUse] = []
    while next.kind == .symbol("$") {
      let start = position
      advance()
      var name = try expression()
      var value: Expression?
      if case .application(let arguments)? = name.suffixes.last {
        name.suffixes.removeLast()
        if arguments.count == 1, arguments[0].name == nil {
          value = arguments[0].value
        } else {
          value = Expression(head: .tuple(arguments), range: name.range)
        }
      }
      uses.append(.init(name: name, value: value, range: range(from: start)))
    }
    return uses
  }
}
