public import Stowage

/// Predicts the value that there is.
public struct PreviousValueModel: Model, Hashable {
  public var base: ModelBase

  /// The names of the fields.
  public let fieldNames: [String]

  /// The types of the fields, as NuPIC names them.
  public let fieldTypes: [String]

  /// The field that is predicted.
  public let predictedField: String?

  /// How many steps ahead it is predicted.
  public let predictionSteps: [Int]

  /// Makes a model.
  ///
  /// - Throws: `HTMError` for an inference other than of the next step or several, and for steps
  ///   that cannot be.
  public init(
    inferenceType: InferenceType = .temporalNextStep, fieldNames: [String], fieldTypes: [String],
    predictedField: String?, predictionSteps: [Int] = [1]
  ) throws(HTMError) {
    switch inferenceType {
    case .temporalNextStep: self.predictionSteps = [1]
    case .temporalMultiStep: self.predictionSteps = predictionSteps
    default:
      throw .parameter(
        "inferenceType", "\(inferenceType) is neither temporalNextStep nor temporalMultiStep")
    }
    guard predictionSteps.allSatisfy({ UInt32(exactly: $0) != nil }) else {
      throw .parameter("predictionSteps", "\(predictionSteps) are not from 0 to 2^32 - 1")
    }
    base = ModelBase(inferenceType)
    self.fieldNames = fieldNames
    self.fieldTypes = fieldTypes
    self.predictedField = predictedField
  }

  public mutating func resetSequenceStates() {}

  public mutating func run(_ record: [String: EncoderInput]) throws -> ModelResult {
    guard let predictedField, let value = record[predictedField] else {
      throw HTMError.input("there is no field \(predictedField ?? "that is predicted")")
    }
    var result = ModelResult(predictionNumber: base.nextPrediction(), rawInput: record)
    result.sensorInput.dataRow = fieldNames.map { record[$0] ?? .missing }
    result.predictedFieldName = predictedField
    let steps = Set(predictionSteps)
    result.inferences.prediction = [value]
    result.inferences.multiStepBestPredictions = Dictionary(
      uniqueKeysWithValues: steps.map { ($0, value) })
    result.inferences.multiStepPredictions = Dictionary(
      uniqueKeysWithValues: steps.map { ($0, [value: 1]) })
    return result
  }
}

extension PreviousValueModel: Serializable {
  public func write(_ builder: PreviousValueModelProto.Builder) throws {
    try base.write(builder.initModelBase())
    let names = try builder.initFieldNames(count: fieldNames.count)
    for (index, name) in fieldNames.enumerated() { try names.set(index, to: name) }
    let types = try builder.initFieldTypes(count: fieldTypes.count)
    for (index, type) in fieldTypes.enumerated() { try types.set(index, to: type) }
    if let predictedField { try builder.setPredictedField(predictedField) }
    try builder.setPredictionSteps(predictionSteps.map { UInt32($0) })
  }

  public static func read(_ reader: PreviousValueModelProto.Reader) throws -> PreviousValueModel {
    let base = try ModelBase(reader.modelBase)
    let steps = try reader.predictionSteps.map { Int($0) }
    do {
      var model = try PreviousValueModel(
        inferenceType: base.inferenceType, fieldNames: reader.fieldNames.map { String($0) },
        fieldTypes: reader.fieldTypes.map { String($0) },
        predictedField: reader.hasPredictedField ? String(reader.predictedField) : nil,
        predictionSteps: steps)
      model.base = base
      return model
    } catch let error as HTMError {
      throw error.read(from: "PreviousValueModelProto")
    }
  }
}
