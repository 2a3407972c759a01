extension AnomalyDetector {
  /// The detector of NuPIC with the temporal memory in C++, as the Numenta Anomaly Benchmark has it.
  ///
  /// It computes what NuPIC 1.0.5 computes with these parameters, value by value.
  ///
  /// - Parameters:
  ///   - minimum: The least value that is expected.
  ///   - maximum: The largest value that is expected.
  ///   - probation: The number of values before the scores say anything; the benchmark takes 15 % of
  ///     all values, and at most 750.
  /// - Throws: `HTMError` when these make no sense.
  public static func numentaTM(
    minimum: Double, maximum: Double, probation: Int = 750
  ) throws(HTMError) -> AnomalyDetector {
    guard minimum.isFinite, maximum.isFinite, minimum <= maximum, (maximum - minimum).isFinite
    else {
      throw .parameter("minimum", "\(minimum) and \(maximum) are no range of values")
    }
    guard probation >= 1 else { throw .parameter("probation", "\(probation) is less than 1") }
    // The range is wider by a fifth on both sides, and is cut into 130 buckets.
    let padding = abs(maximum - minimum) * 0.2
    let least = minimum - padding
    var most = maximum + padding
    if least == most { most = least + 1 }
    var encoder = MultiEncoder()
    try encoder.add(
      "timestamp",
      DateEncoder(timeOfDay: DateEncoder.Resolution(w: 21, radius: 9.49), name: "timestamp"))
    try encoder.add(
      "value",
      RandomDistributedScalarEncoder(
        resolution: max(0.001, (most - least) / 130), w: 21, n: 400, name: "value", seed: 42))
    var pooling = SpatialPooler.Parameters()
    pooling.inputDimensions = [encoder.width]
    pooling.columnDimensions = [2048]
    pooling.potentialRadius = encoder.width
    pooling.potentialPct = 0.8
    pooling.globalInhibition = true
    pooling.numActiveColumnsPerInhArea = 40
    pooling.synPermInactiveDec = 0.0005
    pooling.synPermActiveInc = 0.003
    pooling.synPermConnected = 0.2
    pooling.seed = 1956
    var remembering = TemporalMemory.Parameters()
    remembering.columnDimensions = [2048]
    remembering.cellsPerColumn = 32
    remembering.activationThreshold = 20
    remembering.initialPermanence = 0.24
    remembering.connectedPermanence = 0.5
    remembering.minThreshold = 13
    remembering.maxNewSynapseCount = 31
    remembering.permanenceIncrement = 0.04
    remembering.permanenceDecrement = 0.008
    remembering.predictedSegmentDecrement = 0.001
    remembering.maxSegmentsPerCell = 128
    remembering.maxSynapsesPerSegment = 128
    remembering.seed = 1960
    let learning = probation / 2
    return try AnomalyDetector(
      encoder: encoder, pooler: SpatialPooler(pooling), memory: TemporalMemory(remembering),
      likelihood: AnomalyLikelihood(
        learningPeriod: learning, estimationSamples: probation - learning))
  }
}
