/// A type or a value as it is written.
///
/// A chain of members is an array, so that a chain of any length is not a tree of that depth.
struct Expression {
  indirect enum Head {
    case relative(String)
    case absolute(String)
    case importing(String)
    case embedding(String)
    case integer(UInt64, isNegative: Bool)
    case float(Double)
    case string([UInt8])
    case binary([UInt8])
    case list([Expression])
    case tuple([Argument])
  }

  enum Suffix {
    case member(Name)
    case application([Argument])
  }

  struct Argument {
    var name: Name?
    var value: Expression
  }

  var head: Head
  var suffixes: [Suffix] = []
  var range: Range<Int>
}
