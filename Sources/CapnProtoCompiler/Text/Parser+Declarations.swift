extension Parser {
  private static let typeKeywords: Set<String> = [
    "using", "const", "enum", "struct", "interface", "annotation",
  ]

  /// Reads any declaration that can stand in a declaration of a kind.
  mutating func declaration(in outer: Declaration.Kind) throws(Fault) -> Declaration {
    try enter()
    defer { leave() }
    let first = next
    let holdsTypes = outer == .file || outer == .structure || outer == .interface
    if case .identifier(let word) = first.kind, case .identifier = ahead(1) {
      if !holdsTypes, Self.typeKeywords.contains(word) {
        throw Fault(first.range, "This kind of declaration does not belong here.")
      }
      switch word {
      case "using": return try alias()
      case "const": return try constant()
      case "enum": return try block(.enumeration)
      case "struct": return try block(.structure)
      case "interface": return try block(.interface)
      case "annotation": return try annotation()
      default: break
      }
    }
    if holdsTypes, first.kind == .identifier("using") { return try alias() }
    switch outer {
    case .structure, .union, .group: return try member(in: outer)
    case .enumeration: return try enumerant()
    case .interface: return try method()
    default: throw Fault(first.range, "Parse error: expected a declaration.")
    }
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
    if case .identifier = next.kind, ahead(1) == .symbol("=") {
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
      repeat {
        declaration.targets.append(try target())
      } while accept(.comma) && next.kind != .close
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
    while next.kind != close {
      names.append(try identifier("the name of a parameter"))
      guard accept(.comma) else { break }
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
        } while accept(.comma) && next.kind != .close
      }
      try expect(.close, "')'")
    }
    declaration.annotations = try annotations()
    try body(of: declaration)
    return declaration
  }

  private mutating func body(of declaration: Declaration) throws(Fault) {
    declaration.comment = next.comment
    try expect(.openBrace, "'{'")
    while next.kind != .closeBrace, next.kind != .end, !faults.isFull {
      attempt { (parser) throws(Fault) in
        declaration.nested.append(try parser.declaration(in: declaration.kind))
      }
    }
    let late = next.comment
    try expect(.closeBrace, "'}'")
    declaration.comment = declaration.comment ?? late
  }

  private mutating func member(in outer: Declaration.Kind) throws(Fault) -> Declaration {
    if next.kind == .identifier("union") {
      switch ahead(1) {
      case .openBrace:
        let declaration = Declaration(.union, Name(text: "", range: next.range))
        advance()
        try body(of: declaration)
        return declaration
      default: break
      }
    }
    let name = try valueName("a declaration")
    let number = next.kind == .symbol("@") ? try number() : nil
    let insists = number != nil && accept(symbol: "!")
    try expect(.symbol(":"), "':'")
    for (word, kind) in [("union", Declaration.Kind.union), ("group", .group)]
    where next.kind == .identifier(word) {
      switch ahead(1) {
      case .openBrace, .symbol("$"): break
      default: continue
      }
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
    guard let number, !insists else {
      throw Fault(name.range, "Parse error: a field needs a number.")
    }
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
    } while accept(.comma) && next.kind != .close
    try expect(.close, "',' or ')'")
    return .list(list)
  }
}
