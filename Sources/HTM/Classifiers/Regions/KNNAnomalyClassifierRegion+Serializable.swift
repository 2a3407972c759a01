internal import CapnProto
public import Stowage

extension KNNAnomalyClassifierRegion: Archivable {
  private static let version: Int32 = 1
  private static let largestVector = 1 << 20

  public func write(_ builder: KNNAnomalyClassifierRegionProto.Builder) throws {
    try writeRest(builder)
    try classifier.write(builder.initKnnclassifier())
  }

  private func writeRest(_ builder: KNNAnomalyClassifierRegionProto.Builder) throws {
    guard let number = Int32(exactly: iteration) else {
      throw HTMError.state(
        "KNNAnomalyClassifierRegionProto.iteration", "\(iteration) does not fit into 32 bits")
    }
    builder.version = Self.version
    builder.maxLabelOutputs = Int32(truncatingIfNeeded: maxLabelOutputs)
    builder.activeColumnCount = Int32(truncatingIfNeeded: activeColumnCount)
    try builder.setPrevPredictedColumns(
      prevPredictedColumns.map { Int32(truncatingIfNeeded: $0) })
    builder.anomalyVectorLength = Int32(truncatingIfNeeded: anomalyVectorLength)
    builder.classificationMaxDist = Float(classificationMaxDist)
    builder.iteration = number
    builder.trainRecords = Int32(trainRecords)
    builder.anomalyThreshold = Float(anomalyThreshold)
    builder.cacheSize = Int32(cacheSize)
    builder.classificationVectorType = Int32(classificationVectorType)
    try writeArguments(builder)
    try write(labelResults, builder.initLabelResults(count: labelResults.count))
    try write(savedCategories, builder.initSavedCategories(count: savedCategories.count))
    let records = try builder.initRecordsCache(count: recordsCache.count)
    for (index, record) in recordsCache.enumerated() {
      records[index].rowid = Int32(truncatingIfNeeded: record.rowID)
      records[index].anomalyScore = Float(record.anomalyScore)
      try records[index].setAnomalyVector(
        record.anomalyVector.map { Int32(truncatingIfNeeded: $0) })
      try write(
        record.anomalyLabel, records[index].initAnomalyLabel(count: record.anomalyLabel.count))
      records[index].setByUser = record.isSetByUser
    }
  }

  private func write(_ texts: [String], _ list: PointerListBuilder<Text>) throws {
    for (index, text) in texts.enumerated() { try list.set(index, to: text) }
  }

  private func writeArguments(_ builder: KNNAnomalyClassifierRegionProto.Builder) throws {
    if let arguments {
      return try builder.setKnnclassifierArgs(arguments.root(KNNClassifierArgsProto.self))
    }
    let parameters = classifier.classifier.parameters
    let list = try builder.initKnnclassifierArgs()
    list.maxCategoryCount = Int32(classifier.maxCategoryCount)
    list.bestPrototypeIndexCount = Int32(classifier.bestPrototypeIndexCount)
    list.outputProbabilitiesByDist = classifier.outputProbabilitiesByDist
    list.k = Int32(parameters.k)
    list.distanceNorm = Float(parameters.distanceNorm)
    try list.setDistanceMethod(parameters.distanceMethod.rawValue)
    list.distThreshold = Float(parameters.distThreshold)
    list.doBinarization = parameters.doBinarization
    list.inputThresh = Float(parameters.binarizationThreshold)
    list.useSparseMemory = parameters.useSparseMemory
    list.sparseThreshold = Float(parameters.sparseThreshold)
    list.relativeThreshold = parameters.relativeThreshold
    list.winnerCount = Int32(parameters.numWinners)
    list.svdSampleCount = Int32(parameters.numSVDSamples)
    list.replaceDuplicates = parameters.replaceDuplicates
    list.cellsPerCol = Int32(parameters.cellsPerCol)
    list.maxStoredPatterns = Int32(parameters.maxStoredPatterns)
    list.minSparsity = Float(parameters.minSparsity)
    guard !isOfModel else { return }
    list.acceptanceProbability = Float(classifier.acceptanceProbability)
    list.seed = Int32(truncatingIfNeeded: classifier.random.seed)
    // NuPIC has none where there is -1.
    list.svdDimCount = -1
    if case .count(let count) = parameters.numSVDDims { list.svdDimCount = Int32(count) }
  }

  public static func read(
    _ reader: KNNAnomalyClassifierRegionProto.Reader
  ) throws -> KNNAnomalyClassifierRegion {
    guard reader.hasKnnclassifier else {
      throw HTMError.state("KNNAnomalyClassifierRegionProto.knnclassifier", "it is not there")
    }
    return try make(
      reader, KNNClassifierRegion.read(reader.knnclassifier), Double(reader.anomalyThreshold),
      Double(reader.classificationMaxDist))
  }

