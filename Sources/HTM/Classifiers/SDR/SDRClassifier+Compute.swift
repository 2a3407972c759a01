extension SDRClassifier {
  /// The buckets that a record falls into, with their values.
  public struct Classification: Sendable, Hashable {
    /// The buckets; more than one where it is of several categories.
    public var bucketIdx: [Int]

    /// The value for each of the buckets.
    public var actValue: [ActualValue]

    /// One bucket, with its value.
    public init(bucketIdx: Int, actValue: ActualValue) {
      self.init(bucketIdx: [bucketIdx], actValue: [actValue])
    }

    /// Several buckets, with as many values.
    public init(bucketIdx: [Int], actValue: [ActualValue]) {
      self.bucketIdx = bucketIdx
      self.actValue = actValue
    }
  }

  /// What is expected.
  public struct Inference: Sendable, Hashable {
    /// What each bucket stands for.
    public var actualValues: [ActualValue]

    /// For each number of steps, how likely each bucket is.
    public var likelihoods: [Int: [Double]]

    /// The value of the likeliest bucket in a number of steps; the first of several alike.
    public func bestValue(steps: Int) -> ActualValue? {
      guard let likelihoods = likelihoods[steps],
        let best = likelihoods.indices.max(by: {
          (likelihoods[$0], -$0) < (likelihoods[$1], -$1)
        }), best < actualValues.count
      else { return nil }
      return actualValues[best]
    }
  }

  /// Takes in a record.
  ///
  /// - Parameters:
  ///   - recordNum: The number of the record; it grows from record to record, though not
  ///     necessarily by one.
  ///   - patternNZ: The bits that are on.
  ///   - classification: The buckets of the record; without them nothing can be learnt.
  ///   - learn: Whether earlier patterns are learnt to predict this record.
  ///   - infer: Whether to tell what is expected.
  /// - Returns: what is expected, found before this record is learnt; nil unless asked for.
  /// - Throws: `HTMError` for a record that makes no sense; then nothing has changed.
  @discardableResult
  public mutating func compute(
    recordNum: Int, patternNZ: [Int], classification: Classification?, learn: Bool = true,
    infer: Bool = true
  ) throws(HTMError) -> Inference? {
    try check(recordNum, patternNZ, classification, learn)
    if history.last.map({ recordNum > $0.recordNum }) ?? true {
      history.append(Record(recordNum: recordNum, patternNZ: patternNZ))
      if history.count > maxSteps { history.removeFirst() }
    }
    if let largest = patternNZ.max(), largest > maxInputIdx {
      maxInputIdx = largest
      grow()
    }
    if let classification { takeNames(classification) }
    let inference = infer ? expect(patternNZ, classification) : nil
    if learn, let classification { adapt(recordNum, classification) }
    return inference
  }

  /// Learns from a record, and tells nothing.
  ///
  /// - Throws: as ``compute(recordNum:patternNZ:classification:learn:infer:)`` does.
  public mutating func learn(
    recordNum: Int, patternNZ: [Int], classification: Classification
  ) throws(HTMError) {
    try compute(
      recordNum: recordNum, patternNZ: patternNZ, classification: classification, infer: false)
  }

  /// What is expected after a pattern, which is not taken in.
  ///
  /// - Parameters:
  ///   - patternNZ: The bits that are on; those that were never seen say nothing.
  ///   - classification: What stands in for buckets that nothing fell into.
  /// - Throws: `HTMError` for negative bits.
  public func infer(
    patternNZ: [Int], classification: Classification? = nil
  ) throws(HTMError) -> Inference {
    guard patternNZ.allSatisfy({ $0 >= 0 }) else {
      throw .input("patternNZ has negative bits")
    }
    return expect(patternNZ, classification)
  }

  private func expect(_ patternNZ: [Int], _ classification: Classification?) -> Inference {
    // What is expected of this very record may not be known from it.
    let known = steps.first == 0 ? nil : classification?.actValue.first
    var likelihoods: [Int: [Double]] = [:]
    for (index, step) in steps.enumerated() {
      likelihoods[step] = softmax(weights[index].sum(ofRows: patternNZ))
    }
    return Inference(
      actualValues: actualValues.map { $0 ?? known ?? 0 }, likelihoods: likelihoods)
  }

  private func check(
    _ recordNum: Int, _ patternNZ: [Int], _ classification: Classification?, _ learn: Bool
  ) throws(HTMError) {
    guard UInt32(exactly: recordNum) != nil else {
      throw .input("the record number \(recordNum) is not from 0 to 2^32 - 1")
    }
    if let last = history.last?.recordNum, recordNum < last {
      throw .input("the record number \(recordNum) comes after \(last), and has to be larger")
    }
    guard patternNZ.allSatisfy({ UInt32(exactly: $0) != nil }) else {
      throw .input("patternNZ has bits that are not from 0 to 2^32 - 1")
    }
    var buckets = actualValues.count
    if learn {
      guard let classification, !classification.bucketIdx.isEmpty,
        classification.bucketIdx.count == classification.actValue.count,
        classification.bucketIdx.allSatisfy({ UInt32(exactly: $0) != nil })
      else {
        throw .input(
          "to learn takes a classification, with as many values as buckets from 0 to 2^32 - 1")
      }
      buckets = max(buckets, (classification.bucketIdx.max() ?? 0) + 1)
    }
    let inputs = max(maxInputIdx, patternNZ.max() ?? 0) + 1
    let (count, overflow) = inputs.multipliedReportingOverflow(by: buckets)
    guard !overflow, count <= Self.maxWeights else {
      throw .input(
        "\(inputs) bits and \(buckets) buckets need more than the \(Self.maxWeights) weights that "
          + "there can be")
    }
  }
}
