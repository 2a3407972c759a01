/// The number of bytes of a number in a FlexBuffer: 1, 2, 4 or 8.
enum FlexWidth: UInt8, Comparable, CaseIterable {
  case one, two, four, eight

  var bytes: Int { 1 << Int(rawValue) }

  init?(bytes: UInt64) {
    switch bytes {
    case 1: self = .one
    case 2: self = .two
    case 4: self = .four
    case 8: self = .eight
    default: return nil
    }
  }

  /// The least width that holds a number.
  init(of value: UInt64) {
    self =
      value <= 0xFF ? .one : value <= 0xFFFF ? .two : value <= 0xFFFF_FFFF ? .four : .eight
  }

  init(of value: Int64) {
    self =
      Int8(exactly: value) != nil
      ? .one : Int16(exactly: value) != nil ? .two : Int32(exactly: value) != nil ? .four : .eight
  }

  /// Four bytes for a number that is the same as a `Float`, which one that is none never is.
  init(of value: Double) { self = value == Double(Float(value)) ? .four : .eight }

  static func < (left: FlexWidth, right: FlexWidth) -> Bool { left.rawValue < right.rawValue }
}

/// The types of FlexBuffers that models are made of.
enum FlexType {
  static let null: UInt8 = 0
  static let int: UInt8 = 1
  static let unsigned: UInt8 = 2
  static let float: UInt8 = 3
  static let key: UInt8 = 4
  static let string: UInt8 = 5
  static let indirectInt: UInt8 = 6
  static let indirectUnsigned: UInt8 = 7
  static let indirectFloat: UInt8 = 8
  static let map: UInt8 = 9
  static let vector: UInt8 = 10
  /// Followed by those of unsigned integers, floats and keys.
  static let intVector: UInt8 = 11
  /// Followed by those of two unsigned integers and floats, then of three and four.
  static let twoInts: UInt8 = 16
  static let fourFloats: UInt8 = 24
  static let bool: UInt8 = 26
  static let boolVector: UInt8 = 36
}
