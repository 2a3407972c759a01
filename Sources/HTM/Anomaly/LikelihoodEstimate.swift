/// What was learnt of earlier anomaly scores, to tell how likely the next ones are.
public struct LikelihoodEstimate: Sendable, Hashable {
  /// The distribution of the averages.
  public internal(set) var distribution: NormalDistribution

  /// The average that the next score goes into.
  public internal(set) var movingAverage: MovingAverage

  /// The probabilities of the last averages, as many as go into an average.
  public internal(set) var historicalLikelihoods: [Double]
}

extension LikelihoodEstimate {
  // Values that hardly differ, such as those of a machine that is off, say nothing.
  private static let leastVariance = 1.5e-5

  /// Estimates a distribution from records, of which there is at least one.
  ///
  /// - Parameter values: what the scores are of, or nil where these are no numbers.
  /// - Returns: the estimate, and the average after each record.
  static func make(
    scores: ArraySlice<Double>, values: ArraySlice<Double>?, averagingWindow: Int,
    skipRecords: Int
  ) -> (estimate: LikelihoodEstimate, averages: [Double]) {
    var average = MovingAverage(averagingWindow, [], total: 0)
    let averages = scores.map { average.next($0) }
    let distribution = distribution(averages, values, skipRecords)
    let likelihoods = averages.suffix(averagingWindow).map { distribution.tailProbability($0) }
    return (
      LikelihoodEstimate(
        distribution: distribution, movingAverage: average, historicalLikelihoods: likelihoods),
      averages
    )
  }

  private static func distribution(
    _ averages: [Double], _ values: ArraySlice<Double>?, _ skipRecords: Int
  ) -> NormalDistribution {
    guard averages.count > skipRecords else { return .null }
    if let values = values?.dropFirst(skipRecords),
      PairwiseSum.variance(values, mean: PairwiseSum.mean(values)) < leastVariance
    {
      return .null
    }
    return NormalDistribution(averages: averages.dropFirst(skipRecords))
  }

  /// Takes in a score.
  ///
  /// - Returns: the average after it, and how likely it is, which is not small twice in a row.
  mutating func update(_ score: Double) -> (average: Double, likelihood: Double) {
    let average = movingAverage.next(score)
    let likelihood = distribution.tailProbability(average)
    let last = historicalLikelihoods.last
    historicalLikelihoods.append(likelihood)
    let surplus = historicalLikelihoods.count - movingAverage.windowSize
    if surplus > 0 { historicalLikelihoods.removeFirst(surplus) }
    return (average, Self.filter(likelihood, after: last))
  }

  /// What is alarming right after something alarming is only remarkable.
  static func filter(_ likelihood: Double, after last: Double?) -> Double {
    let alarming = 1 - 0.99999
    guard let last, likelihood <= alarming, last <= alarming else { return likelihood }
    return 1 - 0.999
  }
}
