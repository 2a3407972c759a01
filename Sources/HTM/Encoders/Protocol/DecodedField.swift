/// What bits say about a part of a value.
public struct DecodedField: Hashable, Sendable {
  /// The name of the part.
  public var name: String

  /// The ranges that the value may be in.
  public var ranges: [ClosedRange<Double>]

  /// The ranges in words, as NuPIC puts them.
  public var description: String

  /// Makes a description of a part's value.
  public init(name: String, ranges: [ClosedRange<Double>], description: String) {
    self.name = name
    self.ranges = ranges
    self.description = description
  }
}
