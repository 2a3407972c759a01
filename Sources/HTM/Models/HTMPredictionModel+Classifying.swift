internal import Stowage

extension HTMPredictionModel {
  /// Learns the predicted field, and predicts it.
  mutating func classify(
    _ record: [String: EncoderInput], _ result: inout ModelResult
  ) throws {
    guard let field = predictedField else {
      throw HTMError.parameter(
        "inferenceArgs.predictedField",
        "it is missing: say with enableInference which field is predicted")
    }
    guard let value = record[field] else {
      throw HTMError.input("there is no field \(field) in the record, and it is to be predicted")
    }
    try find(field)
    result.predictedFieldIndex = predictedFieldIndex
    let bucket = try bucket(field, value)
    let shift = try shift(field, value)
    let given = shift.map { EncoderInput.number($0.delta) } ?? value
    if var inference = try infer(record, bucket.map { (given, $0) }) {
      inference.actualValues = named(inference.actualValues, value)
      try predict(inference, field, shift?.value, &result.inferences)
    }
    // As in NuPIC, it is asked for again: encoders that adapt have followed the predictions.
    guard bucket != nil, let last = try self.bucket(field, value) else { return }
    result.classifierInput = ModelResult.ClassifierInput(value: value, bucketIndex: last)
  }

  private mutating func find(_ field: String) throws(HTMError) {
    let encoder = try network.region("sensor", as: RecordSensor.self).encoder
    (predictedFieldIndex, predictedFieldName) = (encoder.index(of: field), field)
    numFields = encoder.scalarNames.count
  }

  private mutating func bucket(_ field: String, _ value: EncoderInput) throws -> Int? {
    guard !value.isMissing else { return nil }
    return try network.update("sensor", as: RecordSensor.self) { sensor in
      try sensor.bucketIndex(field, value)
    }
  }

  /// The value and its difference to the one before, where differences are what is encoded.
  private mutating func shift(
    _ field: String, _ value: EncoderInput
  ) throws(HTMError) -> (value: Double, delta: Double)? {
    let sensor = try network.region("sensor", as: RecordSensor.self)
    guard sensor.encoder(of: field) is DeltaEncoder, let number = value.number else { return nil }
    defer { previousValue = number }
    return (number, number - (previousValue ?? number))
  }

  /// The values of buckets of categories.
  ///
  /// NuPIC does not save the names of categories. Those that it does not know stand for the one that
  /// it was just given.
  private func named(_ values: [ActualValue], _ current: EncoderInput) -> [ActualValue] {
    guard case .text(let name) = current else { return values }
    return values.map { $0.number == nil ? $0 : .category(name) }
  }

  private mutating func infer(
    _ record: [String: EncoderInput], _ known: (value: EncoderInput, bucket: Int)?
  ) throws -> SDRClassifier.Inference? {
    let pattern = try pattern
    let number = record["_timestampRecordIdx"]?.number.map { Int(Int64(clamping: $0)) }
    let (count, learns) = (numRunCalls, isLearningEnabled)
    let classification = known.map { known in
      SDRClassifier.Classification(
        bucketIdx: max(0, known.bucket), actValue: ActualValue(known.value, known.bucket))
    }
    return try network.update("Classifier", as: SDRClassifierRegion.self) { region in
      (region.learningMode, region.inferenceMode) = (learns, true)
      return try region.classifier.compute(
        recordNum: number ?? count, patternNZ: pattern, classification: classification,
        learn: learns && known != nil)
    }
  }

  /// What the classifier sees: of a temporal memory the active cells, and not those that are
  /// predicted.
  private var pattern: [Int] {
    get throws {
      if case .temporal(let memory)? = (network["TM"] as? TMRegion)?.memory {
        return memory.activeCells
      }
      let (below, output) = below
      return try network.output(below, output).ones
    }
  }

  private mutating func predict(
    _ inference: SDRClassifier.Inference, _ field: String, _ base: Double?,
    _ inferences: inout ModelInferences
  ) throws {
    var predictions: [Int: [EncoderInput: Double]] = [:]
    var best: [Int: EncoderInput] = [:]
    var buckets: [Int: [Int: Double]] = [:]
    for (step, likelihoods) in inference.likelihoods.sorted(by: { $0.key < $1.key }) {
      var found = StepPredictions(
        inference.actualValues, likelihoods, minLikelihoodThreshold, maxPredictionsPerStep)
      if let base {
        // NuPIC asks for the buckets of the differences too, and what adapts takes them in.
        _ = try likelihoodsOfBuckets(found, field)
        shift(&found, base, step)
      }
      predictions[step] = Dictionary(found.kept.map { ($0.value, $0.likelihood) }) { $1 }
      best[step] = found.best
      buckets[step] = try likelihoodsOfBuckets(found, field)
    }
    inferences.multiStepPredictions = predictions
    inferences.multiStepBestPredictions = best
    inferences.multiStepBucketLikelihoods = buckets
  }

  /// Adds differences to the value that they are to, and to the differences until then.
  private mutating func shift(_ predictions: inout StepPredictions, _ base: Double, _ step: Int) {
    var history = deltaHistory[step] ?? []
    let sum = history.reduce(0, +)
    if let delta = predictions.best.number { history.append(delta) }
    if history.count >= step, !history.isEmpty { history.removeFirst() }
    deltaHistory[step] = history
    predictions.shift(from: base, by: sum)
  }

  private mutating func likelihoodsOfBuckets(
    _ predictions: StepPredictions, _ field: String
  ) throws -> [Int: Double] {
    try network.update("sensor", as: RecordSensor.self) { sensor in
      var buckets: [Int: Double] = [:]
      for entry in predictions.inPythonsOrder {
        if let bucket = try sensor.bucketIndex(field, entry.value) {
          buckets[bucket] = entry.likelihood
        }
      }
      return buckets
    }
  }
}

extension ActualValue {
  /// The value of a record's field; what is neither number nor text is known by its bucket.
  init(_ value: EncoderInput, _ bucket: Int) {
    switch value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .category(text)
    default: self = .number(Double(bucket))
    }
  }
}

extension HTMPredictionModel {
  /// Learns the category of the record, and says which it is.
  mutating func findCategory(_ result: inout ModelResult) throws {
    let learns = isLearningEnabled
    try network.update("Classifier", as: KNNClassifierRegion.self) { region in
      region.learningMode = learns
      try region.setParameter("inferenceMode", to: true)
    }
    try network.runRegion("Classifier")
    let region = try network.region("Classifier", as: KNNClassifierRegion.self)
    let probabilities = try network.output("Classifier", "categoryProbabilitiesOut").numbers
    var (best, largest) = (0, -Double.infinity)
    for (category, probability) in probabilities.enumerated() where probability > largest {
      (best, largest) = (category, probability)
    }
    let known = (region.classifier.categoryList.max() ?? -1) + 1
    result.inferences.classification = .number(Double(best))
    result.inferences.classConfidences = Dictionary(
      uniqueKeysWithValues: probabilities.prefix(known).enumerated().map {
        (.number(Double($0.offset)), $0.element)
      })
  }
}
