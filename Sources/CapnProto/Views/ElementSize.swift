/// How the elements of a list are laid out on the wire.
@frozen public enum ElementSize: UInt8, Sendable {
  /// Nothing: only their number is there.
  case void = 0
  /// A bit for each.
  case bit = 1
  /// A byte for each.
  case byte = 2
  /// Two bytes for each.
  case twoBytes = 3
  /// Four bytes for each.
  case fourBytes = 4
  /// Eight bytes for each.
  case eightBytes = 5
  /// A pointer for each.
  case pointer = 6
  /// A struct for each, behind a word that tells their size.
  case composite = 7
}
