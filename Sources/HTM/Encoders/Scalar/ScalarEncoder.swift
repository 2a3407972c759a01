/// Encodes numbers from a range that is known, as a run of ones that moves with the number.
///
/// Numbers nearer to each other than ``radius`` share ones; numbers nearer than ``resolution`` have
/// most likely the same ones.
public struct ScalarEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// Whether numbers out of the range are taken as the nearest ones in it.
  public var clipInput: Bool

  /// The number of ones.
  public let w: Int

  /// The number of bits.
  public let n: Int

  /// The least number.
  public let minval: Double

  /// The largest number; of a periodic encoder the one that is as the least again.
  public let maxval: Double

  /// Whether the range is a circle.
  public let periodic: Bool

  /// How far apart numbers are that share no ones.
  public let radius: Double

  /// How far apart numbers are that have not all ones in common.
  public let resolution: Double

  public var width: Int { n }
}

extension ScalarEncoder {
  /// Makes an encoder, of which exactly one of `n`, `radius` and `resolution` says how fine it is.
  ///
  /// - Parameters:
  ///   - w: The number of ones, which is odd.
  ///   - minval: The least number.
  ///   - maxval: The largest number; of a periodic encoder the one that is as the least again.
  ///   - periodic: Whether the range is a circle.
  ///   - n: The number of bits.
  ///   - radius: How far apart numbers are that share no ones.
  ///   - resolution: How far apart numbers are that have not all ones in common.
  ///   - name: The name of the field, or nil for a description of the range.
  ///   - verbosity: How much NuPIC prints.
  ///   - clipInput: Whether numbers out of the range are taken as the nearest ones in it.
  ///   - forced: Whether fewer than 21 ones will do.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    w: Int, minval: Double, maxval: Double, periodic: Bool = false, n: Int = 0, radius: Double = 0,
    resolution: Double = 0, name: String? = nil, verbosity: Int = 0, clipInput: Bool = false,
    forced: Bool = false
  ) throws(HTMError) {
    try EncoderChecks.enoughOnes(w, forced)
    try EncoderChecks.oddWidth(w)
    try EncoderChecks.limits(minval, maxval)
    try EncoderChecks.verbosity(verbosity)
    let size = try Size(
      w: w, rangeInternal: maxval - minval, periodic: periodic, n: n, radius: radius,
      resolution: resolution)
    let usual = "[\(PythonText.plain(minval)):\(PythonText.plain(maxval))]"
    self.init(
      name: name ?? usual, verbosity: verbosity, clipInput: clipInput, w: w, n: size.n,
      minval: minval, maxval: maxval, periodic: periodic, radius: size.radius,
      resolution: size.resolution)
  }

  /// What follows from how fine an encoder is asked to be.
  struct Size {
    let n: Int
    let radius: Double
    let resolution: Double

    init(
      w: Int, rangeInternal: Double, periodic: Bool, n: Int, radius: Double, resolution: Double
    ) throws(HTMError) {
      guard [n != 0, radius != 0, resolution != 0].count(where: { $0 }) == 1 else {
        throw .parameter("n", "exactly one of n, radius and resolution is needed")
      }
      if n != 0 {
        try EncoderChecks.bits(n, above: w, "there are \(w) ones")
        self.n = n
        self.resolution = rangeInternal / Double(periodic ? n : n - w)
        self.radius = Double(w) * self.resolution
      } else {
        self.resolution = radius != 0 ? radius / Double(w) : resolution
        self.radius = radius != 0 ? radius : resolution * Double(w)
        let range = periodic ? rangeInternal : rangeInternal + self.resolution
        let padding = periodic ? 0 : (w - 1) / 2
        let count = (Double(w) * (range / self.radius) + Double(2 * padding)).rounded(.up)
        guard let n = EncoderChecks.whole(count), self.radius > 0 else {
          throw .parameter(radius != 0 ? "radius" : "resolution", "it is not a number above 0")
        }
        try EncoderChecks.bits(n, above: 0, "at least one is needed")
        self.n = n
      }
      guard self.resolution > 0, self.resolution.isFinite, self.radius.isFinite else {
        throw .parameter("maxval", "the range is too small or too large for these bits")
      }
    }
  }

  var halfwidth: Int { (w - 1) / 2 }
  var padding: Int { periodic ? 0 : halfwidth }
  var rangeInternal: Double { maxval - minval }
  var range: Double { periodic ? rangeInternal : rangeInternal + resolution }
  var nInternal: Int { n - 2 * padding }

  /// The number of buckets.
  public var bucketCount: Int { periodic ? n : max(1, n - w + 1) }
}
