/// NuPIC's name for the choice between numbers as they are and their differences.
public enum ScalarSpaceEncoder {
  /// What is encoded.
  public enum Space: String, Hashable, Codable, Sendable {
    /// The numbers.
    case absolute

    /// The differences between them.
    case delta
  }

  /// Makes an ``AdaptiveScalarEncoder`` or a ``DeltaEncoder``.
  ///
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public static func make(
    w: Int, minval: Double? = nil, maxval: Double? = nil, n: Int, name: String? = nil,
    verbosity: Int = 0, space: Space = .absolute, forced: Bool = false
  ) throws(HTMError) -> any InputEncoder {
    switch space {
    case .absolute:
      try AdaptiveScalarEncoder(
        w: w, minval: minval, maxval: maxval, n: n, name: name, verbosity: verbosity,
        forced: forced)
    case .delta:
      try DeltaEncoder(
        w: w, minval: minval, maxval: maxval, n: n, name: name, verbosity: verbosity,
        forced: forced)
    }
  }
}
