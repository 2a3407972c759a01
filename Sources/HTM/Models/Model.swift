public import Stowage

/// A model that records are given to one after another, and that says something of each.
///
/// Models are values: a copy learns on its own. What NuPIC keeps of every model is in ``base``.
public protocol Model: Serializable, Sendable {
  /// What all models have: switches, the kind of inference, and the number of records so far.
  var base: ModelBase { get set }

  /// Gives the model a record, and takes what it says of it.
  ///
  /// - Parameter record: values by the names of their fields.
  /// - Throws: `HTMError` where the record does not fit, or the model cannot run.
  mutating func run(_ record: [String: EncoderInput]) throws -> ModelResult

  /// Makes the model take the next record as the beginning of a sequence.
  mutating func resetSequenceStates()

  /// Lets records be learnt from.
  mutating func enableLearning()

  /// Lets records not be learnt from.
  mutating func disableLearning()

  /// Ends learning for good, and frees what only learning needs.
  ///
  /// - Throws: `HTMError` where the model cannot.
  mutating func finishLearning() throws
}

extension Model {
  /// What the model is asked for.
  public var inferenceType: InferenceType { base.inferenceType }

  /// Whether records are learnt from.
  public var isLearningEnabled: Bool { base.isLearningEnabled }

  /// Whether anything is inferred.
  public var isInferenceEnabled: Bool { base.isInferenceEnabled }

  /// The arguments of the inference.
  public var inferenceArgs: ModelArguments? { base.inferenceArgs }

  public mutating func enableLearning() { base.isLearningEnabled = true }

  public mutating func disableLearning() { base.isLearningEnabled = false }

  /// Lets the model infer.
  ///
  /// - Parameter arguments: what to infer, such as the field that is predicted; nil for what was
  ///   given before.
  public mutating func enableInference(_ arguments: ModelArguments? = nil) {
    base.isInferenceEnabled = true
    if let arguments { base.inferenceArgs = arguments }
  }

  /// Lets the model infer nothing.
  public mutating func disableInference() { base.isInferenceEnabled = false }

  /// The name of the field that is predicted, if one is.
  public var predictedField: String? { base.inferenceArgs?.predictedField }

  public mutating func finishLearning() throws { disableLearning() }
}
