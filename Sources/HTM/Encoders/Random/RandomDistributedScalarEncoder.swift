/// Encodes numbers of any size in buckets of random bits, of which near buckets share many.
///
/// The range need not be known: the bits of a bucket are drawn when a number first falls into it or
/// beyond it. Buckets that are less than ``w`` apart share as many bits as they are nearer than that;
/// others share at most ``maxOverlap``.
public struct RandomDistributedScalarEncoder: InputEncoder {
  public var name: String

  public var verbosity: Int

  /// The number of ones.
  public let w: Int

  /// The number of bits.
  public let n: Int

  /// How wide a bucket is.
  public let resolution: Double

  /// The middle of the bucket in the middle; nil until a number is encoded, which it then is.
  public internal(set) var offset: Double?

  /// How many bits buckets may share that are far from each other.
  public let maxOverlap: Int

  /// How often a bit was drawn in vain.
  public internal(set) var numTries: Int

  /// The index of the first bucket that has bits.
  public internal(set) var minIndex: Int

  /// The generator of the bits of new buckets.
  public internal(set) var random: Random

  /// The bits of each bucket, one bucket behind another, in the order in which they were drawn.
  var bits: [UInt32]

  public var width: Int { n }

  /// The number of buckets that there can be.
  static let maxBuckets = 1000
}

extension RandomDistributedScalarEncoder {
  /// Makes an encoder.
  ///
  /// - Parameters:
  ///   - resolution: How wide a bucket is.
  ///   - w: The number of ones, which is odd.
  ///   - n: The number of bits, more than six times as many.
  ///   - name: The name of the field, or nil for the resolution.
  ///   - offset: The middle of the bucket in the middle, or nil for the first number encoded.
  ///   - seed: The seed of the bits, or 0 for any.
  ///   - verbosity: How much NuPIC prints.
  /// - Throws: `HTMError` with the parameter that makes no sense.
  public init(
    resolution: Double, w: Int = 21, n: Int = 400, name: String? = nil, offset: Double? = nil,
    seed: UInt64 = 42, verbosity: Int = 0
  ) throws(HTMError) {
    try EncoderChecks.verbosity(verbosity)
    try Self.check(resolution, w, n, offset)
    self.name = name ?? "[\(PythonText.real(resolution))]"
    self.verbosity = verbosity
    self.w = w
    self.n = n
    self.resolution = resolution
    self.offset = offset
    maxOverlap = 2
    numTries = 0
    minIndex = Self.maxBuckets / 2
    random = Random(seed: seed)
    var all = (0..<UInt32(n)).map { $0 }
    random.shuffle(&all)
    bits = Array(all.prefix(w))
  }

  static func check(
    _ resolution: Double, _ w: Int, _ n: Int, _ offset: Double?
  ) throws(HTMError) {
    guard resolution > 0, resolution.isFinite else {
      throw .parameter("resolution", "\(resolution) is not a number above 0")
    }
    try EncoderChecks.oddWidth(w)
    try EncoderChecks.bits(n, above: 6 * w, "more than six times w are needed")
    if let offset, !offset.isFinite { throw .parameter("offset", "\(offset) is not a number") }
  }

  /// The number of buckets that have bits.
  public var bucketCount: Int { bits.count / w }

  /// The index of the last bucket that has bits.
  public var maxIndex: Int { minIndex + bucketCount - 1 }

  func range(_ bucket: Int) -> Range<Int> { (bucket - minIndex) * w..<(bucket - minIndex + 1) * w }
}
