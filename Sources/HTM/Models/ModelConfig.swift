public import Stowage

/// What a model is made with: NuPIC's keys and values.
public struct ModelConfig: Hashable {
  /// The parameters of a model of the kind `HTMPrediction`.
  public struct Parameters: Hashable {
    /// What the model is asked for.
    public var inferenceType = InferenceType.temporalNextStep

    /// The encoders, by keys in whose order their bits stand; a null leaves one out.
    ///
    /// Each has a `type`, a `fieldname`, and the arguments that the encoder is made with.
    public var encoders: [String: Value] = [:]

    /// How much NuPIC's sensor prints.
    public var sensorVerbosity = 0

    /// Whether there is a spatial pooler.
    public var spEnable = true

    /// The parameters of the spatial pooler.
    public var spParams: [String: Value] = [:]

    /// Whether there is a temporal memory, where the kind of inference has one.
    public var tmEnable = true

    /// The parameters of the temporal memory.
    public var tmParams: [String: Value] = [:]

    /// Whether there is a classifier.
    public var clEnable = true

    /// The parameters of the classifier.
    public var clParams: [String: Value] = [:]

    /// The parameters of the classifier of anomalies.
    public var anomalyParams: [String: Value] = [:]

    /// Whether the spatial pooler learns on its own when asked to.
    public var trainSPNetOnlyIfRequested = false

    /// The probability below which predictions are left out.
    public var minLikelihoodThreshold = 0.0001

    /// How many predictions are given for each number of steps at most.
    public var maxPredictionsPerStep = 8

    /// Makes parameters with NuPIC's defaults.
    public init() {}
  }

  /// The kind of model: `HTMPrediction`, `TwoGram` or `PreviousValue`.
  public var model = "HTMPrediction"

  /// The version of the configuration, which is 1.
  public var version = 1

  /// How far ahead is predicted, which has to be null: NuPIC's models take it and predict what
  /// `clParams.steps` say.
  public var predictAheadTime = Value.null

  /// How NuPIC aggregates records before the model sees them; kept, and without effect.
  public var aggregationInfo = Value.null

  /// The parameters of a model of the kind `HTMPrediction`.
  public var modelParams = Parameters()

  /// The parameters of a model of another kind.
  public var otherParams: [String: Value] = [:]

  /// Makes a configuration with NuPIC's defaults.
  public init() {}

  /// Reads a configuration from JSON with NuPIC's keys.
  ///
  /// - Throws: `HTMError` with the path of what is not known or of another type.
  public init(json: String) throws(HTMError) {
    try self.init(ConfigJSON.parse(json, "modelConfig"))
  }

  /// Reads a configuration from a table with NuPIC's keys.
  ///
  /// - Throws: `HTMError` with the path of what is not known or of another type.
  public init(_ value: Value) throws(HTMError) {
    var table = try ConfigTable(value, "")
    model = try table.text("model") ?? model
    version = try table.int("version") ?? 1
    predictAheadTime = table.value("predictAheadTime") ?? .null
    aggregationInfo = table.value("aggregationInfo") ?? .null
    guard let params = try table.table("modelParams") else {
      throw .parameter("modelParams", "it is missing")
    }
    if model == "HTMPrediction" || model == "CLA" {
      modelParams = try Parameters(params)
    } else {
      otherParams = params.all
    }
    try table.finish("model, version, predictAheadTime, aggregationInfo, modelParams")
  }
}

extension ModelConfig.Parameters {
  init(_ table: ConfigTable) throws(HTMError) {
    var table = table
    inferenceType = try table.inferenceType()
    if var sensor = try table.table("sensorParams") {
      sensorVerbosity = try sensor.int("verbosity") ?? 0
      encoders = try sensor.table("encoders")?.all ?? [:]
      if let reset = sensor.value("sensorAutoReset") {
        throw .parameter(
          sensor.path("sensorAutoReset"),
          "NuPIC's models take \(reset) and never reset: give the records a _reset, or call "
            + "resetSequenceStates")
      }
      try sensor.finish("verbosity, encoders, sensorAutoReset")
    }
    spEnable = try table.flag("spEnable") ?? true
    spParams = try table.table("spParams")?.all ?? [:]
    tmEnable = try table.flag("tmEnable") ?? true
    tmParams = try table.table("tmParams")?.all ?? [:]
    clEnable = try table.flag("clEnable") ?? true
    clParams = try table.table("clParams")?.all ?? [:]
    anomalyParams = try table.table("anomalyParams")?.all ?? [:]
    trainSPNetOnlyIfRequested = try table.flag("trainSPNetOnlyIfRequested") ?? false
    minLikelihoodThreshold = try table.real("minLikelihoodThreshold") ?? 0.0001
    maxPredictionsPerStep = try table.int("maxPredictionsPerStep") ?? 8
    try table.finish(
      "inferenceType, sensorParams, spEnable, spParams, tmEnable, tmParams, clEnable, clParams, "
        + "anomalyParams, trainSPNetOnlyIfRequested, minLikelihoodThreshold, maxPredictionsPerStep")
  }
}
