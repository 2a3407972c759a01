/// Predicts for each field the value that came most often after the one that there is.
public struct TwoGramModel: Model, Hashable {
  public var base: ModelBase

  /// What finds the buckets of values.
  public internal(set) var encoder: MultiEncoder

  /// Whether pairs are counted; NuPIC has no way to change it.
  var countsPairs = true

  /// Whether the next record begins a sequence.
  var isReset = false

  /// The buckets of the last record.
  var prevValues: [Int] = []

  /// For each field and bucket, how often each bucket came after it.
  var twoGrams: [PythonOrder<Int, PythonOrder<Int, Int>>]

  /// The last value in each bucket.
  var values = PythonOrder<Int, Double>()

  /// Makes a model that has seen nothing.
  ///
  /// - Parameters:
  ///   - encoder: What finds the buckets of values; one for each field.
  ///   - inferenceType: What the model is said to infer; it makes no difference.
  public init(
    encoder: MultiEncoder, inferenceType: InferenceType = .temporalNextStep
  ) {
    base = ModelBase(inferenceType)
    self.encoder = encoder
    twoGrams = Array(repeating: PythonOrder(), count: encoder.members.count)
  }

  /// The names of the fields.
  public var fieldNames: [String] { encoder.members.map(\.field) }

  public mutating func resetSequenceStates() { isReset = true }

  public mutating func run(_ record: [String: EncoderInput]) throws -> ModelResult {
    let input = EncoderInput.record(record)
    let buckets = try encoder.bucketIndices(of: input).compactMap { $0 }
    let scalars = try encoder.encodedValues(of: input)
    guard buckets.count == twoGrams.count, scalars.count == twoGrams.count,
      buckets.allSatisfy({ Int32(exactly: $0) != nil })
    else {
      throw HTMError.input("each field of the record needs one value, and one bucket for it")
    }
    for scalar in scalars where scalar.number == nil {
      throw HTMError.input("this model predicts numbers, and not \(scalar)")
    }
    var result = ModelResult(predictionNumber: base.numPredictions, rawInput: record)
    result.sensorInput.dataRow = scalars
    result.sensorInput.sequenceReset = isReset
    result.sensorInput.dataEncodings = try encodings(record)
    let wasReset = isReset
    isReset = false
    for (bucket, scalar) in zip(buckets, scalars) {
      values.update(bucket, default: 0) { $0 = scalar.number ?? 0 }
    }
    if countsPairs, !wasReset, prevValues.count == buckets.count {
      for (field, bucket) in buckets.enumerated() {
        twoGrams[field].update(prevValues[field], default: PythonOrder()) { counts in
          counts.update(bucket, default: 0) { $0 += 1 }
        }
      }
    }
    prevValues = buckets
    _ = base.nextPrediction()
    let next = buckets.enumerated().map { likeliest($0.offset, $0.element) }
    result.inferences.prediction = next.map { .number(values[$0] ?? 0) }
    result.inferences.encodings = try encodings(of: next)
    return result
  }

  /// The bucket that came most often after another one, or the first bucket of all.
  private func likeliest(_ field: Int, _ bucket: Int) -> Int {
    var best: (key: Int, value: Int)?
    for element in twoGrams[field][bucket]?.elements ?? []
    where element.value > best?.value ?? Int.min {
      best = element
    }
    return best?.key ?? 0
  }

  private mutating func encodings(_ record: [String: EncoderInput]) throws -> [[Int]] {
    var ones: [Int] = []
    try encoder.encode(.record(record), at: 0, into: &ones)
    return encoder.members.map { member in
      let range = member.offset..<member.offset + member.encoder.width
      return ones.filter(range.contains).map { $0 - member.offset }
    }
  }

  private func encodings(of buckets: [Int]) throws -> [[UInt8]] {
    try zip(encoder.members, buckets).map { member, bucket in
      var bits = [UInt8](repeating: 0, count: member.encoder.width)
      for one in try member.encoder.bucketInfo(of: [bucket]).first?.encoding ?? []
      where bits.indices.contains(one) {
        bits[one] = 1
      }
      return bits
    }
  }
}
