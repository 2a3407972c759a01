internal import CapnProto

// What both kinds of files have in common.

extension SDRClassifier {
  private static let version: UInt16 = 1

  /// Writes everything but the values of the buckets.
  func writeRest(_ builder: SdrClassifierProto.Builder) throws {
    try builder.setSteps(steps.map { UInt16($0) })
    builder.alpha = alpha
    builder.actValueAlpha = actValueAlpha
    builder.maxSteps = UInt32(maxSteps)
    builder.maxBucketIdx = UInt32(maxBucketIdx)
    builder.maxInputIdx = UInt32(maxInputIdx)
    builder.version = Self.version
    builder.verbosity = verbosity
    let patterns = try builder.initPatternNZHistory(count: history.count)
    for (index, record) in history.enumerated() {
      try patterns.initialize(index, count: record.patternNZ.count)
        .copy(from: record.patternNZ.map { UInt32($0) })
    }
    try builder.setRecordNumHistory(history.map { UInt32($0.recordNum) })
    let list = try builder.initWeightMatrix(count: steps.count)
    for (index, step) in steps.enumerated() {
      list[index].steps = UInt32(step)
      let numbers = try list[index].initWeight(count: (maxInputIdx + 1) * actualValues.count)
      var place = 0
      for bit in 0...maxInputIdx {
        for weight in weights[index].row(bit) {
          numbers[place] = weight
          place += 1
        }
      }
    }
  }

  /// A classifier from a file, with what its buckets stand for.
  init(
    _ reader: SdrClassifierProto.Reader, _ implementation: Implementation,
    _ values: [ActualValue?]
  ) throws {
    let path = "SdrClassifierProto"
    let steps = try reader.steps.map { Int($0) }
    do {
      try self.init(
        steps: steps, alpha: reader.alpha, actValueAlpha: reader.actValueAlpha,
        implementation: implementation)
    } catch {
      throw error.read(from: path)
    }
    verbosity = reader.verbosity
    maxInputIdx = Int(reader.maxInputIdx)
    actualValues = values
    guard Int(reader.maxSteps) == maxSteps else {
      throw HTMError.state(
        "\(path).maxSteps", "\(reader.maxSteps) is not one more than the largest of the steps")
    }
    try readWeights(reader.weightMatrix, path)
    try readHistory(reader, path)
  }

  private mutating func readWeights(
    _ list: StructListReader<SdrClassifierProto.StepWeightMatrix>, _ path: String
  ) throws {
    try StateCheck.count(list.count, UInt64(steps.count), "\(path).weightMatrix", "the steps are")
    let (count, overflow) = (maxInputIdx + 1).multipliedReportingOverflow(by: actualValues.count)
    var seen: Set<Int> = []
    for (index, element) in list.enumerated() {
      guard let place = steps.firstIndex(of: Int(element.steps)),
        seen.insert(place).inserted
      else {
        throw HTMError.state(
          "\(path).weightMatrix[\(index)].steps",
          "\(element.steps) is not among the steps, or there for the second time")
      }
      let numbers = try element.weight
      guard !overflow, numbers.count == count else {
        throw HTMError.state(
          "\(path).weightMatrix[\(index)].weight",
          "there are \(numbers.count) weights for \(maxInputIdx + 1) bits and "
            + "\(actualValues.count) buckets")
      }
      weights[place] = WeightMatrix(
        rows: maxInputIdx + 1, columns: actualValues.count, numbers)
    }
  }

  private mutating func readHistory(
    _ reader: SdrClassifierProto.Reader, _ path: String
  ) throws {
    let patterns = try reader.patternNZHistory
    let numbers = try reader.recordNumHistory
    try StateCheck.count(
      numbers.count, UInt64(patterns.count), "\(path).recordNumHistory", "the patterns are")
    guard patterns.count <= maxSteps else {
      throw HTMError.state(
        "\(path).patternNZHistory", "there are \(patterns.count), and at most \(maxSteps)")
    }
    var last = -1
    for index in 0..<patterns.count {
      let number = Int(numbers[index])
      guard number > last else {
        throw HTMError.state(
          "\(path).recordNumHistory[\(index)]", "\(number) does not come after \(last)")
      }
      last = number
      let pattern = try Array(patterns[index])
      try StateCheck.allBelow(
        pattern, UInt64(maxInputIdx) + 1, "\(path).patternNZHistory[\(index)]",
        "one more than maxInputIdx")
      history.append(Record(recordNum: number, patternNZ: pattern.map { Int($0) }))
    }
  }
}

extension ActualValue {
  static func read(
    _ list: StructListReader<ActualValueState>, _ path: String
  ) throws -> [ActualValue?] {
    // Values that take no memory in the message take some here.
    let choices = try _values(of: list) { $0 }
    return try choices.enumerated().map { index, value in
      switch try value.which {
      case .none: nil
      case .number(let number): .number(number)
      case .category(let name): .category(String(name))
      case .unrecognized(let number):
        throw HTMError.state("\(path)[\(index)]", "there is no choice \(number)")
      }
    }
  }
}
