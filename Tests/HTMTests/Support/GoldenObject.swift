import Foundation
import HTM
import Stowage
import Testing

/// What golden files hold, as this version makes it.
///
/// Nothing in them comes from functions that differ from system to system in the last bit.
enum GoldenObject: String, CaseIterable, CustomStringConvertible {
  case pooler, memory, connections, generator, cells4, backtracking
  case encoders, dates, classifier, neighbors, neighborsReduced
  case anomaly, average, likelihood, detector
  case network, testNodes, model, modelOfClasses, twoGram, previousValue

  var description: String { rawValue }

  var object: any Serializable {
    get throws {
      switch self {
      case .pooler: return try Self.pooler()
      case .memory: return try Self.memory()
      case .connections: return try Self.memory().connections
      case .generator: return HTM.Random(seed: 5)
      case .cells4: return try Self.nupic("cells4/cells4", Cells4.self)
      case .backtracking:
        return try Self.nupic("backtracking_tm_py_after_reset/tm", BacktrackingTM.self)
      case .encoders: return try Self.nupic("encoder_multi_all_twelve/encoder", MultiEncoder.self)
      case .dates: return try Self.dates()
      case .classifier: return try Self.nupic("sdr_classifier_cpp/classifier", SDRClassifier.self)
      case .neighbors: return try Self.nupic("knn_dense/knn", KNNClassifier.self)
      case .neighborsReduced: return try Self.nupic("knn_svd/knn", KNNClassifier.self)
      case .anomaly: return try Self.anomaly()
      case .average: return try Self.nupic("moving_average/ma", MovingAverage.self)
      case .likelihood:
        return try Self.nupic("anomaly_likelihood_full/likelihood", AnomalyLikelihood.self)
      case .detector: return try Self.detector()
      case .network: return try Self.network()
      case .testNodes: return try Self.testNodes()
      case .model: return try Self.nupic("model_resets/model", HTMPredictionModel.self)
      case .modelOfClasses:
        return try Self.nupic("model_temporal_classification/model", HTMPredictionModel.self)
      case .twoGram: return try Self.nupic("opf_two_gram/model", TwoGramModel.self)
      case .previousValue:
        return try PreviousValueModel(
          fieldNames: ["blah"], fieldTypes: ["float"], predictedField: "blah")
      }
    }
  }

  /// What NuPIC saved.
  private static func nupic<Object: Serializable>(
    _ path: String, _: Object.Type
  ) throws -> Object {
    let file = try #require(try Reference.file(path, packed: true))
    return try Object.read(Object.ProtoReader(_raw: file.root(Object.Proto.self)._raw))
  }
}

// MARK: Pooling and memory

extension GoldenObject {
  private static func pooler() throws -> SpatialPooler {
    var random = HTM.Random(seed: 5)
    var pooler = try SpatialPooler(inputDimensions: [4, 3], columnDimensions: [3, 3]) {
      $0.numActiveColumnsPerInhArea = 2
      $0.potentialRadius = 2
    }
    for _ in 0..<60 {
      try pooler.compute(activeInputs: random.sample(Array(0..<12), 4), learn: true)
    }
    return pooler
  }

  private static func memory() throws -> TemporalMemory {
    var memory = try TemporalMemory(columnDimensions: [12], cellsPerColumn: 2) {
      $0.activationThreshold = 2
      $0.minThreshold = 1
      $0.maxNewSynapseCount = 3
    }
    for step in 0..<12 {
      try memory.compute(activeColumns: [[0, 3, 8], [1, 5, 9], [4, 7, 2]][step % 3])
    }
    return memory
  }

  private static func smallPooler(_ inputs: Int) throws -> SpatialPooler {
    try SpatialPooler(inputDimensions: [inputs], columnDimensions: [16]) {
      $0.numActiveColumnsPerInhArea = 3
      $0.potentialRadius = inputs
      $0.globalInhibition = true
    }
  }

  private static func smallMemory() throws -> TemporalMemory {
    try TemporalMemory(columnDimensions: [16], cellsPerColumn: 2) {
      $0.activationThreshold = 2
      $0.minThreshold = 1
      $0.maxNewSynapseCount = 3
    }
  }
}

// MARK: Encoders and anomalies

extension GoldenObject {
  /// With what NuPIC's file loses.
  private static func dates() throws -> DateEncoder {
    try DateEncoder(
      season: 3, weekend: 3, holiday: 3, timeOfDay: .init(w: 5, radius: 4),
      customDays: (w: 3, days: ["mon", "wed"]), name: "when",
      holidays: [
        #require(.init(month: 12, day: 25)), #require(.init(year: 2026, month: 4, day: 6)),
      ])
  }

  private static func anomaly() throws -> Anomaly {
    var anomaly = try Anomaly(slidingWindowSize: 3, mode: .pure, binaryAnomalyThreshold: 0.5)
    for step in 0..<5 {
      _ = try anomaly.compute(activeColumns: [1, 2, 3, 4], prevPredictedColumns: [step, 3, 9])
    }
    return anomaly
  }

  /// Before its likelihoods say anything.
  private static func detector() throws -> AnomalyDetector {
    let encoder = try MultiEncoder([
      "timestamp": DateEncoder(timeOfDay: .init(w: 5, radius: 6)),
      "value": RandomDistributedScalarEncoder(resolution: 0.5, w: 5, n: 40, seed: 42),
    ])
    var detector = try AnomalyDetector(
      encoder: encoder, pooler: smallPooler(encoder.width), memory: smallMemory(),
      likelihood: AnomalyLikelihood(learningPeriod: 30, estimationSamples: 30))
    for step in 0..<24 {
      _ = try detector.detect(
        timestamp: #require(DateTime("2026-11-21 \(step < 10 ? "0" : "")\(step):00:00")),
        value: Double(step % 6))
    }
    detector.outputBytes = 1234
    return detector
  }
}

// MARK: Networks

extension GoldenObject {
  private static func network() throws -> Network {
    var network = Network()
    let encoder = try MultiEncoder([
      "value": RandomDistributedScalarEncoder(resolution: 0.88, w: 5, n: 40)
    ])
    try network.add("sensor", RecordSensor(encoder))
    try network.add("SP", SPRegion(smallPooler(40)))
    var region = TMRegion(try smallMemory())
    region.anomalyMode = true
    try network.add("TM", region)
    try network.link("sensor", "SP", input: "bottomUpIn")
    try network.link("sensor", "TM", output: "resetOut", input: "resetIn", propagationDelay: 2)
    try network.link("SP", "TM")
    for step in 0..<20 {
      try network.update("sensor", as: RecordSensor.self) {
        $0.feed(SensorRecord(["value": .number(Double(step % 5))], reset: step % 7 == 0))
      }
      try network.run()
    }
    return network
  }

  private static func testNodes() throws -> Network {
    let file = try #require(try Reference.file("network_test_nodes_delay/network", packed: true))
    return try Network.read(file.root(NetworkProto.self))
  }
}
