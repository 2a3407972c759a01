/// A part of what an encoder encodes, and where its bits begin.
public struct EncoderField: Hashable, Codable, Sendable {
  /// The name of the part.
  public var name: String

  /// The index of its first bit.
  public var offset: Int

  /// Makes a description of a part.
  public init(name: String, offset: Int) {
    self.name = name
    self.offset = offset
  }
}

/// The type of the values of a field, as NuPIC names it.
public enum EncoderFieldType: String, Hashable, Codable, Sendable {
  /// Text.
  case string

  /// A date with its time.
  case datetime

  /// A whole number.
  case int

  /// A number.
  case float

  /// A truth value.
  case bool

  /// A list.
  case list

  /// Bits.
  case sdr
}
