internal import Foundation

/// Tells how unusual an anomaly score is among the scores of the recent past.
///
/// A model that predicts badly has high scores all the time, which say nothing; one that predicts
/// well and has a middling score for a while has met something new. It computes what NuPIC 1.0.5
/// computes, bit for bit.
public struct AnomalyLikelihood: Sendable, Hashable {
  /// The number of records whose scores are of a model that knows nothing yet.
  public let learningPeriod: Int

  /// The number of records before the first estimate, in which the likelihood is 0.5.
  public let probationaryPeriod: Int

  /// The number of records after which the distribution is estimated again.
  public let reestimationPeriod: Int

  /// The number of records from which the distribution is estimated.
  public var historicWindowSize: Int { scores.capacity }

  /// The number of records that were taken in.
  public internal(set) var iteration = 0

  /// What the likelihoods are found with, or nil before the first estimate.
  public internal(set) var estimate: LikelihoodEstimate?

  var values: SlidingWindow
  var scores: SlidingWindow

  static let averagingWindow = 10

  /// Starts anew.
  ///
  /// - Throws: `HTMError` when a period is negative or makes no sense.
  public init(
    learningPeriod: Int = 288, estimationSamples: Int = 100, historicWindowSize: Int = 8640,
    reestimationPeriod: Int = 100
  ) throws(HTMError) {
    for (name, number) in [
      ("learningPeriod", learningPeriod), ("estimationSamples", estimationSamples),
      ("historicWindowSize", historicWindowSize), ("reestimationPeriod", reestimationPeriod),
    ] where !(0...Int(Int32.max)).contains(number) {
      throw .parameter(name, "\(number) is not from 0 to 2^31 - 1")
    }
    guard estimationSamples <= historicWindowSize else {
      throw .parameter(
        "estimationSamples",
        "\(estimationSamples) records do not fit into the historicWindowSize of "
          + "\(historicWindowSize)")
    }
    guard reestimationPeriod > 0 else {
      throw .parameter("reestimationPeriod", "it is 0, and has to be at least 1")
    }
    guard learningPeriod + estimationSamples > 0, historicWindowSize > 0 else {
      throw .parameter(
        "estimationSamples", "there has to be a record before the distribution is estimated")
    }
    self.init(
      learningPeriod, probationaryPeriod: learningPeriod + estimationSamples, reestimationPeriod,
      historicWindowSize)
  }

  init(
    _ learningPeriod: Int, probationaryPeriod: Int, _ reestimationPeriod: Int,
    _ historicWindowSize: Int
  ) {
    self.learningPeriod = learningPeriod
    self.probationaryPeriod = probationaryPeriod
    self.reestimationPeriod = reestimationPeriod
    values = SlidingWindow(capacity: historicWindowSize)
    scores = SlidingWindow(capacity: historicWindowSize)
  }

  /// The records from which the next distribution is estimated, the oldest first.
  public var historicalScores: [(value: Double, anomalyScore: Double)] {
    zip(values.elements, scores.elements).map { (value: $0, anomalyScore: $1) }
  }

  /// Takes in a record.
  ///
  /// - Parameters:
  ///   - value: What the score is of.
  ///   - anomalyScore: The score, from 0 to 1.
  /// - Returns: how unusual the score is: close to 1 when it is very unusual, 0.5 in the beginning.
  @discardableResult
  public mutating func anomalyProbability(_ value: Double, _ anomalyScore: Double) -> Double {
    var likelihood = 0.5
    if iteration >= probationaryPeriod {
      if estimate == nil || iteration % reestimationPeriod == 0 { reestimate() }
      if let found = estimate?.update(anomalyScore) { likelihood = 1 - found.likelihood }
    }
    values.append(value)
    scores.append(anomalyScore)
    iteration += 1
    return likelihood
  }

  private mutating func reestimate() {
    guard scores.count > 0 else { return }
    // Of the records in which the model knew nothing, those that are not forgotten are skipped.
    let forgotten = max(0, iteration - historicWindowSize)
    let skip = min(iteration, max(0, learningPeriod - forgotten))
    estimate =
      LikelihoodEstimate.make(
        scores: scores.elements, values: values.elements,
        averagingWindow: Self.averagingWindow, skipRecords: skip
      ).estimate
  }

  /// A likelihood on a scale on which the very unusual can be told apart: from 0 to 1.
  public static func computeLogLikelihood(_ likelihood: Double) -> Double {
    log(1.0000000001 - likelihood) / -23.02585084720009
  }
}
