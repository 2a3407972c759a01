extension HTMPredictionModel {
  /// Makes a model of NuPIC's parameters.
  ///
  /// - Throws: `HTMError` with the path of what is not known or makes no sense.
  public init(_ parameters: ModelConfig.Parameters) throws(HTMError) {
    self.init(ModelBase(parameters.inferenceType), Network())
    minLikelihoodThreshold = parameters.minLikelihoodThreshold
    maxPredictionsPerStep = parameters.maxPredictionsPerStep
    trainSPNetOnlyIfRequested = parameters.trainSPNetOnlyIfRequested
    let isTemporal =
      switch inferenceType {
      case .nontemporalAnomaly, .nontemporalClassification, .nontemporalMultiStep: false
      default: true
      }
    try addSensor(parameters)
    if parameters.spEnable { try addPooler(parameters) }
    if parameters.tmEnable, isTemporal { try addMemory(parameters) }
    if parameters.clEnable, !parameters.clParams.isEmpty { try addClassifier(parameters) }
    if inferenceType == .temporalAnomaly { try addAnomalyClassifier(parameters) }
  }

  private mutating func addSensor(_ parameters: ModelConfig.Parameters) throws(HTMError) {
    let encoder = try MultiEncoder(encoders: parameters.encoders)
    guard encoder.width > 0 else {
      throw .parameter("modelParams.sensorParams.encoders", "there is no encoder of any field")
    }
    var sensor = try RecordSensor(encoder)
    sensor.disabledEncoder = try MultiEncoder(encoders: parameters.encoders, classifierOnly: true)
    sensor.verbosity = parameters.sensorVerbosity
    try network.add("sensor", sensor)
  }

  private mutating func addPooler(_ parameters: ModelConfig.Parameters) throws(HTMError) {
    var table = ConfigTable(parameters.spParams, "modelParams.spParams")
    var region = try SPRegion(&table, inputWidth: sensorWidth)
    try table.finish()
    region.anomalyMode = inferenceType == .nontemporalAnomaly
    try network.add("SP", region)
    try network.link("sensor", "SP", output: "resetOut", input: "resetIn")
    try network.link("SP", "sensor", output: "spatialTopDownOut", input: "spatialTopDownIn")
    try network.link("SP", "sensor", output: "temporalTopDownOut", input: "temporalTopDownIn")
    try network.link("sensor", "SP", output: "dataOut", input: "bottomUpIn")
  }

  private mutating func addMemory(_ parameters: ModelConfig.Parameters) throws(HTMError) {
    var table = ConfigTable(parameters.tmParams, "modelParams.tmParams")
    let below = hasSP ? "SP" : "sensor"
    var region = try TMRegion(&table, inputWidth: hasSP ? poolerWidth : sensorWidth)
    try table.finish()
    region.anomalyMode = inferenceType == .temporalAnomaly
    try network.add("TM", region)
    try network.link(
      below, "TM", output: hasSP ? "bottomUpOut" : "dataOut", input: "bottomUpIn")
    if hasSP {
      try network.link("TM", "SP", output: "topDownOut", input: "topDownIn")
    } else {
      try network.link("TM", "sensor", output: "topDownOut", input: "temporalTopDownIn")
    }
    try network.link("sensor", "TM", output: "resetOut", input: "resetIn")
  }

  private var sensorWidth: Int { network["sensor"]?.outputWidth("dataOut") ?? 0 }

  private var poolerWidth: Int { network["SP"]?.outputWidth("bottomUpOut") ?? 0 }

  private mutating func addClassifier(_ parameters: ModelConfig.Parameters) throws(HTMError) {
    var table = ConfigTable(parameters.clParams, "modelParams.clParams")
    let kind = try table.text("regionName") ?? "SDRClassifierRegion"
    switch kind {
    case "SDRClassifierRegion":
      let region = try SDRClassifierRegion(&table)
      try table.finish()
      try network.add("Classifier", region)
      try network.link("sensor", "Classifier", output: "actValueOut", input: "actValueIn")
      try network.link("sensor", "Classifier", output: "bucketIdxOut", input: "bucketIdxIn")
    case "KNNClassifierRegion":
      let region = try KNNClassifierRegion(&table)
      try table.finish()
      try network.add("Classifier", region)
    default:
      throw .parameter(
        table.path("regionName"),
        "there is no \(kind); there are SDRClassifierRegion and KNNClassifierRegion")
    }
    try network.link("sensor", "Classifier", output: "categoryOut", input: "categoryIn")
    let (below, output) = below
    try network.link(below, "Classifier", output: output, input: "bottomUpIn")
  }

  /// The region and the output that classifiers look at.
  var below: (region: String, output: String) {
    hasTM ? ("TM", "bottomUpOut") : hasSP ? ("SP", "bottomUpOut") : ("sensor", "dataOut")
  }

  private mutating func addAnomalyClassifier(
    _ parameters: ModelConfig.Parameters
  ) throws(HTMError) {
    guard hasSP, hasTM else {
      throw .parameter(
        "modelParams.inferenceType", "TemporalAnomaly takes a spatial pooler and a temporal memory")
    }
    var table = ConfigTable(parameters.anomalyParams, "modelParams.anomalyParams")
    let region = try KNNAnomalyClassifierRegion(&table)
    try table.finish()
    try network.add("AnomalyClassifier", region)
    let ends = [
      ("SP", "bottomUpOut", "spBottomUpOut"), ("TM", "topDownOut", "tpTopDownOut"),
      ("TM", "lrnActiveStateT", "tpLrnActiveStateT"),
    ]
    for (source, output, input) in ends {
      try network.link(source, "AnomalyClassifier", output: output, input: input)
    }
  }
}
