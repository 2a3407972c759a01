/// Encodes numbers by their logarithms, so that what counts is by which factor they differ.
public struct LogEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// Whether numbers out of the range are taken as the nearest ones in it, which they are anyway.
  public internal(set) var clipInput: Bool

  /// The least number.
  public let minval: Double

  /// The largest number.
  public let maxval: Double

  /// The logarithm of the least number, which NuPIC's files have beside it.
  let minScaledValue: Double

  /// The logarithm of the largest number.
  let maxScaledValue: Double

  /// The encoder of the logarithms.
  public let scaled: ScalarEncoder

  public var width: Int { scaled.width }
}

extension LogEncoder {
  /// Makes an encoder, of which exactly one of `n`, `radius` and `resolution` says how fine it is.
  ///
  /// - Parameters:
  ///   - w: The number of ones, which is odd.
  ///   - minval: The least number; those below 0.0000001 count as that.
  ///   - maxval: The largest number.
  ///   - periodic: Whether the range is a circle.
  ///   - n: The number of bits.
  ///   - radius: How far apart the logarithms of numbers are that share no ones.
  ///   - resolution: How far apart the logarithms of numbers are that have not all ones in common.
  ///   - name: The name of the field.
  ///   - verbosity: How much NuPIC prints.
  ///   - clipInput: Kept for NuPIC: numbers out of the range are always taken as the nearest in it.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int = 5, minval: Double = 1e-07, maxval: Double = 10000, periodic: Bool = false, n: Int = 0,
    radius: Double = 0, resolution: Double = 0, name: String = "log", verbosity: Int = 0,
    clipInput: Bool = true, forced: Bool = false
  ) throws(HTMError) {
    let least = max(minval, 1e-07)
    guard least < maxval, maxval.isFinite else {
      throw .parameter("maxval", "\(maxval) is not above minval, which is at least 0.0000001")
    }
    (self.minval, self.maxval) = (least, maxval)
    minScaledValue = Decimal10.logarithm(least)
    maxScaledValue = Decimal10.logarithm(maxval)
    let texts = [minScaledValue, maxScaledValue].map(PythonText.real)
    scaled = try ScalarEncoder(
      w: w, minval: minScaledValue, maxval: maxScaledValue, periodic: periodic, n: n,
      radius: radius, resolution: resolution, name: "[\(texts[0]):\(texts[1])]",
      verbosity: verbosity, clipInput: clipInput, forced: forced)
    (self.name, self.verbosity, self.clipInput) = (name, verbosity, clipInput)
  }

  /// The logarithm of a number in the range; nil where it is missing.
  private func scaledValue(_ input: EncoderInput) throws(HTMError) -> Double? {
    guard !input.isMissing else { return nil }
    return Decimal10.logarithm(min(max(try number(input), minval), maxval))
  }

  public func encode(
    _ input: EncoderInput, at offset: Int, into ones: inout [Int]
  ) throws(HTMError) {
    guard let value = try scaledValue(input) else { return }
    try scaled.encode(.number(value), at: offset, into: &ones)
  }

  public func bucketIndices(of input: EncoderInput) throws(HTMError) -> [Int?] {
    guard let value = try scaledValue(input) else { return [nil] }
    return try scaled.bucketIndices(of: .number(value))
  }
}

extension LogEncoder {
  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    try scaled.bucketInfo(of: buckets).map(unscaled)
  }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try scaled.topDownCompute(ones).map(unscaled)
  }

  private func unscaled(_ result: EncoderResult) -> EncoderResult {
    let value = Decimal10.power(result.scalar)
    return EncoderResult(value: .number(value), scalar: value, encoding: result.encoding)
  }

  /// The number that each bucket stands for.
  public var bucketValues: [Double] { scaled.bucketValues.map(Decimal10.power) }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    let ranges = try scaled.decodedRanges(ones).map { range in
      ClosedRange(near: Decimal10.power(range.lowerBound), Decimal10.power(range.upperBound))
    }
    guard !ranges.isEmpty else { return [] }
    return [
      DecodedField(
        name: parentName.isEmpty ? name : "\(parentName).\(name)", ranges: ranges,
        description: PythonText.ranges(ranges))
    ]
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    func logarithm(_ number: Double) -> Double {
      number > 0 ? Decimal10.logarithm(number) : minScaledValue
    }
    guard let expected = expected.first, let actual = actual.first else { return [] }
    let error = abs(logarithm(expected) - logarithm(actual))
    return [fractional ? 1 - min(error / (maxScaledValue - minScaledValue), 1) : error]
  }
}
