/// What a model makes of a record; what it was not asked for is nil.
public struct ModelInferences: Sendable, Hashable {
  /// How unexpected the record is, from 0 to 1.
  public var anomalyScore: Double?

  /// What kinds of anomaly the record is like, as text that Python would read as a list.
  public var anomalyLabel: String?

  /// For each number of steps, how probable each value is.
  public var multiStepPredictions: [Int: [EncoderInput: Double]]?

  /// For each number of steps, the value that is the most probable.
  public var multiStepBestPredictions: [Int: EncoderInput]?

  /// For each number of steps, how probable each bucket of values is.
  public var multiStepBucketLikelihoods: [Int: [Int: Double]]?

  /// The value of each field that comes next.
  public var prediction: [EncoderInput]?

  /// The bits of each field that comes next.
  public var encodings: [[UInt8]]?

  /// The category that the record is of.
  public var classification: EncoderInput?

  /// How probable each category is.
  public var classConfidences: [EncoderInput: Double]?

  /// Makes inferences that say nothing.
  public init() {}
}
