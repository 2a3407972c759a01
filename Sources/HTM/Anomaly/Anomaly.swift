/// The share of the active columns that were not predicted; 0 when none is active.
public func computeRawAnomalyScore(
  activeColumns: [Int], prevPredictedColumns: [Int]
) -> Double {
  guard !activeColumns.isEmpty else { return 0 }
  let predicted = Set(prevPredictedColumns)
  let unpredicted = activeColumns.count { !predicted.contains($0) }
  return Double(unpredicted) / Double(activeColumns.count)
}

/// Anomaly scores of one record after another, as NuPIC's class of this name finds them.
public struct Anomaly: Sendable, Hashable {
  /// What a score is.
  public enum Mode: String, Sendable, Hashable, CaseIterable, Codable {
    /// The share of the active columns that were not predicted.
    case pure
    /// How usual this share is: 1 less the probability of an ``AnomalyLikelihood``, as in NuPIC.
    case likelihood
    /// The product of both.
    case weighted
  }

  /// What a score is.
  public let mode: Mode

  /// The score from which on it is 1, and below which it is 0; nil leaves it as it is.
  public let binaryAnomalyThreshold: Double?

  /// The average that scores go into, or nil where they are not averaged.
  public internal(set) var movingAverage: MovingAverage?

  /// What tells how unusual a score is, in the modes that need it.
  public internal(set) var likelihood: AnomalyLikelihood?

  /// Starts anew.
  ///
  /// - Parameters:
  ///   - slidingWindowSize: How many scores are averaged, or nil for none.
  ///   - mode: What a score is.
  ///   - binaryAnomalyThreshold: A score between 0 and 1 to decide at, or nil not to.
  /// - Throws: `HTMError` for a window or a threshold that cannot be.
  public init(
    slidingWindowSize: Int? = nil, mode: Mode = .pure, binaryAnomalyThreshold: Double? = nil
  ) throws(HTMError) {
    var average: MovingAverage?
    if let size = slidingWindowSize {
      average = try MovingAverage(windowSize: size)
    }
    let likelihood = mode == .pure ? nil : try AnomalyLikelihood()
    try self.init(mode, binaryAnomalyThreshold, average, likelihood)
  }

  init(
    _ mode: Mode, _ threshold: Double?, _ average: MovingAverage?,
    _ likelihood: AnomalyLikelihood?
  ) throws(HTMError) {
    if let threshold, !(threshold > 0 && threshold < 1) {
      throw .parameter("binaryAnomalyThreshold", "\(threshold) is not between 0 and 1")
    }
    self.mode = mode
    binaryAnomalyThreshold = threshold
    movingAverage = average
    self.likelihood = likelihood
  }

  /// The score of the next record.
  ///
  /// - Parameters:
  ///   - activeColumns: The columns that are active.
  ///   - prevPredictedColumns: The columns that were predicted before.
  ///   - inputValue: The value of the record, which all modes but ``Mode-swift.enum/pure`` need.
  /// - Throws: `HTMError` when the value is needed and missing.
  public mutating func compute(
    activeColumns: [Int], prevPredictedColumns: [Int], inputValue: Double? = nil
  ) throws(HTMError) -> Double {
    var score = computeRawAnomalyScore(
      activeColumns: activeColumns, prevPredictedColumns: prevPredictedColumns)
    if mode != .pure {
      guard let inputValue else {
        throw .input("mode \(mode.rawValue) needs the record's value, as inputValue")
      }
      let usual = 1 - (likelihood?.anomalyProbability(inputValue, score) ?? 0.5)
      score = mode == .weighted ? score * usual : usual
    }
    if let average = movingAverage?.next(score) { score = average }
    guard let binaryAnomalyThreshold else { return score }
    return score >= binaryAnomalyThreshold ? 1 : 0
  }
}
