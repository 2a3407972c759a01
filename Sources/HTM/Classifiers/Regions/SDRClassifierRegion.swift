public import Stowage

/// An ``SDRClassifier`` as a region.
///
/// It takes `bottomUpIn`, and learns from `categoryIn` or, where that holds none, from `bucketIdxIn`
/// and `actValueIn`. It gives `probabilities`, `actualValues` and `categoriesOut`.
public struct SDRClassifierRegion: Region {
  public static let nodeType = "py.SDRClassifierRegion"

  /// The classifier.
  public var classifier: SDRClassifier

  /// How many buckets there are at most.
  public let maxCategoryCount: Int

  /// Whether the classifier learns.
  public var learningMode = true

  /// Whether outputs are set.
  public var inferenceMode = false

  /// The number of records so far.
  public private(set) var recordNum = 0

  /// The steps, as text in the order in which outputs are given.
  public let steps: String

  private let stepsList: [Int]

  /// Makes a region.
  ///
  /// - Parameters:
  ///   - classifier: The classifier.
  ///   - maxCategoryCount: How many buckets there are at most; outputs have a place for each.
  /// - Throws: `HTMError` for a number of buckets that makes no sense.
  public init(_ classifier: SDRClassifier, maxCategoryCount: Int = 2000) throws(HTMError) {
    let steps = classifier.steps.map(String.init).joined(separator: ",")
    try self.init(classifier, maxCategoryCount, steps, classifier.steps)
  }

  private init(
    _ classifier: SDRClassifier, _ maxCategoryCount: Int, _ steps: String, _ list: [Int]
  ) throws(HTMError) {
    guard maxCategoryCount >= 0, maxCategoryCount <= (1 << 20) / list.count else {
      throw .parameter(
        "maxCategoryCount",
        "\(maxCategoryCount) for each of \(list.count) steps is not from 0 to 2^20")
    }
    self.classifier = classifier
    self.maxCategoryCount = maxCategoryCount
    self.steps = steps
    stepsList = list
  }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("bottomUpIn", isRequired: true, isDefault: true),
        .init("categoryIn", isRequired: true), .init("bucketIdxIn", .uint64),
        .init("actValueIn"), .init("predictedActiveCells"),
        .init("sequenceIdIn", .uint64, count: 1),
      ],
      outputs: [.init("probabilities"), .init("actualValues"), .init("categoriesOut")],
      parameters: [
        .init("learningMode"), .init("inferenceMode"), .init("verbosity"),
        .init("alpha", .read), .init("steps", .read), .init("implementation", .read),
        .init("maxCategoryCount", .read),
      ])
  }

  public func outputWidth(_ name: String) -> Int? {
    switch name {
    case "probabilities": stepsList.count * maxCategoryCount
    case "actualValues": maxCategoryCount
    case "categoriesOut": stepsList.count
    default: nil
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    let classification = learningMode ? try classification(data) : nil
    let inference = try classifier.compute(
      recordNum: recordNum, patternNZ: data.input("bottomUpIn").ones,
      classification: classification ?? .init(bucketIdx: 0, actValue: 0),
      learn: classification != nil, infer: inferenceMode)
    recordNum += 1
    guard let inference else { return }
    let count = inference.actualValues.count
    guard count <= maxCategoryCount else {
      throw HTMError.input(
        "there are \(count) buckets, which is more than the maxCategoryCount of "
          + "\(maxCategoryCount)")
    }
    var values = data.outputs["actualValues"]?.floats ?? []
    values += repeatElement(0, count: max(0, maxCategoryCount - values.count))
    for (bucket, value) in inference.actualValues.enumerated() {
      values[bucket] = Float(value.number ?? 0)
    }
    data.outputs["actualValues"] = RegionArray(values)
    var categories: [Float] = []
    var probabilities: [Float] = []
    for step in stepsList {
      let likelihoods = inference.likelihoods[step] ?? []
      categories.append(Float(inference.bestValue(steps: step)?.number ?? 0))
      probabilities += likelihoods.map { Float($0) }
      probabilities += repeatElement(0, count: maxCategoryCount - likelihoods.count)
    }
    data.outputs["categoriesOut"] = RegionArray(categories)
    data.outputs["probabilities"] = RegionArray(probabilities)
  }

  /// What the record is: its categories, or else its bucket.
  private func classification(
    _ data: RegionData
  ) throws(HTMError) -> SDRClassifier.Classification {
    let categories = (data.inputs["categoryIn"]?.numbers ?? []).filter { $0 >= 0 }
    let value = data.inputs["actValueIn"]?.numbers.first
    if !categories.isEmpty {
      return SDRClassifier.Classification(
        bucketIdx: categories.map { Int(Int64(clamping: $0)) },
        actValue: categories.map { .number(value ?? $0.rounded(.towardZero)) })
    }
    let bucket = try data.input("bucketIdxIn").integers.first
    guard let bucket, let value else {
      throw .input("to learn takes categoryIn, or bucketIdxIn with actValueIn")
    }
    return SDRClassifier.Classification(bucketIdx: bucket, actValue: .number(value))
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "learningMode": .bool(learningMode)
    case "inferenceMode": .bool(inferenceMode)
    case "verbosity": .int(Int64(classifier.verbosity))
    case "alpha": .double(classifier.alpha)
    case "steps": .string(steps)
    case "implementation": .string(classifier.implementation.rawValue)
    case "maxCategoryCount": .int(Int64(maxCategoryCount))
    default: throw noParameter(name)
    }
  }

  public mutating func setParameter(_ name: String, to value: Value) throws {
    switch name {
    case "learningMode": learningMode = try value.flag(name)
    case "inferenceMode": inferenceMode = try value.flag(name)
    case "verbosity": classifier.verbosity = try value.number(name)
    default: throw noParameter(name)
    }
  }
}

