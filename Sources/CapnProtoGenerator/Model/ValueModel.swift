/// A default, a constant or the value of an annotation.
enum ValueModel {
  case void
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)

  /// Bits, since equal numbers may differ in them.
  case float32(UInt32)
  case float64(UInt64)
  case text(String)
  case data([UInt8])
  case enumeration(UInt16)

  /// A list, a struct or anything else behind a pointer: a whole message of one segment.
  case pointer([UInt64])

  /// The null pointer, of whatever type.
  case null

  /// The bits that a scalar field of this default is masked with.
  var mask: UInt64 {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): UInt64(bitPattern: value)
    case .uint(let value): value
    case .float32(let bits): UInt64(bits)
    case .float64(let bits): bits
    case .enumeration(let value): UInt64(value)
    default: 0
    }
  }
}
