/// Makes declarations of words.
package struct Parser {
  package let source: SourceText
  package let faults: any FaultCollector
  /// The word that comes next; after the last it is `.end`.
  package private(set) var next: Token
  /// The files that are imported, and where.
  package private(set) var imports: [Name] = []

  // Words are read as they are needed: an array of them would be many times as large as the text.
  private var lexer: Lexer
  private var second: Token
  private var lastEnd: Int
  // Small, as a parser is on the stack again and again for each level of a schema.
  private let depthLimit: Int32
  private var depth: Int32 = 0

  /// Reads a text, or a range of it.
  ///
  /// The limit is on how deep declarations and expressions may nest, so that no text can exhaust the
  /// stack. Who skims takes no interest in the values of numbers.
  package init(
    _ source: SourceText, range: Range<Int>? = nil, depthLimit: Int = 64,
    isSkimming: Bool = false, faults: any FaultCollector
  ) {
    self.source = source
    self.faults = faults
    self.depthLimit = Int32(clamping: depthLimit)
    let range = range ?? 0..<source.bytes.count
    lexer = Lexer(source, range: range, isSkimming: isSkimming, faults: faults)
    next = lexer.token()
    second = lexer.token()
    lastEnd = range.lowerBound
  }

  /// What kind of word comes after the next.
  package var afterNext: Token.Kind { second.kind }

  /// Where the next word begins.
  package var position: Int { next.range.lowerBound }

  func isNext(_ kind: Token.Kind) -> Bool { next.kind == kind }

  package mutating func advance() {
    guard next.kind != .end else { return }
    lastEnd = next.range.upperBound
    next = second
    second = lexer.token()
  }

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

  /// The range from where a word began to where the last one that was read ends.
  package func range(from start: Int) -> Range<Int> { start..<max(start, lastEnd) }

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
