internal import CapnProtoSyntax

/// Goes through a text whose syntax was checked, value by value.
struct TextWalk {
  private let source: SourceText
  private let brackets: TextBrackets
  private var parser: Parser
  /// The number of the bracket that opens next.
  private var number = 0

  /// Checks the syntax of a range of a text, which holds a single value.
  init(
    _ source: SourceText, _ range: Range<Int>, levelLimit: Int, memoryBytes: Int,
    _ progress: SpoolProgress?
  ) throws(CapnProtoError) {
    self.source = source
    let first = FirstFault()
    brackets = TextBrackets(memoryBytes: memoryBytes, first, progress)
    // The value in the innermost parentheses is one level more.
    var parser = Parser(
      source, range: range, depthLimit: levelLimit + 1, isSkimming: true, faults: first)
    var found: Fault?
    do throws(Fault) {
      try parser.passOver(brackets)
      if parser.next.kind != .end {
        throw Fault(parser.next.range, "Parse error: expected the end of the text.")
      }
    } catch {
      found = error
    }
    if let failure = brackets.failure { throw failure }
    // What is no word ends the words, and the parser cannot know.
    if let fault = first.fault ?? found {
      throw source.error(.malformed, fault.range, fault.message)
    }
    self.parser = Parser(source, range: range, depthLimit: levelLimit + 1, faults: first)
  }

  /// The next value; of one in brackets, what is in them comes next.
  ///
  /// Call `end` behind it.
  mutating func value() throws(CapnProtoError) -> TextValue {
    var parentheses = 0
    while parser.next.kind == .open, brackets[number].isSingle {
      number += 1
      parentheses += 1
      parser.advance()
    }
    let range = parser.next.range
    let head: TextValue.Head
    var hasSuffixes = false
    switch parser.next.kind {
    case .open, .openBracket:
      let bracket = brackets[number]
      hasSuffixes = bracket.hasSuffixes
      head = parser.next.kind == .open ? .tuple(bracket.count) : .list(bracket.count)
      number += 1
      parser.advance()
    case .string, .binary:
      head = parser.next.kind == .string ? .string : .binary
      parser.advance()
      hasSuffixes = parser.isSuffixNext
    default:
      head = try word()
      hasSuffixes = parser.isSuffixNext
    }
    return TextValue(
      head: head, range: range, hasSuffixes: hasSuffixes, parentheses: parentheses)
  }

  private mutating func word() throws(CapnProtoError) -> TextValue.Head {
    do throws(Fault) {
      return .word(try parser.leaf())
    } catch {
      throw source.error(.malformed, error.range, error.message)
    }
  }

  /// Takes what closes a value, and the comma behind it if there is one.
  mutating func end(_ value: TextValue) {
    switch value.head {
    case .tuple, .list: parser.advance()
    default: break
    }
    _ = parser.accept(.comma)
    for _ in 0..<value.parentheses {
      parser.advance()
      _ = parser.accept(.comma)
    }
  }

  /// The name of the argument that comes next, with the sign behind it; nil where it has none.
  mutating func name() throws(CapnProtoError) -> Name? {
    do throws(Fault) {
      return try parser.argumentName()
    } catch {
      throw source.error(.malformed, error.range, error.message)
    }
  }
}

extension SourceText {
  func error(
    _ code: CapnProtoError.Code, _ range: Range<Int>, _ message: String
  ) -> CapnProtoError {
    let (line, column) = position(range.lowerBound)
    return CapnProtoError(code, "\(line):\(column): \(message)")
  }
}
