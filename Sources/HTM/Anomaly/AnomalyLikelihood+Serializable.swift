internal import CapnProto
public import Stowage

extension AnomalyLikelihood: Serializable {
  public func write(_ builder: AnomalyLikelihoodProto.Builder) throws {
    builder.iteration = UInt64(iteration)
    builder.learningPeriod = UInt32(learningPeriod)
    builder.probationaryPeriod = UInt32(probationaryPeriod)
    builder.reestimationPeriod = UInt32(reestimationPeriod)
    builder.historicWindowSize = UInt32(historicWindowSize)
    let list = try builder.initHistoricalScores(count: scores.count)
    for (index, record) in historicalScores.enumerated() {
      list[index].value = record.value
      list[index].anomalyScore = record.anomalyScore
    }
    try estimate?.write(builder.initDistribution())
  }

  /// Reads a likelihood.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that no likelihood can
  ///   be in, each with the field.
  public static func read(_ reader: AnomalyLikelihoodProto.Reader) throws -> AnomalyLikelihood {
    guard let iteration = Int(exactly: reader.iteration), iteration < 1 << 60 else {
      throw HTMError.state(
        "AnomalyLikelihoodProto.iteration", "\(reader.iteration) is not below 2^60")
    }
    guard reader.reestimationPeriod > 0 else {
      throw HTMError.state(
        "AnomalyLikelihoodProto.reestimationPeriod", "it is 0, and has to be at least 1")
    }
    var likelihood = AnomalyLikelihood(
      Int(reader.learningPeriod), probationaryPeriod: Int(reader.probationaryPeriod),
      Int(reader.reestimationPeriod), Int(reader.historicWindowSize))
    likelihood.iteration = iteration
    try likelihood.readRecords(reader.historicalScores)
    likelihood.estimate = try LikelihoodEstimate.read(reader)
    return likelihood
  }

  private mutating func readRecords(
    _ records: StructListReader<AnomalyLikelihoodProto.Score>
  ) throws {
    guard records.count <= historicWindowSize else {
      throw HTMError.state(
        "AnomalyLikelihoodProto.historicalScores",
        "there are \(records.count) in a historicWindowSize of \(historicWindowSize)")
    }
    // Records that take no memory in the message take some here.
    let pairs = try _values(of: records) { record throws(CapnProtoError) in
      (record.value, record.anomalyScore)
    }
    for (value, score) in pairs {
      values.append(value)
      scores.append(score)
    }
  }
}

extension LikelihoodEstimate {
  func write(_ builder: AnomalyLikelihoodProto.Distribution.Builder) throws {
    try builder.setName(distribution.name)
    builder.mean = distribution.mean
    builder.variance = distribution.variance
    builder.stdev = distribution.stdev
    let average = try builder.initMovingAverage()
    average.windowSize = UInt64(movingAverage.windowSize)
    average.total = movingAverage.total
    try average.setHistoricalValues(movingAverage.slidingWindow)
    try builder.setHistoricalLikelihoods(historicalLikelihoods)
  }

  // Without a name there is no distribution yet.
  static func read(_ parent: AnomalyLikelihoodProto.Reader) throws -> LikelihoodEstimate? {
    let path = "AnomalyLikelihoodProto.distribution"
    let reader = try parent.distribution
    let name = try String(reader.name)
    guard !name.isEmpty else { return nil }
    guard reader.stdev > 0 else {
      throw HTMError.state("\(path).stdev", "\(reader.stdev) is not above 0")
    }
    let average = try reader.movingAverage
    let movingAverage = try MovingAverage(
      "\(path).movingAverage", average.windowSize, average.historicalValues,
      total: average.total)
    let likelihoods = try reader.historicalLikelihoods
    guard likelihoods.count <= movingAverage.windowSize else {
      throw HTMError.state(
        "\(path).historicalLikelihoods",
        "there are \(likelihoods.count), which is more than the window's "
          + "\(movingAverage.windowSize)")
    }
    var distribution = NormalDistribution(
      mean: reader.mean, variance: reader.variance, stdev: reader.stdev)
    distribution.name = name
    return LikelihoodEstimate(
      distribution: distribution, movingAverage: movingAverage,
      historicalLikelihoods: Array(likelihoods))
  }
}
