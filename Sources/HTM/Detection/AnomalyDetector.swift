/// Finds what is unusual in a metric, one value after another.
///
/// A value and its time are encoded, pooled, and predicted by a temporal memory; what comes out is how
/// far each value was not predicted, and how unusual that is. It learns all the time.
///
/// <!-- snippet: htm-detector -->
/// ```swift
/// var detector = try AnomalyDetector.numentaTM(minimum: 0, maximum: 100, probation: 300)
/// for (timestamp, value) in metric {
///   let detection = try detector.detect(timestamp: timestamp, value: value)
///   if detection.anomalyScore > 0.5 { print("\(timestamp): \(value) is unusual") }
/// }
/// try save(file, detector)  // what is loaded goes on with the next value
/// ```
public struct AnomalyDetector: Sendable {
  /// Encodes the fields ``timestampField`` and ``valueField``.
  public internal(set) var encoder: MultiEncoder

  /// Turns what is encoded into columns.
  public internal(set) var pooler: SpatialPooler

  /// Predicts the columns of the next value.
  public internal(set) var memory: TemporalMemory

  /// Tells how unusual the scores are.
  public internal(set) var likelihood: AnomalyLikelihood

  /// The field of the time in what is encoded.
  public let timestampField: String

  /// The field of the value in what is encoded.
  public let valueField: String

  /// The number of values so far.
  public internal(set) var rows = 0

  /// The least and the largest value so far; nil before the first one.
  public internal(set) var range: ClosedRange<Double>?

  /// The last value and its time; nil before the first one.
  public internal(set) var last: Sample?

  /// How many bytes somebody has written about the values so far, who goes on with them later.
  ///
  /// It is kept with the detector, which does not use it.
  public var outputBytes = 0

  // The ones of the input, which would be made anew for each value.
  var ones: [Int] = []

  /// A value and its time.
  public struct Sample: Hashable, Sendable {
    /// The time.
    public let timestamp: DateTime

    /// The value.
    public let value: Double
  }

  /// What was found about a value.
  public struct Detection: Hashable, Sendable {
    /// The part of the columns that was not predicted, from 0 to 1.
    public let rawScore: Double

    /// How unusual the raw scores of late are: close to 1 when very unusual.
    public let likelihood: Double

    /// Whether the value is far out of the range of those before it.
    public let isOutOfRange: Bool

    /// How unusual the value is, from 0 to 1: 1 out of the range, and where it is in it, the
    /// likelihood on a scale on which high ones can be told apart.
    public let anomalyScore: Double
  }

  /// Puts a detector together.
  ///
  /// - Parameters:
  ///   - encoder: Encodes the fields of the time and of the value.
  ///   - pooler: A pooler of inputs of the encoder's width.
  ///   - memory: A memory of the pooler's columns.
  ///   - likelihood: What tells how unusual scores are.
  ///   - timestampField: The field of the time in what is encoded.
  ///   - valueField: The field of the value in what is encoded.
  /// - Throws: `HTMError` when the parts do not fit together.
  public init(
    encoder: MultiEncoder, pooler: SpatialPooler, memory: TemporalMemory,
    likelihood: AnomalyLikelihood, timestampField: String = "timestamp",
    valueField: String = "value"
  ) throws(HTMError) {
    guard encoder.width == pooler.numInputs else {
      throw .parameter(
        "pooler", "it has \(pooler.numInputs) inputs, and the encoder \(encoder.width) bits")
    }
    guard pooler.numColumns == memory.numColumns else {
      throw .parameter(
        "memory", "it has \(memory.numColumns) columns, and the pooler \(pooler.numColumns)")
    }
    for member in encoder.members where ![timestampField, valueField].contains(member.field) {
      throw .parameter("encoder", "nothing is known to encode as \(member.field)")
    }
    (self.encoder, self.pooler, self.memory) = (encoder, pooler, memory)
    self.likelihood = likelihood
    (self.timestampField, self.valueField) = (timestampField, valueField)
  }
}

extension AnomalyDetector {
  /// Takes in the next value, and learns from it.
  ///
  /// - Parameters:
  ///   - timestamp: When the value was taken; detectors of values alone do not mind it.
  ///   - value: The value.
  /// - Throws: `HTMError` when it cannot be encoded; the detector stays as it was then.
  public mutating func detect(
    timestamp: DateTime, value: Double
  ) throws(HTMError) -> Detection {
    guard value.isFinite else { throw .input("\(value) is no number") }
    ones.removeAll(keepingCapacity: true)
    try encoder.encode(
      .record([timestampField: .date(timestamp), valueField: .number(value)]), at: 0, into: &ones)
    let columns = try pooler.compute(activeInputs: ones, learn: true)
    // The score has single precision in NuPIC.
    let rawScore = Double(memory.anomaly(ofColumns: columns))
    try memory.compute(activeColumns: columns, learn: true)
    let probability = likelihood.anomalyProbability(value, rawScore)
    let isOutOfRange = leaves(value)
    rows += 1
    last = Sample(timestamp: timestamp, value: value)
    return Detection(
      rawScore: rawScore, likelihood: probability, isOutOfRange: isOutOfRange,
      anomalyScore: isOutOfRange ? 1 : AnomalyLikelihood.computeLogLikelihood(probability))
  }

  /// Whether a value is far out of the range so far, into which it is taken then.
  private mutating func leaves(_ value: Double) -> Bool {
    guard let range else {
      self.range = value...value
      return false
    }
    let margin = (range.upperBound - range.lowerBound) * 0.05
    let leaves =
      range.lowerBound != range.upperBound
      && (value > range.upperBound + margin || value < range.lowerBound - margin)
    self.range = min(range.lowerBound, value)...max(range.upperBound, value)
    return leaves
  }
}
