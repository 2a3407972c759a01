internal import CapnProto
internal import Foundation
internal import Stowage

/// The numbers of tensors, one by one.
enum TensorNumber {
  /// The number at an index, which has to be there.
  static func value(_ bytes: Data, _ index: Int, _ element: Tensor.ElementType) -> DynamicValue {
    let start = bytes.startIndex + index * element.size
    var bits: UInt64 = 0
    for byte in 0..<element.size { bits |= UInt64(bytes[start + byte]) << UInt64(byte * 8) }
    return switch element {
    case .bool: .bool(bits != 0)
    case .int8: .int(Int64(Int8(truncatingIfNeeded: bits)))
    case .int16: .int(Int64(Int16(truncatingIfNeeded: bits)))
    case .int32: .int(Int64(Int32(truncatingIfNeeded: bits)))
    case .int64: .int(Int64(bitPattern: bits))
    case .uint8, .uint16, .uint32, .uint64: .uint(bits)
    case .bfloat16: .float32(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    case .float16: .float32(half(UInt16(truncatingIfNeeded: bits)))
    case .float32: .float32(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: .float64(Double(bitPattern: bits))
    }
  }

  /// A number of half precision, which not every system has a type for.
  private static func half(_ bits: UInt16) -> Float {
    let sign: Float = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 31)
    let fraction = Float(bits & 1023)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
    }
  }
}
