extension HTMPredictionModel {
  /// Gives the model a record, and takes what it says of it.
  ///
  /// - Parameter record: values by the names of their fields; `_reset` begins a sequence.
  /// - Throws: `HTMError` where the record does not fit, or the model cannot run.
  public mutating func run(_ record: [String: EncoderInput]) throws -> ModelResult {
    guard canRun else {
      throw HTMError(
        .unsupported, "TM",
        "the temporal memory of this model backtracks: it can be looked at and saved, and NuPIC goes "
          + "on from it, but it cannot run here. Make the model again with temporalImp tm_cpp")
    }
    if isLearningEnabled, isFinished {
      throw HTMError.parameter("isLearningEnabled", "the model has finished learning")
    }
    let field = predictedField
    try network.update("sensor", as: RecordSensor.self) { sensor in
      sensor.predictedField = field
      sensor.topDownMode = false
      sensor.replaceRecords([SensorRecord(record)])
    }
    try network.runRegion("sensor")
    var result = ModelResult(predictionNumber: base.nextPrediction(), rawInput: record)
    numRunCalls += 1
    try runPooler()
    try runMemory()
    result.sensorInput = try sensorInput(record)
    result.predictedFieldName = field
    try infer(record, &result)
    return result
  }

  private mutating func runPooler() throws {
    guard hasSP else { return }
    let (learns, infers) = (isLearningEnabled && spLearningEnabled, isInferenceEnabled)
    try network.update("SP", as: SPRegion.self) { region in
      (region.learningMode, region.inferenceMode) = (learns, infers)
      region.topDownMode = false
    }
    try network.runRegion("SP")
  }

  private mutating func runMemory() throws {
    guard hasTM else { return }
    let (learns, infers) = (isLearningEnabled && tpLearningEnabled, isInferenceEnabled)
    let isTopDown = inferenceType == .temporalAnomaly || inferenceType == .temporalNextStep
    try network.update("TM", as: TMRegion.self) { region in
      (region.learningMode, region.inferenceMode) = (learns, infers)
      region.topDownMode = isTopDown
    }
    try network.runRegion("TM")
  }

  private func sensorInput(
    _ record: [String: EncoderInput]
  ) throws -> ModelResult.SensorInput {
    let sensor = try network.region("sensor", as: RecordSensor.self)
    let ones = try network.output("sensor", "dataOut").ones
    var input = ModelResult.SensorInput()
    input.dataRow = try sensor.encoder.encodedValues(of: .record(record))
    var start = ones.startIndex
    for member in sensor.encoder.members {
      let end = member.offset + member.encoder.width
      var own: [Int] = []
      while start < ones.endIndex, ones[start] < end {
        own.append(ones[start] - member.offset)
        start += 1
      }
      input.dataEncodings.append(own)
    }
    input.sequenceReset = sensor.lastRecord?.reset ?? false
    input.category = sensor.lastRecord?.category ?? []
    return input
  }

  private mutating func infer(
    _ record: [String: EncoderInput], _ result: inout ModelResult
  ) throws {
    switch inferenceType {
    case .temporalAnomaly:
      let score = try network.output("TM", "anomalyScore").numbers.first
      result.inferences.anomalyScore = score ?? 0
      if hasClassifier { try classify(record, &result) }
      try runAnomalyClassifier(&result)
    case .nontemporalAnomaly:
      // Nothing in NuPIC ever sets it to something else.
      result.inferences.anomalyScore = try network.output("SP", "anomalyScore").numbers.first ?? 0
    case .temporalMultiStep, .nontemporalMultiStep, .nontemporalClassification:
      if hasClassifier { try classify(record, &result) }
    case .temporalClassification:
      guard hasClassifier else {
        throw HTMError.parameter("clEnable", "TemporalClassification takes a classifier")
      }
      try findCategory(&result)
    case .temporalNextStep:
      if isInferenceEnabled { try reconstruct(&result) }
    case .unrecognized(let number):
      throw HTMError(.unsupported, "inferenceType", "there is no kind \(number) of inference")
    }
  }

  /// Goes back from what is predicted to values.
  ///
  /// No spatial pooler of NuPIC goes back from columns to inputs: what it gives are zeros, of which
  /// the encoders make what they make of them. So NuPIC says nothing here either.
  private mutating func reconstruct(_ result: inout ModelResult) throws {
    if hasSP { try network.update("SP", as: SPRegion.self) { $0.topDownMode = true } }
    let encoder = try network.update("sensor", as: RecordSensor.self) { sensor in
      sensor.topDownMode = true
      return sensor.encoder
    }
    let values = try encoder.topDownCompute([])
    result.inferences.prediction = values.map(\.value)
    result.inferences.encodings = zip(values, encoder.members).map { value, member in
      var bits = [UInt8](repeating: 0, count: member.encoder.width)
      for one in value.encoding where one < bits.count { bits[one] = 1 }
      return bits
    }
  }
}
