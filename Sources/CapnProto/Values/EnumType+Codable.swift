// Coded by name, which is what people and other programs know; a number that the schema does not
// name is coded as the number.
extension EnumType {
  /// Encodes the name in the schema, or the number where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if isNamed {
      try container.encode(description)
    } else {
      try container.encode(rawValue)
    }
  }

  /// Decodes a name in the schema, or a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(UInt16.self) {
      self.init(rawValue: number)
      return
    }
    let name = try container.decode(String.self)
    guard let known = Self(name: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(Self.self) has no value called \(name)")
    }
    self = known
  }

  /// The value with a name in the schema, nil when there is none.
  public init?(name: String) {
    // The schema numbers its names from zero without a gap.
    for number in UInt16.min...UInt16.max {
      let candidate = Self(rawValue: number)
      guard candidate.isNamed else { break }
      if candidate.description == name {
        self = candidate
        return
      }
    }
    return nil
  }

  private var isNamed: Bool { description != "unrecognized(\(rawValue))" }
}
