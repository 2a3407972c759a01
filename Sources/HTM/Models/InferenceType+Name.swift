extension InferenceType {
  /// The name that NuPIC has for it in its configurations, such as `TemporalAnomaly`.
  public var name: String {
    let name = description
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The kind of inference of a name such as `TemporalAnomaly`; nil for other names.
  public init?(name: String) {
    guard let type = Self.allKnownCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }
}
