/// The upper half of a `Float`: its range, with the precision of two or three decimal digits.
public struct BFloat16: Sendable, BitwiseCopyable {
  /// The bits, sign first.
  public var bitPattern: UInt16

  /// Takes bits, sign first.
  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }

  /// The nearest one to a number, the even one of two that are equally near.
  public init(_ value: Float) {
    let bits = value.bitPattern
    guard !value.isNaN else {
      // What is cut off may be all that tells it from infinity.
      bitPattern = UInt16(truncatingIfNeeded: bits >> 16) | 0x40
      return
    }
    let rounding = 0x7FFF + (bits >> 16 & 1)
    bitPattern = UInt16(truncatingIfNeeded: (bits &+ rounding) >> 16)
  }
}

extension BFloat16: Hashable, Comparable {
  public static func == (left: BFloat16, right: BFloat16) -> Bool { Float(left) == Float(right) }

  public static func < (left: BFloat16, right: BFloat16) -> Bool { Float(left) < Float(right) }

  public func hash(into hasher: inout Hasher) { hasher.combine(Float(self)) }
}

// No literals: they would make `tensor[0] == 1.5` one of these.
extension BFloat16: CustomStringConvertible {
  public var description: String { Float(self).description }
}

extension Float {
  /// The same number: every one that has 16 bits is exact.
  public init(_ value: BFloat16) { self.init(bitPattern: UInt32(value.bitPattern) << 16) }
}
