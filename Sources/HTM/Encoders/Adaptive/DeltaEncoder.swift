/// Encodes by how much a number differs from the one before it.
public struct DeltaEncoder: InputEncoder {
  public var name: String

  public var verbosity = 0

  public var learningEnabled = true

  /// Whether the number before stays as it is.
  public var stateLock = false

  /// The encoder of the differences.
  public internal(set) var differences: AdaptiveScalarEncoder

  /// The number before; nil at first.
  public internal(set) var previousValue: Double?

  /// The difference before; nil at first.
  public internal(set) var previousDelta: Double?

  public var width: Int { differences.width }
}

extension DeltaEncoder {
  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - w: The number of ones, which is odd.
  ///   - minval: The least difference at first, or nil where that is not known.
  ///   - maxval: The largest difference at first, or nil where that is not known.
  ///   - n: The number of bits.
  ///   - name: The name of the field.
  ///   - verbosity: How much NuPIC prints.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int, minval: Double? = nil, maxval: Double? = nil, n: Int, name: String? = nil,
    verbosity: Int = 0, forced: Bool = false
  ) throws(HTMError) {
    differences = try AdaptiveScalarEncoder(
      w: w, minval: minval, maxval: maxval, n: n, name: name, verbosity: verbosity, forced: forced)
    self.name = name ?? ""
    self.verbosity = verbosity
  }

  public mutating func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    let number = try number(input)
    guard !number.isInfinite else { throw .input("\(number) cannot be encoded by \(name)") }
    let previous = previousValue ?? number
    previousValue = previous
    let delta = number - previous
    try differences.encode(.number(delta), at: offset, into: &ones, learn: learningEnabled)
    guard !stateLock else { return }
    previousValue = number
    previousDelta = delta
  }

  /// The bucket of a number, which NuPIC takes as a difference here.
  public mutating func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    try differences.bucketIndices(of: input)
  }

  /// What a bucket of differences stands for.
  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    try started()
    return try differences.bucketInfo(of: buckets)
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try started()
    return try differences.topDownCompute(ones).map { result in
      let value = result.scalar + (previousValue ?? 0)
      return EncoderResult(value: .number(value), scalar: value, encoding: result.encoding)
    }
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    guard ones.isEmpty else { throw .unsupported("decode", Self.self) }
    return []
  }

  private func started() throws(HTMError) {
    guard previousValue != nil, previousDelta != nil else {
      throw .input("\(name) knows no number before its first one")
    }
  }
}
