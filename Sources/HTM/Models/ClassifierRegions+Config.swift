extension SDRClassifierRegion {
  /// Makes a region of what NuPIC's configurations say of it.
  init(_ table: inout ConfigTable) throws(HTMError) {
    table.ignore("verbosity")
    let text = try table.text("steps") ?? "0"
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let steps = parts.compactMap { Int($0.filter { $0 != " " }) }
    guard steps.count == parts.count else {
      throw .parameter(
        table.path("steps"), "it is whole numbers with commas between them, and not \(text)")
    }
    let name = try table.text("implementation") ?? "cpp"
    let implementations = ["py": SDRClassifier.Implementation.python, "cpp": .cpp]
    guard let implementation = implementations[name] else {
      throw .parameter(table.path("implementation"), "it is cpp or py, and not \(name)")
    }
    do throws(HTMError) {
      let classifier = try SDRClassifier(
        steps: steps, alpha: table.real("alpha") ?? 0.001, implementation: implementation)
      self = try SDRClassifierRegion(
        classifier, maxCategoryCount: table.int("maxCategoryCount") ?? 2000)
    } catch { throw error.path.hasPrefix(table.path) ? error : table.placed(error) }
  }
}

extension KNNClassifierRegion {
  /// Makes a region of what NuPIC's configurations say of it.
  init(_ table: inout ConfigTable) throws(HTMError) {
    table.ignore("verbosity", "justUseAuxiliary")
    for name in ["doSphering", "useAuxiliary"] where try table.flag(name) ?? false {
      throw .parameter(table.path(name), "with it NuPIC's models fail at the first record")
    }
    var parameters = KNNClassifier.Parameters()
    parameters.k = try table.int("k") ?? 1
    parameters.distanceNorm = try table.real("distanceNorm") ?? 2
    if let name = try table.text("distanceMethod") {
      guard let method = KNNClassifier.DistanceMethod(rawValue: name) else {
        throw .parameter(table.path("distanceMethod"), "there is no \(name)")
      }
      parameters.distanceMethod = method
    }
    parameters.distThreshold = try table.real("distThreshold") ?? 0
    parameters.doBinarization = try table.flag("doBinarization") ?? false
    parameters.binarizationThreshold = try table.real("inputThresh") ?? 0.5
    parameters.useSparseMemory = try table.flag("useSparseMemory") ?? true
    parameters.sparseThreshold = try table.real("sparseThreshold") ?? 0
    parameters.relativeThreshold = try table.flag("relativeThreshold") ?? false
    parameters.numWinners = try table.int("winnerCount") ?? 0
    parameters.numSVDSamples = try table.int("SVDSampleCount") ?? 0
    if let count = try table.int("SVDDimCount"), count > 0 { parameters.numSVDDims = .count(count) }
    if let part = try table.real("fractionOfMax"), part > 0 { parameters.fractionOfMax = part }
    parameters.replaceDuplicates = try table.flag("replaceDuplicates") ?? false
    parameters.cellsPerCol = try table.int("cellsPerCol") ?? 0
    parameters.maxStoredPatterns = try table.int("maxStoredPatterns") ?? -1
    parameters.minSparsity = try table.real("minSparsity") ?? 0
    do throws(HTMError) {
      self = try KNNClassifierRegion(
        KNNClassifier(parameters), maxCategoryCount: table.int("maxCategoryCount") ?? 2,
        bestPrototypeIndexCount: table.int("bestPrototypeIndexCount") ?? 0,
        outputProbabilitiesByDist: table.flag("outputProbabilitiesByDist") ?? false,
        seed: table.seed("seed") ?? 42)
      acceptanceProbability = try table.real("acceptanceProbability") ?? 1
    } catch { throw error.path.hasPrefix(table.path) ? error : table.placed(error) }
  }
}

extension KNNAnomalyClassifierRegion {
  /// Makes a region of what NuPIC's configurations say of it, as NuPIC's models do.
  init(_ table: inout ConfigTable) throws(HTMError) {
    var parameters = KNNClassifier.Parameters()
    parameters.distanceMethod = .rawOverlap
    parameters.distanceNorm = 1
    parameters.doBinarization = true
    parameters.sparseThreshold = 0
    parameters.maxStoredPatterns = 1000
    do throws(HTMError) {
      self = try KNNAnomalyClassifierRegion(
        KNNClassifierRegion(KNNClassifier(parameters), maxCategoryCount: 2),
        trainRecords: table.int("autoDetectWaitRecords") ?? 4000,
        anomalyThreshold: table.real("autoDetectThreshold") ?? 0,
        cacheSize: table.int("anomalyCacheRecords") ?? 10000, classificationMaxDist: 0.65)
      isOfModel = true
    } catch { throw error.path.hasPrefix(table.path) ? error : table.placed(error) }
  }
}
