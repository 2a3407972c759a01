/// How a word is spelled as a Swift identifier.
enum Identifier {
  /// The words that are an identifier only between backticks.
  static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch",
    "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// The words that name something else even between backticks, as in `x.self` or `T.Type`.
  static let unusable: Set<String> = ["Any", "Protocol", "Self", "Type", "init", "self"]

  /// The word as it is declared and used, in backticks when it is a keyword.
  static func spelled(_ word: String) -> String {
    keywords.contains(word) ? "`\(word)`" : word
  }

  /// The word with a capital first letter.
  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Whether `word` can be written as one Swift identifier of ASCII letters, digits and `_`.
  static func isValid(_ word: String) -> Bool {
    guard let first = word.utf8.first, !isDigit(first) else { return false }
    return word != "_"
      && word.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// A type name made of whatever words a path or a file name contains.
  static func typeName(from text: String) -> String {
    let words = text.utf8.split { !isLetter($0) && !isDigit($0) }
    let name = words.map { capitalized(String(decoding: $0, as: UTF8.self)) }.joined()
    return isValid(name) ? name : "_" + name
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
