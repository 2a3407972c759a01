extension Lexer {
  mutating func number() throws(Fault) -> Token.Kind {
    let start = position
    if current == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
      position += 2
      if current == UInt8(ascii: "\"") { return .binary(try binary(from: start)) }
      return .integer(try integer(from: start, radix: 16) { $0.hexValue != nil })
    }
    let digits = take(while: \.isDigit)
    let isFloat = current == UInt8(ascii: ".") || hasExponent
    if !isFloat {
      position = start
      let octal = digits.utf8.count > 1 && digits.hasPrefix("0")
      return .integer(
        try integer(from: start, radix: octal ? 8 : 10) { octal ? $0.isOctalDigit : $0.isDigit })
    }
    var text = digits
    if current == UInt8(ascii: ".") {
      position += 1
      // There may be no digits behind the point.
      text += "." + take(while: \.isDigit) + (peek(-1)?.isDigit == true ? "" : "0")
    }
    if hasExponent {
      text += "e"
      position += 1
      if current == UInt8(ascii: "-") { text += "-" }
      if current?.isDigit != true { position += 1 }
      text += take(while: \.isDigit)
    }
    try endNumber(from: start)
    guard digits == "0" || !digits.hasPrefix("0"), let value = Double(text) else {
      throw Fault(start..<position, "Parse error: not a number.")
    }
    return .float(value)
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

  private mutating func binary(from start: Int) throws(Fault) -> [UInt8] {
    position += 1
    var digits: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      position += 1
      if let digit = byte.hexValue {
        digits.append(digit)
      } else if !byte.isSpace || !digits.count.isMultiple(of: 2) {
        throw Fault(position - 1..<position, "Invalid hex digit.")
      }
    }
    guard current != nil else { throw Fault(start..<start + 3, "Unterminated hex literal.") }
    position += 1
    guard !digits.isEmpty, digits.count.isMultiple(of: 2) else {
      throw Fault(start..<position, "Parse error: expected two hex digits for each byte.")
    }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// Strings that follow one another are one.
  mutating func strings() throws(Fault) -> [UInt8] {
    var text: [UInt8] = []
    while current == UInt8(ascii: "\"") {
      text += try string()
      let end = position
      skipSpaceAndComments()
      if current != UInt8(ascii: "\"") { position = end }
    }
    return text
  }

  private mutating func skipSpaceAndComments() {
    while let byte = current, byte.isSpace || byte == UInt8(ascii: "#") {
      if byte == UInt8(ascii: "#") { _ = take { $0 != 0x0A } } else { position += 1 }
    }
  }

  private mutating func string() throws(Fault) -> [UInt8] {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return text
      case 0x0A:
        throw Fault(start..<position, "Unterminated string literal.")
      case UInt8(ascii: "\\"):
        position += 1
        text.append(try escape())
      default:
        position += 1
        text.append(byte)
      }
    }
    throw Fault(start..<position, "Unterminated string literal.")
  }

  private mutating func escape() throws(Fault) -> UInt8 {
    let start = position - 1
    guard let byte = current else { throw Fault(start..<position, "Unterminated string literal.") }
    position += 1
    switch byte {
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"): return byte
    case UInt8(ascii: "x"):
      guard let high = current?.hexValue, let low = peek(1)?.hexValue else {
        throw Fault(start..<position, "Invalid escape sequence.")
      }
      position += 2
      return high << 4 | low
    case let digit where digit.isOctalDigit:
      var value = digit - UInt8(ascii: "0")
      for _ in 0..<2 {
        guard let next = current, next.isOctalDigit else { break }
        value = value << 3 | (next - UInt8(ascii: "0"))
        position += 1
      }
      return value
    default:
      throw Fault(start..<position, "Invalid escape sequence.")
    }
  }
}
