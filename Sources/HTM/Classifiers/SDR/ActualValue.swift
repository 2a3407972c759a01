/// What a bucket stands for: a number, or a category by its name.
public enum ActualValue: Sendable, Hashable, Codable {
  /// A number; buckets average what they are given.
  case number(Double)

  /// The name of a category; buckets keep the last.
  case category(String)

  /// The number, or nil for a category.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

extension ActualValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }

  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  public init(stringLiteral value: String) { self = .category(value) }
}
