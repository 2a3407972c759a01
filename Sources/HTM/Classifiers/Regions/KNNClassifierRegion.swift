public import Stowage

/// A ``KNNClassifier`` as a region.
///
/// It takes `bottomUpIn`, with `auxDataIn` behind it or alone where it is to, and learns it as each
/// category of `categoryIn` that is not negative, in the partition `partitionIn`. It gives `categoriesOut`, `categoryProbabilitiesOut` and
/// `bestPrototypeIndices`.
public struct KNNClassifierRegion: Region {
  public static let nodeType = "py.KNNClassifierRegion"

  /// The classifier.
  public var classifier: KNNClassifier

  /// How many categories outputs have a place for.
  public let maxCategoryCount: Int

  /// How many of the nearest categories are given, at `bestPrototypeIndices`.
  public let bestPrototypeIndexCount: Int

  /// Whether the probabilities follow from distances, and not from votes.
  public let outputProbabilitiesByDist: Bool

  /// How likely it is that a pattern is learnt.
  public var acceptanceProbability = 1.0

  /// Whether `auxDataIn` is taken, behind `bottomUpIn`.
  public var useAuxiliary = false

  /// Whether `auxDataIn`, where it is taken, is taken alone.
  public var justUseAuxiliary = false

  /// Whether the region learns.
  public var learningMode = true

  /// Whether outputs are set.
  public internal(set) var inferenceMode = false

  /// The number of steps since the region was told to infer.
  public internal(set) var epoch = 0

  /// How often each category was found, in rows, where another was given, in columns.
  public internal(set) var confusion: [[Int]] = [[0]]

  /// What decides whether a pattern is learnt.
  public internal(set) var random: Random

  /// Kept for NuPIC; they change nothing here.
  var verbosity = 0
  var keepAllDistances = false
  var isFirst = true

  // NuPIC saves what it found last.
  var protoScores: [Float]?
  var categoryDistances: [Float]?

  static let largestCount = 1 << 16

  /// Makes a region.
  ///
  /// - Throws: `HTMError` for counts that make no sense.
  public init(
    _ classifier: KNNClassifier, maxCategoryCount: Int, bestPrototypeIndexCount: Int = 0,
    outputProbabilitiesByDist: Bool = false, seed: UInt64 = 42
  ) throws(HTMError) {
    try self.init(
      classifier, maxCategoryCount, bestPrototypeIndexCount, outputProbabilitiesByDist,
      Random(seed: seed))
  }

