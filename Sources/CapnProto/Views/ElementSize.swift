/// How the elements of a list are laid out on the wire.
@frozen public enum ElementSize: UInt8, Sendable {
  case void = 0
  case bit = 1
  case byte = 2
  case twoBytes = 3
  case fourBytes = 4
  case eightBytes = 5
  case pointer = 6
  case composite = 7
}
