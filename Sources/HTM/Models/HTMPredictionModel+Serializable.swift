public import Stowage

extension HTMPredictionModel: Archivable {
  /// Writes the model as NuPIC does.
  ///
  /// NuPIC's struct loses what its encoders lose; ``save(_:)`` keeps all of it.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, or an error of a region's.
  public func write(_ builder: HTMPredictionModelProto.Builder) throws {
    try writeSettings(builder)
    try network.write(builder.initNetwork())
  }

  private func writeSettings(_ builder: HTMPredictionModelProto.Builder) throws {
    try base.write(builder.initModelBase())
    builder.numRunCalls = try Self.checked(numRunCalls, "numRunCalls")
    builder.minLikelihoodThreshold = Float(minLikelihoodThreshold)
    builder.maxPredictionsPerStep = try Self.checked(
      maxPredictionsPerStep, "maxPredictionsPerStep")
    builder.spLearningEnabled = spLearningEnabled
    builder.tpLearningEnabled = tpLearningEnabled
    builder.trainSPNetOnlyIfRequested = trainSPNetOnlyIfRequested
    builder.finishedLearning = isFinished
    if let predictedFieldIndex {
      builder.predictedFieldIdx.value = try Self.checked(predictedFieldIndex, "predictedFieldIdx")
    } else {
      builder.predictedFieldIdx.setNone()
    }
    if let predictedFieldName {
      try builder.predictedFieldName.setValue(predictedFieldName)
    } else {
      builder.predictedFieldName.setNone()
    }
    if let numFields {
      builder.numFields.value = try Self.checked(numFields, "numFields")
    } else {
      builder.numFields.setNone()
    }
  }

  private static func checked(_ number: Int, _ field: String) throws(HTMError) -> UInt32 {
    guard let number = UInt32(exactly: number) else {
      throw .state("HTMPredictionModelProto.\(field)", "\(number) is not from 0 to 2^32 - 1")
    }
    return number
  }

  /// Makes a model that goes on where the one that NuPIC wrote was.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a model that makes no sense.
  public static func read(_ reader: HTMPredictionModelProto.Reader) throws -> HTMPredictionModel {
    guard reader.hasNetwork else {
      throw HTMError.state("HTMPredictionModelProto.network", "it is not there")
    }
    return try make(reader, Network.read(reader.network))
  }

  private static func make(
    _ reader: HTMPredictionModelProto.Reader, _ network: Network
  ) throws -> HTMPredictionModel {
    guard network["sensor"] is RecordSensor else {
      throw HTMError.state(
        "HTMPredictionModelProto.network.regions", "there is no sensor of the type py.RecordSensor")
    }
    var model = HTMPredictionModel(try ModelBase(reader.modelBase), network)
    model.numRunCalls = Int(reader.numRunCalls)
    // NuPIC rounds what its file keeps in single precision.
    model.minLikelihoodThreshold =
      (Double(reader.minLikelihoodThreshold) * 1e7).rounded() / 1e7
    model.maxPredictionsPerStep = Int(reader.maxPredictionsPerStep)
    model.spLearningEnabled = reader.spLearningEnabled
    model.tpLearningEnabled = reader.tpLearningEnabled
    model.trainSPNetOnlyIfRequested = reader.trainSPNetOnlyIfRequested
    model.isFinished = reader.finishedLearning
    if case .value(let index) = reader.predictedFieldIdx.which {
      model.predictedFieldIndex = Int(index)
    }
    if case .value(let name) = try reader.predictedFieldName.which {
      model.predictedFieldName = String(name)
    }
    if case .value(let count) = reader.numFields.which { model.numFields = Int(count) }
    return model
  }

  /// Writes everything.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, or an error of a region's.
  public func writeArchive(_ builder: HTMPredictionModelArchive.Builder) throws {
    try writeSettings(builder.initSettings())
    try network.writeArchive(builder.initNetwork())
    builder.minLikelihoodThreshold = minLikelihoodThreshold
    builder.hasPreviousValue = previousValue != nil
    builder.previousValue = previousValue ?? 0
    let histories = deltaHistory.sorted { $0.key < $1.key }
    let list = try builder.initDeltaHistories(count: histories.count)
    for (index, history) in histories.enumerated() {
      list[index].steps = UInt32(clamping: history.key)
      try list[index].setDeltas(history.value)
    }
  }

  /// Makes a model that goes on exactly where the one in the struct was.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a model that makes no sense.
  public static func readArchive(
    _ reader: HTMPredictionModelArchive.Reader
  ) throws -> HTMPredictionModel {
    var model = try make(reader.settings, Network.readArchive(reader.network))
    model.minLikelihoodThreshold = reader.minLikelihoodThreshold
    if reader.hasPreviousValue { model.previousValue = reader.previousValue }
    for history in try reader.deltaHistories {
      model.deltaHistory[Int(history.steps)] = Array(try history.deltas)
    }
    return model
  }
}
