/// What is given to an encoder: one value, or the fields of a record.
public enum EncoderInput: Hashable, Sendable {
  /// Nothing is known; most encoders give no bits for it, as for a number that is none.
  case missing

  /// A number, for the encoders of numbers.
  case number(Double)

  /// A name, for the encoders of categories.
  case text(String)

  /// A date with its time, for ``DateEncoder``.
  case date(DateTime)

  /// A point with whole coordinates, and how far its surroundings reach, for ``CoordinateEncoder``.
  case coordinate([Int], radius: Double)

  /// A place on the earth and the speed in meters per second, for ``GeospatialCoordinateEncoder``.
  case place(speed: Double, longitude: Double, latitude: Double, altitude: Double?)

  /// The indices of ones, for the encoders that pass bits through.
  case bits([Int])

  /// Fields by their names, for ``MultiEncoder``.
  case record([String: EncoderInput])

  /// Whether nothing is known: it is missing, or no number.
  public var isMissing: Bool {
    switch self {
    case .missing: true
    case .number(let number): number.isNaN
    default: false
    }
  }

  /// The number that it is.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }

  /// The name that it is.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension EncoderInput: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByNilLiteral, ExpressibleByDictionaryLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }

  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  public init(stringLiteral value: String) { self = .text(value) }

  public init(nilLiteral: ()) { self = .missing }

  public init(dictionaryLiteral elements: (String, EncoderInput)...) {
    self = .record(Dictionary(elements) { $1 })
  }
}