  private static func make(
    _ reader: KNNAnomalyClassifierRegionProto.Reader, _ classifier: KNNClassifierRegion,
    _ anomalyThreshold: Double, _ classificationMaxDist: Double
  ) throws -> KNNAnomalyClassifierRegion {
    let path = "KNNAnomalyClassifierRegionProto"
    var region: KNNAnomalyClassifierRegion
    do {
      region = try KNNAnomalyClassifierRegion(
        classifier, trainRecords: Int(reader.trainRecords), anomalyThreshold: anomalyThreshold,
        cacheSize: Int(reader.cacheSize),
        classificationVectorType: Int(reader.classificationVectorType),
        classificationMaxDist: classificationMaxDist)
    } catch {
      throw error.read(from: path)
    }
    guard reader.iteration >= 0 else {
      throw HTMError.state("\(path).iteration", "\(reader.iteration) is negative")
    }
    let length = Int(reader.anomalyVectorLength)
    guard length >= 0, length <= largestVector,
      length == classifier.classifier.inputWidth ?? length
    else {
      throw HTMError.state(
        "\(path).anomalyVectorLength",
        "\(length) is not the length of the examples, or not from 0 to \(largestVector)")
    }
    region.iteration = Int(reader.iteration)
    region.anomalyVectorLength = Int(reader.anomalyVectorLength)
    region.maxLabelOutputs = Int(reader.maxLabelOutputs)
    region.activeColumnCount = Int(reader.activeColumnCount)
    region.prevPredictedColumns = try reader.prevPredictedColumns.map { Int($0) }
    region.labelResults = try _values(of: reader.labelResults) { String($0) }
    region.savedCategories = try _values(of: reader.savedCategories) { String($0) }
    guard region.savedCategories.count <= mostLabels else {
      throw HTMError.state(
        "\(path).savedCategories",
        "there are \(region.savedCategories.count) labels, and at most \(mostLabels)")
    }
    if reader.hasKnnclassifierArgs {
      let builder = MessageBuilder()
      try builder.setRoot(reader.knnclassifierArgs)
      region.arguments = try Message(builder.bytes())
    }
    try region.readRecords(reader.recordsCache)
    return region
  }

  private mutating func readRecords(_ list: StructListReader<ClassificationRecord>) throws {
    let path = "KNNAnomalyClassifierRegionProto.recordsCache"
    guard list.count <= cacheSize else {
      throw HTMError.state(path, "there are \(list.count) in a cache of \(cacheSize)")
    }
    for (index, reader) in list.enumerated() {
      guard Int(reader.rowid) == iteration - list.count + index, reader.rowid >= 0 else {
        throw HTMError.state(
          "\(path)[\(index)].rowid", "\(reader.rowid) is not the number of the record here")
      }
      var record = AnomalyRecord(
        rowID: Int(reader.rowid), anomalyScore: Double(reader.anomalyScore),
        anomalyVector: try reader.anomalyVector.map { Int($0) })
      guard record.anomalyVector.allSatisfy({ (0..<anomalyVectorLength).contains($0) }) else {
        throw HTMError.state(
          "\(path)[\(index)].anomalyVector",
          "it has places that are not below the vector's "
            + "length of \(anomalyVectorLength)")
      }
      record.anomalyLabel = try _values(of: reader.anomalyLabel) { String($0) }
      record.isSetByUser = reader.setByUser
      recordsCache.append(record)
    }
  }

  public func writeArchive(_ builder: KNNAnomalyClassifierRegionState.Builder) throws {
    try writeRest(builder.initRegion())
    try classifier.writeArchive(builder.initClassifier())
    builder.anomalyThreshold = anomalyThreshold
    builder.classificationMaxDist = classificationMaxDist
    try builder.setAnomalyScores(recordsCache.map(\.anomalyScore))
  }

  public static func readArchive(
    _ reader: KNNAnomalyClassifierRegionState.Reader
  ) throws -> KNNAnomalyClassifierRegion {
    var region = try make(
      reader.region, KNNClassifierRegion.readArchive(reader.classifier),
      reader.anomalyThreshold, reader.classificationMaxDist)
    let scores = try reader.anomalyScores
    try StateCheck.count(
      scores.count, UInt64(region.recordsCache.count),
      "KNNAnomalyClassifierRegionState.anomalyScores", "the records are")
    for index in region.recordsCache.indices {
      region.recordsCache[index].anomalyScore = scores[index]
    }
    return region
  }
}