extension SDRClassifierRegion: Archivable {
  public func write(_ builder: SDRClassifierRegionProto.Builder) throws {
    try writeRest(builder)
    try classifier.write(builder.initSdrClassifier())
  }

  private func writeRest(_ builder: SDRClassifierRegionProto.Builder) throws {
    try builder.setImplementation(classifier.implementation.rawValue)
    try builder.setSteps(steps)
    builder.alpha = Float(classifier.alpha)
    builder.verbosity = UInt32(classifier.verbosity)
    builder.maxCategoryCount = UInt32(maxCategoryCount)
    builder.learningMode = learningMode
    builder.inferenceMode = inferenceMode
    guard let number = UInt32(exactly: recordNum) else {
      throw HTMError.state(
        "SDRClassifierRegionProto.recordNum", "\(recordNum) does not fit into 32 bits")
    }
    builder.recordNum = number
  }

  public static func read(
    _ reader: SDRClassifierRegionProto.Reader
  ) throws -> SDRClassifierRegion {
    let name = String(try reader.implementation)
    guard let implementation = SDRClassifier.Implementation(rawValue: name) else {
      throw HTMError.state(
        "SDRClassifierRegionProto.implementation", "\"\(name)\" is neither \"py\" nor \"cpp\"")
    }
    guard reader.hasSdrClassifier else {
      throw HTMError.state("SDRClassifierRegionProto.sdrClassifier", "it is not there")
    }
    return try make(reader, SDRClassifier.read(reader.sdrClassifier, as: implementation))
  }

  private static func make(
    _ reader: SDRClassifierRegionProto.Reader, _ classifier: SDRClassifier
  ) throws -> SDRClassifierRegion {
    let text = String(try reader.steps)
    let list = text.split(separator: ",").map {
      Int(String($0.filter { $0 != " " })) ?? -1
    }
    guard list.sorted() == classifier.steps.sorted() else {
      throw HTMError.state(
        "SDRClassifierRegionProto.steps", "\"\(text)\" are not the classifier's steps")
    }
    var region: SDRClassifierRegion
    do {
      region = try SDRClassifierRegion(classifier, Int(reader.maxCategoryCount), text, list)
    } catch {
      throw error.read(from: "SDRClassifierRegionProto")
    }
    region.learningMode = reader.learningMode
    region.inferenceMode = reader.inferenceMode
    region.recordNum = Int(reader.recordNum)
    return region
  }

  public func writeArchive(_ builder: SDRClassifierRegionState.Builder) throws {
    try writeRest(builder.initRegion())
    try classifier.writeArchive(builder.initClassifier())
  }

  public static func readArchive(
    _ reader: SDRClassifierRegionState.Reader
  ) throws -> SDRClassifierRegion {
    try make(reader.region, SDRClassifier.readArchive(reader.classifier))
  }
}
