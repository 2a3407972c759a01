/// A type or a value as it is written.
///
/// A chain of members is an array, so that a chain of any length is not a tree of that depth.
package struct Expression {
  package enum Head {
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

  package enum Suffix {
    case member(Name)
    case application([Argument])
  }

  package struct Argument {
    package var name: Name?
    package var value: Expression
  }

  package var head: Head
  package var suffixes: [Suffix]
  package var range: Range<Int>

  package init(head: Head, suffixes: [Suffix] = [], range: Range<Int>) {
    self.head = head
    self.suffixes = suffixes
    self.range = range
  }
}
