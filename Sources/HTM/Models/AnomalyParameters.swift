internal import Stowage

/// What a model of a metric's anomalies is made with, and what it is asked for.
public struct AnomalyParameters: Hashable {
  /// What the model is made with.
  public var modelConfig: ModelConfig

  /// What it is asked for: the field `c1`, one step ahead.
  public var inferenceArgs: ModelArguments
}

/// Parameters for a model of the anomalies of one metric, with the time of day.
///
/// The records have the time in the field `c0`, and the value in `c1`. They are NuPIC's, chosen on
/// many metrics.
///
/// - Parameters:
///   - metricData: values of the metric; those that are not given otherwise follow from them.
///   - minVal: the least value; nil for what the data say.
///   - maxVal: the largest value; nil for what the data say.
///   - minResolution: the least difference of values that matters.
///   - tmImplementation: the temporal memory: `tm_cpp`, or `cpp`, which is NuPIC's default, and of
///     which the model cannot run here.
/// - Throws: `HTMError` where data are needed and there are none, or for another memory.
public func scalarMetricWithTimeOfDayAnomalyParameters(
  metricData: [Double], minVal: Double? = nil, maxVal: Double? = nil,
  minResolution: Double? = nil, tmImplementation: String = "tm_cpp"
) throws(HTMError) -> AnomalyParameters {
  var (low, high) = (minVal ?? 0, maxVal ?? 0)
  if minVal == nil || maxVal == nil {
    guard let least = metricData.min(), let largest = metricData.max() else {
      throw .parameter("metricData", "without minVal and maxVal there have to be some values")
    }
    let count = Double(metricData.count)
    let mean = metricData.reduce(0, +) / count
    let variance = metricData.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let spread = variance == 0 ? 1 : variance.squareRoot()
    low = minVal ?? least - spread
    high = maxVal ?? largest + spread
  }
  // What is not greater has no range.
  if low == high { high = low + 1 }
  let resolution = max(minResolution ?? 0.001, (high - low) / 130)
  var config = ModelConfig()
  config.modelParams.inferenceType = .temporalAnomaly
  config.modelParams.encoders = [
    "c0_timeOfDay": [
      "fieldname": "c0", "name": "c0", "type": "DateEncoder", "timeOfDay": [21, 9.49],
    ],
    "c0_dayOfWeek": nil,
    "c0_weekend": nil,
    "c1": [
      "fieldname": "c1", "name": "c1", "type": "RandomDistributedScalarEncoder", "seed": 42,
      "resolution": .double(resolution),
    ],
  ]
  config.modelParams.spParams = [
    "boostStrength": 0.0, "columnCount": 2048, "globalInhibition": 1, "inputWidth": 0,
    "numActiveColumnsPerInhArea": 40, "potentialPct": 0.8, "seed": 1956, "spVerbosity": 0,
    "spatialImp": "cpp", "synPermActiveInc": 0.003, "synPermConnected": 0.2,
    "synPermInactiveDec": 0.0005,
  ]
  config.modelParams.tmParams = [
    "cellsPerColumn": 32, "columnCount": 2048, "globalDecay": 0.0, "inputWidth": 2048, "maxAge": 0,
    "maxSegmentsPerCell": 128, "outputType": "normal", "seed": 1960, "verbosity": 0,
    "temporalImp": .string(tmImplementation),
  ]
  let more: [String: Value]
  switch tmImplementation {
  case "tm_cpp":
    more = [
      "activationThreshold": 20, "initialPerm": 0.24, "maxSynapsesPerSegment": 128,
      "minThreshold": 13, "newSynapseCount": 31, "permanenceDec": 0.008, "permanenceInc": 0.04,
      "predictedSegmentDecrement": 0.001,
    ]
  case "cpp":
    more = [
      "activationThreshold": 13, "initialPerm": 0.21, "maxSynapsesPerSegment": 32,
      "minThreshold": 10, "newSynapseCount": 20, "pamLength": 3, "permanenceDec": 0.1,
      "permanenceInc": 0.1,
    ]
  default:
    throw .parameter("tmImplementation", "it is tm_cpp or cpp, and not \(tmImplementation)")
  }
  config.modelParams.tmParams.merge(more) { $1 }
  config.modelParams.clEnable = false
  config.modelParams.clParams = [
    "alpha": 0.035828933612158, "regionName": "SDRClassifierRegion", "steps": "1", "verbosity": 0,
  ]
  config.modelParams.anomalyParams = [
    "anomalyCacheRecords": nil, "autoDetectThreshold": nil, "autoDetectWaitRecords": 5030,
  ]
  return AnomalyParameters(
    modelConfig: config,
    inferenceArgs: ModelArguments(
      predictedField: "c1", predictionSteps: [1], inputPredictedField: "auto"))
}
