/// An enum of a schema, which keeps values that this program's schema does not know.
public protocol EnumType: Scalar, Hashable, CustomStringConvertible where Bits == UInt16 {
  /// The enumerant with this number; an unknown number is kept as it is.
  init(rawValue: UInt16)

  /// The number of this enumerant on the wire.
  var rawValue: UInt16 { get }
}

extension EnumType {
  @inlinable public init(_bits: UInt16) { self.init(rawValue: _bits) }
  @inlinable public var _bits: UInt16 { rawValue }
}
