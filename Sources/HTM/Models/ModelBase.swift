internal import Stowage

/// What all models have, as NuPIC keeps it.
public struct ModelBase: Sendable, Hashable {
  /// What the model is asked for.
  public var inferenceType: InferenceType

  /// The number of records so far.
  public var numPredictions = 0

  /// Whether records are learnt from.
  public var isLearningEnabled = true

  /// Whether anything is inferred.
  public var isInferenceEnabled = true

  /// The arguments of the inference.
  public var inferenceArgs: ModelArguments?

  /// Makes what a new model has.
  public init(_ inferenceType: InferenceType) { self.inferenceType = inferenceType }

  /// Gives the record that is about to be run its number.
  mutating func nextPrediction() -> Int {
    defer { numPredictions &+= 1 }
    return numPredictions
  }
}

extension ModelBase {
  /// Writes what NuPIC keeps of every model.
  ///
  /// - Throws: `CapnProtoError` when the message cannot hold it, `HTMError` for a number of records
  ///   that NuPIC's files cannot hold.
  func write(_ builder: ModelProto.Builder) throws {
    guard let count = UInt32(exactly: numPredictions) else {
      throw HTMError.state(
        "ModelProto.numPredictions", "\(numPredictions) is not from 0 to 2^32 - 1")
    }
    builder.inferenceType = inferenceType
    builder.numPredictions = count
    builder.learningEnabled = isLearningEnabled
    builder.inferenceEnabled = isInferenceEnabled
    try builder.setInferenceArgs(inferenceArgs?.json ?? "null")
  }

  /// Reads what NuPIC keeps of every model.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for content that makes no sense.
  init(_ reader: ModelProto.Reader) throws {
    let type = reader.inferenceType
    guard InferenceType.allKnownCases.contains(type) else {
      throw HTMError.state("ModelProto.inferenceType", "\(type) is no kind of inference")
    }
    inferenceType = type
    numPredictions = Int(reader.numPredictions)
    isLearningEnabled = reader.learningEnabled
    isInferenceEnabled = reader.inferenceEnabled
    let text = String(try reader.inferenceArgs)
    if !text.isEmpty, text != "null" {
      inferenceArgs = try ModelArguments(json: text, "ModelProto.inferenceArgs")
    }
  }
}
