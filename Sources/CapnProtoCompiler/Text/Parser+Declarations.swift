internal import CapnProtoSyntax

extension Parser {
  /// Reads any declaration that can stand in a declaration of a kind.
  mutating func declaration(in outer: Declaration.Kind) throws(Fault) -> Declaration {
    try enter()
    defer { leave() }
    switch kind(in: outer) {
    case .alias: return try alias()
    case .constant: return try constant()
    case .annotation: return try annotation()
    case .enumerant: return try enumerant()
    case .method: return try method()
    case .field: return try member()
    case .file: throw unexpected()
    case let kind: return try block(kind)
    }
  }

  // What recurses is apart from what does not, for the sake of the stack: each level of a text takes
  // what all the temporaries of its functions take.

  /// What begins here; `.file` for nothing.
  private func kind(in outer: Declaration.Kind) -> Declaration.Kind {
    let holdsTypes = outer == .file || outer == .structure || outer == .interface
    if case .identifier(let word) = next.kind {
      if word == "using", holdsTypes { return .alias }
      if case .identifier = afterNext, let kind = Self.keywords[word] {
        return holdsTypes ? kind : .file
      }
    }
    return switch outer {
    case .structure, .union, .group: .field
    case .enumeration: .enumerant
    case .interface: .method
    default: .file
    }
  }

  private static let keywords: [String: Declaration.Kind] = [
    "const": .constant, "enum": .enumeration, "struct": .structure, "interface": .interface,
    "annotation": .annotation, "using": .alias,
  ]

  private func unexpected() -> Fault {
    Fault(next.range, "Parse error: expected a declaration that can stand here.")
  }

  private mutating func typeName(_ what: String) throws(Fault) -> Name {
    let name = try identifier(what)
    if name.text.utf8.first?.isUppercase != true {
      faults.add(name.range, in: source, "Type names must begin with a capital letter.")
    }
    checkUnderscores(name)
    return name
  }

  private mutating func valueName(_ what: String) throws(Fault) -> Name {
    let name = try identifier(what)
    if name.text.utf8.first?.isLowercase != true {
      faults.add(name.range, in: source, "Non-type names must begin with a lower-case letter.")
    }
    checkUnderscores(name)
    return name
  }

  private func checkUnderscores(_ name: Name) {
    if name.text.utf8.contains(UInt8(ascii: "_")) {
      faults.add(
        name.range, in: source,
        "Cap'n Proto declaration names should use camelCase and must not contain underscores. "
          + "(Code generators may convert names to the appropriate style for the target language.)")
    }
  }

