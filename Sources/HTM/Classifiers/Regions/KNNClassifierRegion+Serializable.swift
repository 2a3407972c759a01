internal import CapnProto
public import Stowage

extension KNNClassifierRegion: Archivable {
  private static let version: Int32 = 1

  public func write(_ builder: KNNClassifierRegionProto.Builder) throws {
    try writeRest(builder)
    try writeParameters(builder.initKnnParams())
    try classifier.write(builder.initKnn())
  }

  private func writeRest(_ builder: KNNClassifierRegionProto.Builder) throws {
    builder.version = Self.version
    try random.write(builder.initRgen())
    builder.verbosity = Int32(truncatingIfNeeded: verbosity)
    builder.firstComputeCall = isFirst
    builder.keepAllDistances = keepAllDistances
    builder.useAuxiliary = useAuxiliary
    builder.justUseAuxiliary = justUseAuxiliary
    builder.learningMode = learningMode
    builder.inferenceMode = inferenceMode
    builder.outputProbabilitiesByDist = outputProbabilitiesByDist
    builder.epoch = UInt32(truncatingIfNeeded: epoch)
    builder.maxStoredPatterns = Int32(classifier.parameters.maxStoredPatterns)
    builder.maxCategoryCount = Int32(maxCategoryCount)
    builder.bestPrototypeIndexCount = Int32(bestPrototypeIndexCount)
    builder.acceptanceProbability = Float(acceptanceProbability)
    let rows = try builder.initConfusion(count: confusion.count)
    for (index, row) in confusion.enumerated() {
      try rows.initialize(index, count: row.count)
        .copy(from: row.map { Int32(truncatingIfNeeded: $0) })
    }
    if let protoScores { try builder.setProtoScores(protoScores) }
    if let categoryDistances { try builder.setCategoryDistances(categoryDistances) }
  }

  private func writeParameters(_ builder: KNNClassifierParamsProto.Builder) throws {
    let parameters = classifier.parameters
    builder.k = Int32(parameters.k)
    builder.distanceNorm = Float(parameters.distanceNorm)
    try builder.setDistanceMethod(parameters.distanceMethod.rawValue)
    builder.distThreshold = Float(parameters.distThreshold)
    builder.doBinarization = parameters.doBinarization
    builder.binarizationThreshold = Float(parameters.binarizationThreshold)
    builder.useSparseMemory = parameters.useSparseMemory
    builder.sparseThreshold = Float(parameters.sparseThreshold)
    builder.relativeThreshold = parameters.relativeThreshold
    builder.numWinners = Int32(parameters.numWinners)
    builder.numSVDSamples = Int32(parameters.numSVDSamples)
    switch parameters.numSVDDims {
    case nil: break
    case .count(let count): builder.numSVDDims = Int32(count)
    case .adaptive:
      throw HTMError.state(
        "KNNClassifierRegionProto.knnParams.numSVDDims",
        "it is adaptive, and NuPIC's file has a place for a number only; a file of Stowage holds it"
      )
    }
    builder.fractionOfMax = Float(parameters.fractionOfMax ?? 0)
    builder.verbosity = parameters.verbosity
    builder.replaceDuplicates = parameters.replaceDuplicates
    builder.cellsPerCol = Int32(parameters.cellsPerCol)
    builder.maxStoredPatterns = Int32(parameters.maxStoredPatterns)
    builder.minSparsity = Float(parameters.minSparsity)
  }

  public static func read(
    _ reader: KNNClassifierRegionProto.Reader
  ) throws -> KNNClassifierRegion {
    guard reader.hasKnn else {
      throw HTMError.state("KNNClassifierRegionProto.knn", "it is not there")
    }
    return try make(
      reader, KNNClassifier.read(reader.knn), Double(reader.acceptanceProbability))
  }

  private static func make(
    _ reader: KNNClassifierRegionProto.Reader, _ classifier: KNNClassifier,
    _ acceptanceProbability: Double
  ) throws -> KNNClassifierRegion {
    let path = "KNNClassifierRegionProto"
    guard reader.version == version else {
      throw HTMError.state("\(path).version", "\(reader.version) is not \(version)")
    }
    guard !reader.doSphering else {
      throw HTMError.state(
        "\(path).doSphering",
        "NuPIC fails with it at the first pattern, and so it is not known here")
    }
    var region: KNNClassifierRegion
    do {
      region = try KNNClassifierRegion(
        classifier, Int(reader.maxCategoryCount), Int(reader.bestPrototypeIndexCount),
        reader.outputProbabilitiesByDist, Random.read(reader.rgen))
    } catch let error as HTMError {
      throw error.read(from: path)
    }
    region.acceptanceProbability = acceptanceProbability
    region.verbosity = Int(reader.verbosity)
    region.isFirst = reader.firstComputeCall
    region.keepAllDistances = reader.keepAllDistances
    region.useAuxiliary = reader.useAuxiliary
    region.justUseAuxiliary = reader.justUseAuxiliary
    region.learningMode = reader.learningMode
    region.inferenceMode = reader.inferenceMode
    region.epoch = Int(reader.epoch)
    region.confusion = try _values(of: reader.confusion) { row throws(CapnProtoError) in
      row.map { Int($0) }
    }
    let size = region.confusion.count
    for (index, row) in region.confusion.enumerated() where row.count != size {
      throw HTMError.state(
        "\(path).confusion[\(index)]", "it has \(row.count) numbers, and not \(size)")
    }
    if reader.hasProtoScores { region.protoScores = Array(try reader.protoScores) }
    if reader.hasCategoryDistances {
      region.categoryDistances = Array(try reader.categoryDistances)
    }
    return region
  }

  public func writeArchive(_ builder: KNNClassifierRegionState.Builder) throws {
    try writeRest(builder.initRegion())
    try classifier.writeArchive(builder.initClassifier())
    builder.acceptanceProbability = acceptanceProbability
  }

  public static func readArchive(
    _ reader: KNNClassifierRegionState.Reader
  ) throws -> KNNClassifierRegion {
    try make(
      reader.region, KNNClassifier.readArchive(reader.classifier), reader.acceptanceProbability)
  }
}
