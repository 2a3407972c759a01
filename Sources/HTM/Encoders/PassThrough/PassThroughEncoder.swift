/// Takes bits as they come.
public struct PassThroughEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The number of bits.
  public let n: Int

  /// How many of them have to be on, or nil for any number.
  public let w: Int?

  /// Whether few ones are allowed; kept for NuPIC, which allows them anyway.
  public let forced: Bool

  public var width: Int { n }

  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - n: The number of bits.
  ///   - w: How many of them have to be on, or nil for any number.
  ///   - name: The name of the field.
  ///   - forced: Whether few ones are allowed.
  ///   - verbosity: How much NuPIC prints.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    n: Int, w: Int? = nil, name: String = "pass_through", forced: Bool = false, verbosity: Int = 0
  ) throws(HTMError) {
    try EncoderChecks.bits(n, above: 0, "at least one is needed")
    try EncoderChecks.verbosity(verbosity)
    if let w, w < 1 || w > n { throw .parameter("w", "\(w) is not from 1 to n, which is \(n)") }
    (self.n, self.w, self.name, self.forced, self.verbosity) = (n, w, name, forced, verbosity)
  }
}

/// Takes the indices of ones as they come, where NuPIC's ``PassThroughEncoder`` takes all bits.
public struct SparsePassThroughEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The number of bits.
  public let n: Int

  /// How many of them have to be on, or nil for any number.
  public let w: Int?

  /// Whether few ones are allowed; kept for NuPIC, which allows them anyway.
  public let forced: Bool

  public var width: Int { n }

  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - n: The number of bits.
  ///   - w: How many of them have to be on, or nil for any number.
  ///   - name: The name of the field.
  ///   - forced: Whether few ones are allowed.
  ///   - verbosity: How much NuPIC prints.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    n: Int, w: Int? = nil, name: String = "sparse_pass_through", forced: Bool = false,
    verbosity: Int = 0
  ) throws(HTMError) {
    let dense = try PassThroughEncoder(n: n, w: w, name: name, forced: forced, verbosity: verbosity)
    self.init(dense)
  }

  init(_ dense: PassThroughEncoder) {
    (n, w, name, forced) = (dense.n, dense.w, dense.name, dense.forced)
    verbosity = dense.verbosity
  }
}