  init(
    _ classifier: KNNClassifier, _ maxCategoryCount: Int, _ bestPrototypeIndexCount: Int,
    _ outputProbabilitiesByDist: Bool, _ random: Random
  ) throws(HTMError) {
    for (name, count) in [
      ("maxCategoryCount", maxCategoryCount),
      ("bestPrototypeIndexCount", bestPrototypeIndexCount),
    ] where !(0...Self.largestCount).contains(count) {
      throw .parameter(name, "\(count) is not from 0 to \(Self.largestCount)")
    }
    self.classifier = classifier
    self.maxCategoryCount = maxCategoryCount
    self.bestPrototypeIndexCount = bestPrototypeIndexCount
    self.outputProbabilitiesByDist = outputProbabilitiesByDist
    self.random = random
  }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("bottomUpIn", isRequired: true, isDefault: true),
        .init("categoryIn", isRequired: true), .init("partitionIn", isRequired: true),
        .init("auxDataIn"),
      ],
      outputs: [
        .init("categoriesOut", isDefault: true), .init("categoryProbabilitiesOut"),
        .init("bestPrototypeIndices"),
      ],
      parameters: ["learningMode", "inferenceMode", "acceptanceProbability"].map { .init($0) }
        + [
          "k", "patternCount", "categoryCount", "maxCategoryCount", "useAuxiliary",
          "justUseAuxiliary",
        ].map { .init($0, .read) })
  }

  public func outputWidth(_ name: String) -> Int? {
    switch name {
    case "categoriesOut", "categoryProbabilitiesOut": maxCategoryCount
    case "bestPrototypeIndices": bestPrototypeIndexCount
    default: nil
    }
  }

  public mutating func compute(_ data: inout RegionData) throws {
    let input = try pattern(data)
    let categories = (data.inputs["categoryIn"]?.integers ?? []).filter { $0 >= 0 }
    let partition = data.inputs["partitionIn"]?.integers.first
    isFirst = false
    if inferenceMode { try infer(input, categories, partition, &data) }
    if learningMode, acceptanceProbability >= 1 || random.getReal64() <= acceptanceProbability {
      for category in categories {
        try classifier.learn(input, category: category, partitionID: partition)
      }
    }
    epoch += 1
  }

  private func pattern(_ data: RegionData) throws -> [Float] {
    guard useAuxiliary else { return try data.input("bottomUpIn").floats }
    let auxiliary = try data.input("auxDataIn").floats
    return justUseAuxiliary ? auxiliary : try data.input("bottomUpIn").floats + auxiliary
  }

  private mutating func infer(
    _ input: [Float], _ categories: [Int], _ partition: Int?, _ data: inout RegionData
  ) throws {
    let found = try find(input, partition)
    data.outputs["categoriesOut"] = output(found.inferenceResult)
    var probabilities = found.inferenceResult
    if outputProbabilitiesByDist {
      let scores = found.categoryDist.map { 1 - $0 }
      let sum = scores.reduce(0, +)
      probabilities = scores.map {
        Double(sum > 0 ? $0 / sum : 1 / Float(scores.count))
      }
    }
    // As long as nothing is known, NuPIC is sure of the first category.
    let knowsNothing = classifier.numPatterns == 0
    data.outputs["categoryProbabilitiesOut"] = output(knowsNothing ? [1] : probabilities)
    // In NuPIC, these are of the categories that are nearest, and not of patterns.
    let nearest = sortedIndices(of: found.categoryDist).prefix(bestPrototypeIndexCount)
    let rest = repeatElement(Float(0), count: bestPrototypeIndexCount - nearest.count)
    data.outputs["bestPrototypeIndices"] = RegionArray(nearest.map { Float($0) } + rest)
    guard let winner = knowsNothing ? 0 : found.winner else { return }
    for category in categories {
      count(winner, category, atLeast: found.inferenceResult.count)
    }
  }

  private mutating func find(
    _ input: [Float], _ partition: Int? = nil
  ) throws(HTMError) -> KNNClassifier.Inference {
    let found = try classifier.infer(input, partitionID: partition)
    protoScores = found.protoDistance.map { Float($0) }
    categoryDistances = found.categoryDist
    return found
  }

  /// The distances of an input from the patterns, asked for as NuPIC's classifier of anomalies does.
  ///
  /// It has the region infer for it, and learn again afterwards, with which the epoch begins anew.
  mutating func distances(of input: [Float]) throws(HTMError) -> [Double] {
    (isFirst, inferenceMode, learningMode, epoch) = (false, true, true, 0)
    return try find(input).protoDistance
  }

  private func output(_ numbers: [Double]) -> RegionArray {
    var padded = Array(numbers.prefix(maxCategoryCount))
    padded += repeatElement(0, count: maxCategoryCount - padded.count)
    return RegionArray(.real32, padded)
  }

  private mutating func count(_ found: Int, _ given: Int, atLeast: Int) {
    let size = max(atLeast, max(found, given) + 1)
    // More than this nobody looks at, and a category can be a large number.
    guard size <= 1 << 10 else { return }
    if size > confusion.count {
      for row in confusion.indices {
        confusion[row] += repeatElement(0, count: size - confusion[row].count)
      }
      let row = [Int](repeating: 0, count: size)
      confusion += repeatElement(row, count: size - confusion.count)
    }
    confusion[found][given] += 1
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "learningMode": .bool(learningMode)
    case "inferenceMode": .bool(inferenceMode)
    case "acceptanceProbability": .double(acceptanceProbability)
    case "k": .int(Int64(classifier.parameters.k))
    case "patternCount": .int(Int64(classifier.numPatterns))
    case "categoryCount": .int(Int64(Set(classifier.categoryList).count))
    case "maxCategoryCount": .int(Int64(maxCategoryCount))
    case "useAuxiliary": .bool(useAuxiliary)
    case "justUseAuxiliary": .bool(justUseAuxiliary)
    default: throw noParameter(name)
    }
  }

  /// Sets a parameter.
  ///
  /// With `inferenceMode`, learning ends for the time being: components are found, where they are
  /// to be, and the epoch begins anew.
  public mutating func setParameter(_ name: String, to value: Value) throws {
    switch name {
    case "learningMode":
      learningMode = try value.flag(name)
      epoch = 0
    case "inferenceMode":
      let infers = try value.flag(name)
      epoch = 0
      if infers, !inferenceMode { classifier.finishLearning() }
      inferenceMode = infers
    case "acceptanceProbability": acceptanceProbability = try value.real(name)
    default: throw noParameter(name)
    }
  }
}
