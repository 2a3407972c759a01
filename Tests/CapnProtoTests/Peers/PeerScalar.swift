import CapnProto

/// A type of the data section, as `PeerFields` gives values to it.
protocol PeerScalar: PeerElement
where ListReader: RandomAccessCollection, ListReader.Element == Self, ListReader.Index == Int {
  static func random(by hand: PeerHand) -> Self
  static func put(_ value: Self, into list: ListBuilder, at index: Int)
  var json: PeerJSON { get }
}

extension PeerScalar {
  static func fill(
    _ list: ListBuilder, from source: ListReader?, by hand: PeerHand
  ) throws -> PeerJSON {
    .array(
      (0..<list._raw.count).map {
        let value = source?[$0] ?? random(by: hand)
        put(value, into: list, at: $0)
        return value.json
      })
  }
}

extension PeerScalar where Self: Scalar {
  static func put(_ value: Self, into list: ListBuilder, at index: Int) { list[index] = value }
}

extension PeerScalar where Self: Scalar & FixedWidthInteger {
  static func random(by hand: PeerHand) -> Self { hand.integer() }
  var json: PeerJSON { .number(self) }
}

extension PeerScalar where Self: Scalar & BinaryFloatingPoint {
  static func random(by hand: PeerHand) -> Self { hand.float() }
  var json: PeerJSON { .bits(_bits) }
}

extension PeerScalar where Self: EnumType {
  /// Now and then one of a newer schema.
  static func random(by hand: PeerHand) -> Self {
    Self(rawValue: hand.chance(0.9) ? hand.number(in: 0...3) : hand.integer())
  }

  var json: PeerJSON {
    description.hasPrefix("unrecognized") ? .number(rawValue) : .string(description)
  }
}

extension Int8: PeerScalar {}
extension Int16: PeerScalar {}
extension Int32: PeerScalar {}
extension Int64: PeerScalar {}
extension UInt8: PeerScalar {}
extension UInt16: PeerScalar {}
extension UInt32: PeerScalar {}
extension UInt64: PeerScalar {}
extension Float: PeerScalar {}
extension Double: PeerScalar {}
extension Color: PeerScalar {}
extension Palette: PeerScalar {}
extension Outer.Mood: PeerScalar {}
extension Outer.Inner.Innermost.Kind: PeerScalar {}
extension Pair.Kind: PeerScalar, PeerElement {}

extension Bool: PeerScalar {
  static func random(by hand: PeerHand) -> Bool { hand.chance(0.5) }

  static func put(_ value: Bool, into list: BoolListBuilder, at index: Int) {
    list[index] = value
  }

  var json: PeerJSON { .bool(self) }
}

extension VoidValue: PeerScalar {
  static func random(by hand: PeerHand) -> VoidValue { VoidValue() }
  static func put(_ value: VoidValue, into list: VoidListBuilder, at index: Int) {}
  var json: PeerJSON { .null }
}
