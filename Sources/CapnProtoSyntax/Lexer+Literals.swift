extension Lexer {
  mutating func number() throws(Fault) -> Token.Kind {
    let start = position
    if current == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
      position += 2
      if current == UInt8(ascii: "\"") {
        try binary(from: start)
        return .binary
      }
      return .integer(try integer(from: start, radix: 16) { $0.hexValue != nil })
    }
    skip(while: \.isDigit)
    let digits = position - start
    let isZero = digits > 0 && bytes[start] == UInt8(ascii: "0")
    let isFloat = current == UInt8(ascii: ".") || hasExponent
    if !isFloat {
      position = start
      let octal = digits > 1 && isZero
      return .integer(
        try integer(from: start, radix: octal ? 8 : 10) { octal ? $0.isOctalDigit : $0.isDigit })
    }
    if current == UInt8(ascii: ".") {
      position += 1
      skip(while: \.isDigit)
    }
    if hasExponent {
      position += 1
      // The sign.
      if current?.isDigit != true { position += 1 }
      skip(while: \.isDigit)
    }
    let end = position
    try endNumber(from: start)
    guard digits == 1 || !isZero, let value = double(start..<end) else {
      throw Fault(start..<position, "Parse error: not a number.")
    }
    return .float(value)
  }

  /// What the digits of a floating-point number say; where its value is not needed, that it is one.
  private func double(_ range: Range<Int>) -> Double? {
    guard !isSkimming else { return 0 }
    var text = String(decoding: bytes[range], as: UTF8.self)
    // There may be no digits behind the point.
    if let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) {
      let next = text.utf8.index(after: point)
      if next == text.utf8.endIndex || !text.utf8[next].isDigit { text.insert("0", at: next) }
    }
    return Double(text)
  }

  private mutating func skip(while belongs: (UInt8) -> Bool) {
    while let byte = current, belongs(byte) { position += 1 }
  }

  private var hasExponent: Bool {
    guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return false }
    let sign = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 1 : 0
    return peek(1 + sign)?.isDigit == true
  }

  private func endNumber(from start: Int) throws(Fault) {
    if let next = current, next.isNamePart || next == UInt8(ascii: ".") {
      throw Fault(start..<position + 1, "Parse error: a letter or digit after a number.")
    }
  }

  private mutating func integer(
    from start: Int, radix: UInt64, _ belongs: (UInt8) -> Bool
  ) throws(Fault) -> UInt64 {
    var (value, overflow, any): (UInt64, Bool, Bool) = (0, false, false)
    while let byte = current, belongs(byte) {
      any = true
      let (scaled, first) = value.multipliedReportingOverflow(by: radix)
      let (sum, second) = scaled.addingReportingOverflow(UInt64(byte.hexValue ?? 0))
      overflow = overflow || first || second
      value = sum
      position += 1
    }
    guard any else { throw Fault(start..<position, "Parse error: a number without digits.") }
    try endNumber(from: start)
    guard !overflow else {
      throw Fault(start..<position, "Integer is too large to fit into 64 bits.")
    }
    return value
  }

  private mutating func binary(from start: Int) throws(Fault) {
    position += 1
    var digits = 0
    while let byte = current, byte != UInt8(ascii: "\"") {
      position += 1
      if byte.hexValue != nil {
        digits += 1
      } else if !byte.isSpace || !digits.isMultiple(of: 2) {
        throw Fault(position - 1..<position, "Invalid hex digit.")
      }
    }
    guard current != nil else { throw Fault(start..<start + 3, "Unterminated hex literal.") }
    position += 1
    guard digits > 0, digits.isMultiple(of: 2) else {
      throw Fault(start..<position, "Parse error: expected two hex digits for each byte.")
    }
  }

  /// Strings that follow one another are one.
  mutating func strings() throws(Fault) {
    while current == UInt8(ascii: "\"") {
      try string()
      let end = position
      skipSpaceAndComments()
      if current != UInt8(ascii: "\"") { position = end }
    }
  }

  private mutating func skipSpaceAndComments() {
    while let byte = current, byte.isSpace || byte == UInt8(ascii: "#") {
      position += 1
      if byte == UInt8(ascii: "#") { while let byte = current, byte != 0x0A { position += 1 } }
    }
  }

  private mutating func string() throws(Fault) {
    let start = position
    position += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case 0x0A:
        throw Fault(start..<position, "Unterminated string literal.")
      case UInt8(ascii: "\\"):
        position += 1
        try escape()
      default:
        position += 1
      }
    }
    throw Fault(start..<position, "Unterminated string literal.")
  }

  private mutating func escape() throws(Fault) {
    let start = position - 1
    guard current != nil else { throw Fault(start..<position, "Unterminated string literal.") }
    guard source.bytes.escape(&position, end: end) != nil else {
      throw Fault(start..<position, "Invalid escape sequence.")
    }
  }
}
