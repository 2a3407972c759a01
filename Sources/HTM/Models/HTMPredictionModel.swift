/// A whole model: encoders, a spatial pooler, a temporal memory and classifiers.
///
/// It is a network of the regions `sensor`, `SP`, `TM`, `Classifier` and `AnomalyClassifier`, of
/// which some may be missing. Models with a memory that backtracks can be opened, looked at and
/// saved, and cannot run.
public struct HTMPredictionModel: Model {
  public var base: ModelBase

  /// The regions.
  public var network: Network

  /// The probability below which predictions are left out.
  public var minLikelihoodThreshold = 0.0001

  /// How many predictions are given for each number of steps at most.
  public var maxPredictionsPerStep = 8

  /// The number of records that were run.
  public internal(set) var numRunCalls = 0

  /// Whether the spatial pooler is to learn when the model does.
  public internal(set) var spLearningEnabled = true

  /// Whether the temporal memory is to learn when the model does.
  public internal(set) var tpLearningEnabled = true

  /// Which of the fields is predicted, once that is known.
  public internal(set) var predictedFieldIndex: Int?

  /// The name of the field that is predicted, once that is known.
  public internal(set) var predictedFieldName: String?

  /// The number of fields, once that is known.
  public internal(set) var numFields: Int?

  /// Whether the spatial pooler learns on its own when asked to; kept for NuPIC.
  public internal(set) var trainSPNetOnlyIfRequested = false

  /// Whether learning has ended for good.
  public internal(set) var isFinished = false

  /// For each number of steps, the differences that were predicted since; NuPIC does not save them.
  var deltaHistory: [Int: [Double]] = [:]

  /// The last value of a field of which differences are encoded; NuPIC does not save it.
  var previousValue: Double?

  init(_ base: ModelBase, _ network: Network) {
    (self.base, self.network) = (base, network)
  }

  /// Whether there is a spatial pooler.
  public var hasSP: Bool { network["SP"] != nil }

  /// Whether there is a temporal memory.
  public var hasTM: Bool { network["TM"] != nil }

  /// Whether there is a classifier.
  public var hasClassifier: Bool { network["Classifier"] != nil }

  /// Whether the model can run here: its temporal memory, if it has one, does not backtrack.
  public var canRun: Bool {
    guard let memory = network["TM"] as? TMRegion else { return !hasTM }
    return memory.canRun
  }

  public mutating func resetSequenceStates() {
    guard let index = network.nodes.firstIndex(where: { $0.name == "TM" }) else { return }
    network.nodes[index].region.reset()
  }

  /// Lets records be learnt from, and encoders follow them.
  public mutating func enableLearning() { setLearning(true) }

  /// Lets records not be learnt from, nor encoders follow them.
  public mutating func disableLearning() { setLearning(false) }

  private mutating func setLearning(_ learns: Bool) {
    base.isLearningEnabled = learns
    // Encoders that are for the classifier alone go on as they are.
    try? network.update("sensor", as: RecordSensor.self) { $0.encoder.learningEnabled = learns }
  }

  /// Ends learning for good.
  public mutating func finishLearning() throws {
    disableLearning()
    (spLearningEnabled, tpLearningEnabled, isFinished) = (false, false, true)
    resetSequenceStates()
  }
}
