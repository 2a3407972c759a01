/// What a model says of one record.
public struct ModelResult: Sendable, Hashable {
  /// What the model's sensor made of the record.
  public struct SensorInput: Sendable, Hashable {
    /// Each part of the record as the value that was encoded.
    public var dataRow: [EncoderInput] = []

    /// For each encoder, the indices of the ones among its own bits.
    public var dataEncodings: [[Int]] = []

    /// Whether the record begins a sequence.
    public var sequenceReset = false

    /// The category of the record, where it has one.
    public var category: [Int] = []

    /// Makes an empty input.
    public init() {}
  }

  /// What the classifier was given.
  public struct ClassifierInput: Sendable, Hashable {
    /// The value of the predicted field.
    public var value: EncoderInput

    /// The bucket that the value is in.
    public var bucketIndex: Int

    /// Makes an input.
    public init(value: EncoderInput, bucketIndex: Int) {
      (self.value, self.bucketIndex) = (value, bucketIndex)
    }
  }

  /// Which record it was, from 0.
  public var predictionNumber: Int

  /// The record as it was given.
  public var rawInput: [String: EncoderInput]

  /// What the sensor made of it.
  public var sensorInput: SensorInput

  /// What the model makes of it.
  public var inferences: ModelInferences

  /// Which of the fields is predicted, if one is.
  public var predictedFieldIndex: Int?

  /// The name of the field that is predicted.
  public var predictedFieldName: String?

  /// What the classifier was given, where there is one.
  public var classifierInput: ClassifierInput?

  /// Makes a result.
  public init(
    predictionNumber: Int, rawInput: [String: EncoderInput],
    sensorInput: SensorInput = SensorInput(), inferences: ModelInferences = ModelInferences()
  ) {
    self.predictionNumber = predictionNumber
    self.rawInput = rawInput
    self.sensorInput = sensorInput
    self.inferences = inferences
  }
}
