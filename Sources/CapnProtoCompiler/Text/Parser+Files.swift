internal import CapnProtoSyntax

extension Parser {
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
