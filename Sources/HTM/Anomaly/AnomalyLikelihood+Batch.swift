extension AnomalyLikelihood {
  /// A record of a series.
  public struct Record: Sendable, Hashable {
    /// What the score is of, or nil where this is no number.
    public var value: Double?

    /// The anomaly score, from 0 to 1.
    public var anomalyScore: Double

    /// A record of a series.
    public init(value: Double?, anomalyScore: Double) {
      self.value = value
      self.anomalyScore = anomalyScore
    }
  }

  /// The likelihoods of a series.
  public struct Batch: Sendable, Hashable {
    /// For each record, how likely its average is: small where it is unusual.
    public var likelihoods: [Double]

    /// For each record, the average of the scores up to it.
    public var averages: [Double]

    /// What later records can be judged with.
    public var estimate: LikelihoodEstimate
  }

  /// Judges a series of records by the distribution of their own scores.
  ///
  /// - Parameters:
  ///   - records: The records, at least one.
  ///   - averagingWindow: How many scores are averaged.
  ///   - skipRecords: How many records in the beginning the distribution is not estimated from.
  /// - Throws: `HTMError` when there are no records, or they cannot be averaged.
  public static func estimateAnomalyLikelihoods(
    _ records: [Record], averagingWindow: Int = 10, skipRecords: Int = 0
  ) throws(HTMError) -> Batch {
    guard !records.isEmpty else { throw .input("there has to be at least one record") }
    guard averagingWindow > 0, UInt32(exactly: averagingWindow) != nil else {
      throw .parameter("averagingWindow", "\(averagingWindow) is not from 1 to 2^32 - 1")
    }
    guard skipRecords >= 0 else {
      throw .parameter("skipRecords", "\(skipRecords) is negative")
    }
    let numbers = records.compactMap(\.value)
    let (estimate, averages) = LikelihoodEstimate.make(
      scores: records.map(\.anomalyScore)[...],
      values: numbers.count == records.count ? numbers[...] : nil,
      averagingWindow: averagingWindow, skipRecords: skipRecords)
    var last: Double?
    let likelihoods = averages.map { average in
      let likelihood = estimate.distribution.tailProbability(average)
      defer { last = likelihood }
      return LikelihoodEstimate.filter(likelihood, after: last)
    }
    return Batch(likelihoods: likelihoods, averages: averages, estimate: estimate)
  }

  /// Judges more records by what was estimated before.
  ///
  /// - Throws: `HTMError` when there are no records.
  public static func updateAnomalyLikelihoods(
    _ records: [Record], _ estimate: LikelihoodEstimate
  ) throws(HTMError) -> Batch {
    guard !records.isEmpty else { throw .input("there has to be at least one record") }
    var estimate = estimate
    let found = records.map { estimate.update($0.anomalyScore) }
    return Batch(
      likelihoods: found.map(\.likelihood), averages: found.map(\.average), estimate: estimate)
  }
}