  private mutating func alias() throws(Fault) -> Declaration {
    advance()
    var name: Name?
    if case .identifier = next.kind, afterNext == .symbol("=") {
      name = try identifier("a name")
      advance()
    }
    let target = try expression()
    if name == nil {
      guard case .member(let last)? = target.suffixes.last else {
        throw Fault(
          target.range, "'using' declaration without '=' must specify a named declaration.")
      }
      name = last
    }
    guard let name else { throw Fault(target.range, "Parse error: expected a name.") }
    checkUnderscores(name)
    let declaration = Declaration(.alias, name)
    declaration.type = target
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func optionalID(_ declaration: Declaration) throws(Fault) {
    guard next.kind == .symbol("@") else { return }
    let number = try number()
    try checkID(number)
    declaration.number = number
  }

  private mutating func constant() throws(Fault) -> Declaration {
    advance()
    let declaration = Declaration(.constant, try valueName("the name of the constant"))
    try optionalID(declaration)
    try expect(.symbol(":"), "':'")
    declaration.type = try expression()
    try expect(.symbol("="), "'='")
    declaration.value = try expression()
    declaration.annotations = try annotations()
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func annotation() throws(Fault) -> Declaration {
    advance()
    let declaration = Declaration(.annotation, try valueName("the name of the annotation"))
    try optionalID(declaration)
    try expect(.open, "'('")
    if next.kind != .close {
      repeat { declaration.targets.append(try target()) } while acceptComma(before: .close)
    }
    try expect(.close, "')'")
    try expect(.symbol(":"), "':'")
    declaration.type = try expression()
    declaration.annotations = try annotations()
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func target() throws(Fault) -> Name {
    let range = next.range
    return accept(symbol: "*") ? Name(text: "*", range: range) : try identifier("a target")
  }

  private mutating func names(
    _ open: Token.Kind, _ close: Token.Kind
  ) throws(Fault) -> [Name] {
    guard accept(open) else { return [] }
    var names: [Name] = []
    if next.kind != close {
      repeat {
        names.append(try identifier("the name of a parameter"))
      } while acceptComma(before: close)
    }
    guard accept(close) else { throw Fault(next.range, "Parse error: expected ',' or the end.") }
    return names
  }

  private mutating func block(_ kind: Declaration.Kind) throws(Fault) -> Declaration {
    advance()
    let declaration = Declaration(kind, try typeName("a name"))
    try optionalID(declaration)
    if kind != .enumeration { declaration.genericParameters = try names(.open, .close) }
    if kind == .interface, accept(word: "extends") {
      try expect(.open, "'('")
      if next.kind != .close {
        repeat {
          declaration.superclasses.append(try expression())
        } while acceptComma(before: .close)
      }
      try expect(.close, "')'")
    }
    declaration.annotations = try annotations()
    try body(of: declaration)
    return declaration
  }

  private mutating func body(of declaration: Declaration) throws(Fault) {
    try brace(.openBrace, "'{'", declaration)
    while !isAtEndOfBody {
      attempt { (parser) throws(Fault) in
        declaration.nested.append(try parser.declaration(in: declaration.kind))
      }
    }
    try brace(.closeBrace, "'}'", declaration)
  }

  private var isAtEndOfBody: Bool {
    next.kind == .closeBrace || next.kind == .end || faults.isFull
  }

  private mutating func brace(
    _ kind: Token.Kind, _ what: String, _ declaration: Declaration
  ) throws(Fault) {
    let comment = next.comment
    try expect(kind, what)
    declaration.comment = declaration.comment ?? comment
  }

  private mutating func member() throws(Fault) -> Declaration {
    if next.kind == .identifier("union"), afterNext == .openBrace { return try unnamedUnion() }
    let name = try valueName("a declaration")
    let number = next.kind == .symbol("@") ? try number() : nil
    let insists = number != nil && accept(symbol: "!")
    try expect(.symbol(":"), "':'")
    if isBlock("union") || isBlock("group") {
      return try unionOrGroup(name, number, insists: insists)
    }
    return try field(name, insists ? nil : number)
  }

  /// Whether a word comes next that has a block behind it.
  private func isBlock(_ word: String) -> Bool {
    guard next.kind == .identifier(word) else { return false }
    return afterNext == .openBrace || afterNext == .symbol("$")
  }

  private mutating func unnamedUnion() throws(Fault) -> Declaration {
    let declaration = Declaration(.union, Name(text: "", range: next.range))
    advance()
    try body(of: declaration)
    return declaration
  }

  private mutating func unionOrGroup(
    _ name: Name, _ number: Declaration.Number?, insists: Bool
  ) throws(Fault) -> Declaration {
    let kind = next.kind == .identifier("union") ? Declaration.Kind.union : .group
    advance()
    let declaration = Declaration(kind, name)
    declaration.number = number
    if kind == .group, let number {
      throw Fault(number.range, "Groups have no number of their own.")
    }
    if let number, !insists {
      faults.add(
        number.range, in: source,
        "Unions need no number. If this one had to keep its own, write '!' after the number.")
    }
    declaration.annotations = try annotations()
    try body(of: declaration)
    return declaration
  }

  private mutating func field(
    _ name: Name, _ number: Declaration.Number?
  ) throws(Fault) -> Declaration {
    guard let number else { throw Fault(name.range, "Parse error: a field needs a number.") }
    let declaration = Declaration(.field, name)
    declaration.number = number
    try typeAndDefault(of: declaration)
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func typeAndDefault(of declaration: Declaration) throws(Fault) {
    declaration.type = try expression()
    if accept(symbol: "=") { declaration.value = try expression() }
    declaration.annotations = try annotations()
  }

  private mutating func enumerant() throws(Fault) -> Declaration {
    let declaration = Declaration(.enumerant, try valueName("an enumerant"))
    declaration.number = try number()
    declaration.annotations = try annotations()
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func method() throws(Fault) -> Declaration {
    let declaration = Declaration(.method, try valueName("a method"))
    declaration.number = try number()
    declaration.genericParameters = try names(.openBracket, .closeBracket)
    declaration.parameters = try parameters()
    if accept(symbol: "->") {
      if next.kind == .identifier("stream") {
        declaration.results = .stream(next.range)
        advance()
      } else {
        declaration.results = try parameters()
      }
    }
    declaration.annotations = try annotations()
    declaration.comment = try endLine()
    return declaration
  }

  private mutating func parameters() throws(Fault) -> Declaration.Parameters {
    guard accept(.open) else { return .type(try expression()) }
    var list: [Declaration] = []
    if accept(.close) { return .list(list) }
    repeat {
      let declaration = Declaration(.parameter, try valueName("a parameter"))
      try expect(.symbol(":"), "':'")
      try typeAndDefault(of: declaration)
      list.append(declaration)
    } while acceptComma(before: .close)
    try expect(.close, "',' or ')'")
    return .list(list)
  }
}
