/// Encodes numbers from a range that follows the numbers that it has seen.
public struct AdaptiveScalarEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  public var learningEnabled = true

  /// The number of ones.
  public let w: Int

  /// The number of bits.
  public let n: Int

  /// Whether numbers out of the range are taken as the nearest ones in it; NuPIC does so always.
  public internal(set) var clipInput = true

  /// The least and the largest number so far; nil as long as these are not two.
  public var limits: Limits? {
    guard let minval, let maxval, minval < maxval else { return nil }
    return Limits(minval: minval, maxval: maxval)
  }

  var minval: Double?
  var maxval: Double?

  /// How many inputs there were.
  public internal(set) var recordNum = 0

  /// The last numbers, from which the range follows.
  var window: Window

  public var width: Int { n }

  /// A range of numbers.
  public struct Limits: Hashable, Codable, Sendable {
    /// The least number.
    public let minval: Double

    /// The largest number.
    public let maxval: Double
  }

  /// The last numbers.
  struct Window: Hashable, Sendable {
    var values: [Double] = []
    var total = 0.0
    var size = 300

    mutating func add(_ value: Double) {
      if values.count == size { total -= values.removeFirst() }
      values.append(value)
      total += value
    }

    /// The least and the largest; NuPIC sorts what it looks through, and so forgets the least ones.
    mutating func sort() -> (least: Double, most: Double)? {
      values.sort()
      guard let least = values.first, let most = values.last else { return nil }
      return (least, most)
    }
  }
}

extension AdaptiveScalarEncoder {
  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - w: The number of ones, which is odd.
  ///   - minval: The least number at first, or nil where that is not known; then nor is the largest.
  ///   - maxval: The largest number at first, or nil where that is not known.
  ///   - n: The number of bits.
  ///   - name: The name of the field, or nil for a description of the range.
  ///   - verbosity: How much NuPIC prints.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int, minval: Double? = nil, maxval: Double? = nil, n: Int, name: String? = nil,
    verbosity: Int = 0, forced: Bool = false
  ) throws(HTMError) {
    try EncoderChecks.enoughOnes(w, forced)
    try EncoderChecks.oddWidth(w)
    try EncoderChecks.bits(n, above: w, "there are \(w) ones")
    try EncoderChecks.verbosity(verbosity)
    guard minval != nil || maxval == nil else {
      throw .parameter("minval", "of maxval alone no range ever comes: give both, or none of them")
    }
    guard minval?.isFinite ?? true else {
      throw .parameter("minval", "\(minval ?? .nan) is not a number")
    }
    (self.w, self.n, self.verbosity) = (w, n, verbosity)
    window = Window()
    let texts = [minval, maxval].map { $0.map(PythonText.plain) ?? "None" }
    self.name = name ?? "[\(texts[0]):\(texts[1])]"
    (self.minval, self.maxval) = (minval, maxval)
    if let minval, let maxval {
      try EncoderChecks.limits(minval, maxval)
      guard scalar != nil else {
        throw .parameter("maxval", "the range is too small or too large for these bits")
      }
    }
  }

  /// The encoder of the present range; nil while there is none.
  var scalar: ScalarEncoder? {
    guard let limits else { return nil }
    let resolution = (limits.maxval - limits.minval) / Double(n - w)
    let radius = Double(w) * resolution
    guard resolution > 0, radius.isFinite, (2 * limits.maxval - 2 * limits.minval).isFinite
    else { return nil }
    return ScalarEncoder(
      name: name, verbosity: 0, clipInput: clipInput, w: w, n: n, minval: limits.minval,
      maxval: limits.maxval, periodic: false, radius: radius, resolution: resolution)
  }
}
