/// Splits schema text into words.
@safe struct Lexer {
  let source: SourceText
  // Without the way through the class, which keeps them, for each byte. A lexer is part of what is
  // on the stack again and again for each level of a text, so it is kept small.
  private let start: UnsafePointer<UInt8>?
  let faults: any FaultCollector
  let end: Int
  /// Whether the values of numbers are not needed.
  let isSkimming: Bool
  var position: Int

  init(
    _ source: SourceText, range: Range<Int>, isSkimming: Bool, faults: any FaultCollector
  ) {
    self.isSkimming = isSkimming
    self.source = source
    let bytes = source.bytes
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "no such range")
    unsafe start = bytes.base
    position = range.lowerBound
    end = range.upperBound
    self.faults = faults
  }

  var bytes: SharedBytes { source.bytes }

  var current: UInt8? { peek(0) }

  func peek(_ distance: Int) -> UInt8? {
    let place = position + distance
    guard place >= 0 && place < end else { return nil }
    defer { withExtendedLifetime(source) {} }
    return unsafe start.unsafelyUnwrapped[place]
  }

  /// The next word; after the last it is `.end`, again and again.
  mutating func token() -> Token {
    while !faults.isFull {
      skipSpace()
      let start = position
      guard let byte = current else { break }
      do {
        var token = Token(kind: try word(byte), range: start..<position)
        switch token.kind {
        case .semicolon, .openBrace, .closeBrace: token.comment = comment()
        default: break
        }
        return token
      } catch {
        faults.add(error.range, in: source, error.message)
        position = max(position, start + 1)
      }
    }
    return Token(kind: .end, range: position..<position)
  }

  private mutating func word(_ byte: UInt8) throws(Fault) -> Token.Kind {
    let single: Token.Kind? =
      switch byte {
      case UInt8(ascii: "("): .open
      case UInt8(ascii: ")"): .close
      case UInt8(ascii: "["): .openBracket
      case UInt8(ascii: "]"): .closeBracket
      case UInt8(ascii: "{"): .openBrace
      case UInt8(ascii: "}"): .closeBrace
      case UInt8(ascii: ","): .comma
      case UInt8(ascii: ";"): .semicolon
      default: nil
      }
    if let single {
      position += 1
      return single
    }
    if byte.isNameStart { return .identifier(take(while: \.isNamePart)) }
    if byte.isDigit { return try number() }
    if byte == UInt8(ascii: "\"") {
      try strings()
      return .string
    }
    if byte.isOperator { return .symbol(take(while: \.isOperator)) }
    throw Fault(position..<position + 1, "Parse error: a character that no schema has here.")
  }

  mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = current, belongs(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = current {
      if byte.isSpace {
        position += 1
      } else if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF {
        position += 3
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let byte = current {
      position += 1
      if byte == 0x0A { return }
    }
  }

  /// The comment on the same line or the next ones.
  private mutating func comment() -> String? {
    skipLineSpace()
    if current == 0x0D { position += 1 }
    if current == 0x0A { position += 1 }
    var lines: [UInt8] = []
    while true {
      skipLineSpace()
      guard current == UInt8(ascii: "#") else { break }
      position += 1
      if current == 0x20 { position += 1 }
      let start = position
      skipLine()
      lines += bytes[start..<position]
      if lines.last != 0x0A { lines.append(0x0A) }
    }
    return lines.isEmpty ? nil : String(decoding: lines, as: UTF8.self)
  }

  private mutating func skipLineSpace() {
    while let byte = current, byte.isSpace, byte != 0x0A, byte != 0x0D { position += 1 }
  }
}
