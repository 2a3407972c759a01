import Foundation

/// What takes one place in a struct.
enum SchemaScalar: String, Sendable, Hashable {
  case void = "Void"
  case bool = "Bool"
  case int8 = "Int8"
  case int16 = "Int16"
  case int32 = "Int32"
  case int64 = "Int64"
  case uint8 = "UInt8"
  case uint16 = "UInt16"
  case uint32 = "UInt32"
  case uint64 = "UInt64"
  case float32 = "Float32"
  case float64 = "Float64"
  case text = "Text"
  case data = "Data"
  /// Seconds since the beginning of 2001.
  case date
  /// Whole numbers of more than 64 bits, as digits.
  case wide
  /// What has no schema: a value of any kind, as bytes of a file of its own.
  case any

  /// The name of the type in schemas.
  var typeName: String {
    switch self {
    case .date: "Float64"
    case .wide: "Text"
    case .any: "Data"
    default: rawValue
    }
  }

  /// The logarithm of its bits; nil for pointers and for what takes no place.
  var size: Int? {
    switch self {
    case .bool: 0
    case .int8, .uint8: 3
    case .int16, .uint16: 4
    case .int32, .uint32, .float32: 5
    case .int64, .uint64, .float64, .date: 6
    case .void, .text, .data, .wide, .any: nil
    }
  }

  var isPointer: Bool { size == nil && self != .void }
}

/// A type that is a scalar, with values to try where it is not known which ones another type takes.
protocol SeededScalar {
  static var schemaScalar: SchemaScalar { get }
  static func seed(_ attempt: Int) -> Self
}

extension SeededScalar where Self: Numeric {
  static func seed(_ attempt: Int) -> Self { Self(exactly: attempt) ?? 0 }
}

extension Bool: SeededScalar {
  static var schemaScalar: SchemaScalar { .bool }
  static func seed(_ attempt: Int) -> Bool { attempt % 2 == 1 }
}

extension String: SeededScalar {
  static var schemaScalar: SchemaScalar { .text }

  // What types that look into their text most often expect.
  private static let seeds = [
    "", "a", "0", "00000000-0000-0000-0000-000000000000", "https://example.org",
    "2001-01-01T00:00:00Z", "2001-01-01", "#000000", "en", "1.0.0", "0.0.0.0", "[]", "{}",
    "true", "A", "aa", "AAAA",
  ]

  static func seed(_ attempt: Int) -> String { seeds[Swift.min(attempt, seeds.count - 1)] }
}

extension Data: SeededScalar {
  static var schemaScalar: SchemaScalar { .data }
  static func seed(_ attempt: Int) -> Data { Data(count: attempt) }
}

extension Date: SeededScalar {
  static var schemaScalar: SchemaScalar { .date }
  static func seed(_ attempt: Int) -> Date {
    Date(timeIntervalSinceReferenceDate: Double(attempt))
  }
}

extension Int: SeededScalar { static var schemaScalar: SchemaScalar { .int64 } }
extension Int8: SeededScalar { static var schemaScalar: SchemaScalar { .int8 } }
extension Int16: SeededScalar { static var schemaScalar: SchemaScalar { .int16 } }
extension Int32: SeededScalar { static var schemaScalar: SchemaScalar { .int32 } }
extension Int64: SeededScalar { static var schemaScalar: SchemaScalar { .int64 } }
extension UInt: SeededScalar { static var schemaScalar: SchemaScalar { .uint64 } }
extension UInt8: SeededScalar { static var schemaScalar: SchemaScalar { .uint8 } }
extension UInt16: SeededScalar { static var schemaScalar: SchemaScalar { .uint16 } }
extension UInt32: SeededScalar { static var schemaScalar: SchemaScalar { .uint32 } }
extension UInt64: SeededScalar { static var schemaScalar: SchemaScalar { .uint64 } }
extension Int128: SeededScalar { static var schemaScalar: SchemaScalar { .wide } }
extension UInt128: SeededScalar { static var schemaScalar: SchemaScalar { .wide } }
extension Float: SeededScalar { static var schemaScalar: SchemaScalar { .float32 } }
extension Double: SeededScalar { static var schemaScalar: SchemaScalar { .float64 } }
