/// A value that fits its type.
enum CompiledValue {
  case void
  case bool(Bool)
  /// A whole number, as 64 bits in two's complement.
  case integer(UInt64, isNegative: Bool)
  case float(Double)
  case text([UInt8])
  case data([UInt8])
  case enumeration(UInt16)
  case interface
  case pointer(WireValue)

  /// The bits in a data section.
  func bits(_ type: Meaning) -> UInt64 {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .integer(let value, _): value
    case .enumeration(let value): UInt64(value)
    case .float(let value):
      if case .builtin(.float32) = type {
        UInt64(Float(value).bitPattern)
      } else {
        value.bitPattern
      }
    default: 0
    }
  }

  var wire: WireValue {
    switch self {
    case .text(let bytes): .bytes(bytes + [0])
    case .data(let bytes): .bytes(bytes)
    case .pointer(let value): value
    default: .null
    }
  }
}
