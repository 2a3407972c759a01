/// Makes declarations of words.
package struct Parser {
  package let source: SourceText
  package let faults: any FaultCollector
  package var position = 0
  /// The files that are imported, and where.
  package private(set) var imports: [Name] = []

  private let tokens: [Token]
  private let depthLimit: Int
  private var depth = 0

  /// Reads a text, or a range of it.
  ///
  /// The limit is on how deep declarations and expressions may nest, so that no text can exhaust the
  /// stack.
  package init(
    _ source: SourceText, range: Range<Int>? = nil, depthLimit: Int = 64,
    faults: any FaultCollector
  ) {
    self.source = source
    self.faults = faults
    self.depthLimit = depthLimit
    var lexer = Lexer(source, range: range ?? 0..<source.bytes.count, faults: faults)
    tokens = lexer.tokens()
  }

  /// The word that comes next; the last is always `.end`, and is never passed.
  package var next: Token { tokens[min(position, tokens.count - 1)] }

  package func ahead(_ distance: Int) -> Token.Kind {
    tokens[min(position + distance, tokens.count - 1)].kind
  }

  func isNext(_ kind: Token.Kind) -> Bool { next.kind == kind }

  package mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  package mutating func accept(_ kind: Token.Kind) -> Bool {
    guard next.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes a comma, and says whether an item follows it: the last item may have one as well.
  package mutating func acceptComma(before end: Token.Kind) -> Bool {
    accept(.comma) && next.kind != end
  }

  package mutating func accept(symbol: String) -> Bool { accept(.symbol(symbol)) }

  package mutating func accept(word: String) -> Bool { accept(.identifier(word)) }

  package mutating func expect(_ kind: Token.Kind, _ what: String) throws(Fault) {
    if !accept(kind) { throw Fault(next.range, "Parse error: expected \(what).") }
  }

  package mutating func identifier(_ what: String) throws(Fault) -> Name {
    guard case .identifier(let text) = next.kind else {
      throw Fault(next.range, "Parse error: expected \(what).")
    }
    let name = Name(text: text, range: next.range)
    advance()
    return name
  }

  /// The range from a word that was read to the last one read.
  package func range(from start: Int) -> Range<Int> {
    let lower = tokens[start].range.lowerBound
    return lower..<max(lower, tokens[max(position - 1, 0)].range.upperBound)
  }

  mutating func note(import file: Name) { imports.append(file) }

  /// Goes one level deeper; who calls it comes back with `leave`.
  package mutating func enter() throws(Fault) {
    guard depth < depthLimit else { throw tooDeep() }
    depth += 1
  }

  private func tooDeep() -> Fault {
    Fault(next.range, "Nested too deeply: more than \(depthLimit) levels.")
  }

  package mutating func leave() { depth -= 1 }
}
