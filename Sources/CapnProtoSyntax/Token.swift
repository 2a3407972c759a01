/// A word of schema text.
package struct Token {
  package enum Kind: Equatable {
    case identifier(String)
    case integer(UInt64)
    case float(Double)
    /// Strings that follow one another, and are one.
    case string
    /// Bytes as hexadecimal digits.
    case binary
    case symbol(String)
    case open, close, openBracket, closeBracket, openBrace, closeBrace, comma, semicolon
    case end
  }

  package var kind: Kind
  package var range: Range<Int>
  /// The comment after a semicolon or a brace, which documents what it belongs to.
  package var comment: String?
}
