/// JSON in which layouts and spellings that mean the same are made the same.
struct JSONText {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Without space.
  var compact: String { rewritten { $0 } }

  /// Without space, and with numbers that are the same `Float` written the same.
  var plain: String {
    rewritten { token in
      guard let number = Float(token) else { return token }
      return number.description
    }
  }

  /// Whether there is a bracket in any string.
  var hasBracketsInStrings: Bool {
    var isString = false
    var isEscape = false
    for byte in text.utf8 {
      if isString && "{}[]".utf8.contains(byte) { return true }
      if byte == UInt8(ascii: "\"") && !isEscape { isString.toggle() }
      isEscape = isString && !isEscape && byte == UInt8(ascii: "\\")
    }
    return false
  }

  private func rewritten(_ number: (String) -> String) -> String {
    var result: [UInt8] = []
    var token: [UInt8] = []
    var isString = false
    var isEscape = false
    for byte in text.utf8 {
      if isString {
        result.append(byte)
        isString = isEscape || byte != UInt8(ascii: "\"")
        isEscape = !isEscape && byte == UInt8(ascii: "\\")
        continue
      }
      if isPartOfToken(byte) {
        token.append(byte)
        continue
      }
      result += Array(number(String(decoding: token, as: UTF8.self)).utf8)
      token = []
      isString = byte == UInt8(ascii: "\"")
      if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n") { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Of a number or a word.
  private func isPartOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}
