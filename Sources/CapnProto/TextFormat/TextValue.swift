internal import CapnProtoSyntax

/// A value of a text that is about to be read: of what is in brackets, only how much there is.
struct TextValue {
  enum Head {
    case word(Expression.Head)
    case string
    case binary
    case list(Int)
    case tuple(Int)
  }

  let head: Head
  /// Where the value is; of one in brackets, where it begins.
  let range: Range<Int>
  /// Whether it is only a part of what is there, which then is no value.
  let hasSuffixes: Bool
  /// How many parentheses stand around it.
  let parentheses: Int
}
