/// A value that lies in the data section of a struct, or in a list, as plain bits.
///
/// The integers, `Float` and `Double` conform, and so does every enum of a schema.
public protocol Scalar: ListElement, Sendable
where ListReader == ScalarListReader<Self>, ListBuilder == ScalarListBuilder<Self> {
  /// The unsigned integer of the same size.
  associatedtype Bits: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable

  /// The value with these bits.
  init(_bits: Bits)

  /// The bits of this value.
  var _bits: Bits { get }

  /// Whether Swift has the same bits in memory as the wire.
  static var _isBitwise: Bool { get }
}

/// A scalar that Swift has in memory exactly as it is on the wire.
public protocol BitwiseScalar: Scalar, BitwiseCopyable {}

extension Scalar {
  @inlinable public static var _isBitwise: Bool { false }

  @inlinable public static var _elementSize: ElementSize {
    switch Bits.bitWidth {
    case 8: .byte
    case 16: .twoBytes
    case 32: .fourBytes
    default: .eightBytes
    }
  }
}

extension BitwiseScalar {
  @inlinable public static var _isBitwise: Bool { true }
}

extension Scalar where Self: FixedWidthInteger {
  @inlinable public init(_bits: Bits) { self.init(truncatingIfNeeded: _bits) }
  @inlinable public var _bits: Bits { Bits(truncatingIfNeeded: self) }
}

extension Int8: BitwiseScalar { public typealias Bits = UInt8 }
extension Int16: BitwiseScalar { public typealias Bits = UInt16 }
extension Int32: BitwiseScalar { public typealias Bits = UInt32 }
extension Int64: BitwiseScalar { public typealias Bits = UInt64 }
extension UInt8: BitwiseScalar { public typealias Bits = UInt8 }
extension UInt16: BitwiseScalar { public typealias Bits = UInt16 }
extension UInt32: BitwiseScalar { public typealias Bits = UInt32 }
extension UInt64: BitwiseScalar { public typealias Bits = UInt64 }

extension Float: BitwiseScalar {
  @inlinable public init(_bits: UInt32) { self.init(bitPattern: _bits) }
  @inlinable public var _bits: UInt32 { bitPattern }
}

extension Double: BitwiseScalar {
  @inlinable public init(_bits: UInt64) { self.init(bitPattern: _bits) }
  @inlinable public var _bits: UInt64 { bitPattern }
}
