import Foundation
import HTM
import Stowage
import Testing

/// Regions that classify give what NuPIC's give, from the start and from its files.
struct ClassifierRegionTests {
  @Test(arguments: 0..<2)
  func classifiersAreEqual(_ number: Int) throws {
    let run = try Reference("runs_regions/sdreg.json")[number]
    let name = try run["implementation"].string
    let isPython = name == "py"
    let classifier = try SDRClassifier(
      steps: isPython ? [3, 1] : [1, 3], alpha: 0.25, implementation: isPython ? .python : .cpp)
    var region = try SDRClassifierRegion(classifier, maxCategoryCount: 9)
    var data = RegionData()
    for (step, row) in try run["rows"].items.enumerated() {
      if step == 5 { try region.setParameter("inferenceMode", to: .bool(true)) }
      if step == 40 { try region.setParameter("learningMode", to: .bool(false)) }
      if step == 25 { region = try saved(region, "runs_regions/sdreg_\(name)") }
      data.inputs = [
        "bottomUpIn": RegionArray(ones: try row[0].ints, count: 20),
        "categoryIn": RegionArray(.real32, try row[1].ints),
        "bucketIdxIn": RegionArray(.uint64, try [row[2].int]),
        "actValueIn": RegionArray(.real32, try [row[3].number]),
      ]
      try region.compute(&data)
      guard step >= 5 else { continue }
      for (place, output) in ["probabilities", "actualValues", "categoriesOut"].enumerated() {
        try #require(data.outputs[output]?.floats == (try row[4 + place].floats), "\(step)")
      }
    }
    #expect(region.recordNum == 50)
    #expect(try region.parameter("steps") == .string(isPython ? "3,1" : "1,3"))
  }

  @Test(arguments: 0..<5)
  func neighboursAreEqual(_ number: Int) throws {
    let run = try Reference("runs_regions/knnreg.json")[number]
    let parameters = try run["params"]
    let classifier = try KNNClassifier {
      $0.sparseThreshold = 0
      if parameters.has("k") { $0.k = (try? parameters["k"].int) ?? 1 }
      if number == 2 { ($0.maxStoredPatterns, $0.distanceMethod) = (6, .rawOverlap) }
      if number == 3 { ($0.replaceDuplicates, $0.sparseThreshold) = (true, 0.2) }
      if number == 4 { $0.useSparseMemory = false }
    }
    var region = try KNNClassifierRegion(
      classifier, maxCategoryCount: parameters["maxCategoryCount"].int,
      bestPrototypeIndexCount: parameters.has("bestPrototypeIndexCount")
        ? parameters["bestPrototypeIndexCount"].int : 0,
      outputProbabilitiesByDist: number == 1 || number == 4, seed: number == 3 ? 11 : 42)
    if number == 3 { region.acceptanceProbability = 0.5 }
    var data = RegionData()
    for (step, row) in try run["rows"].items.enumerated() {
      if step == 12 { try region.setParameter("inferenceMode", to: .bool(true)) }
      if step == 30 { try region.setParameter("learningMode", to: .bool(false)) }
      if step == 20 {
        let same = try saved(region, "runs_regions/knnreg_\(number)")
        // NuPIC's file loses which patterns are the oldest.
        if number != 2 { region = same }
      }
      data.inputs = [
        "bottomUpIn": RegionArray(try row[0].floats),
        "categoryIn": RegionArray(.real32, try row[1].ints),
      ]
      if let partition = try row[2].value as? NSNumber {
        data.inputs["partitionIn"] = RegionArray(.real32, [partition.intValue])
      }
      try region.compute(&data)
      #expect(region.classifier.numPatterns == (try row[6].int))
      guard step >= 12 else { continue }
      try #require(data.outputs["categoriesOut"]?.floats == (try row[3].floats), "\(step)")
      try #require(
        data.outputs["categoryProbabilitiesOut"]?.floats == (try row[4].floats), "\(step)")
      try #require(
        data.outputs["bestPrototypeIndices"]?.floats == (try row[5].floats), "\(step)")
    }
    #expect(region.confusion == (try run["confusion"].items.map { try $0.ints }))
  }

  @Test(arguments: 0..<3)
  func auxiliaryDataIsTakenAlike(_ number: Int) throws {
    let run = try Reference("runs_regions/knnaux.json")[number]
    var region = try KNNClassifierRegion(
      KNNClassifier { $0.sparseThreshold = 0 }, maxCategoryCount: 4)
    region.useAuxiliary = try run["params"].has("useAuxiliary")
    region.justUseAuxiliary = try run["params"].has("justUseAuxiliary")
    var data = RegionData()
    for (step, row) in try run["rows"].items.enumerated() {
      if step == 6 { try region.setParameter("inferenceMode", to: .bool(true)) }
      if step == 12 { region = try saved(region, "runs_regions/knnaux_\(number)") }
      data.inputs = [
        "bottomUpIn": RegionArray(try row[0].floats), "auxDataIn": RegionArray(try row[1].floats),
        "categoryIn": RegionArray(.real32, try [row[2].int]),
      ]
      try region.compute(&data)
      guard step >= 6 else { continue }
      #expect(data.outputs["categoryProbabilitiesOut"]?.floats == (try row[3].floats), "\(step)")
    }
    data.inputs["auxDataIn"] = nil
    guard region.useAuxiliary else { return try region.compute(&data) }
    #expect(throws: HTMError.self) { try region.compute(&data) }
  }

  @Test(arguments: 0..<2)
  func anomaliesAreLabelledAlike(_ number: Int) throws {
    let run = try Reference("runs_regions/ka.json")[number]
    let cacheSize = try run["params"]["cacheSize"].int
    let classifier = try KNNClassifier {
      $0.distanceMethod = .rawOverlap
      $0.maxStoredPatterns = cacheSize
      $0.sparseThreshold = 0
    }
    var region = try KNNAnomalyClassifierRegion(
      KNNClassifierRegion(classifier, maxCategoryCount: 0),
      trainRecords: run["params"]["trainRecords"].int,
      anomalyThreshold: run["params"]["anomalyThreshold"].number, cacheSize: cacheSize,
      classificationVectorType: number + 1,
      classificationMaxDist: run["params"]["classificationMaxDist"].number)
    var data = RegionData()
    for (step, row) in try run["rows"].items.enumerated() {
      data.inputs = [
        "spBottomUpOut": RegionArray(ones: try row[0].ints, count: 16),
        "tpTopDownOut": RegionArray(ones: try row[1].ints, count: 16),
        "tpLrnActiveStateT": RegionArray(ones: try row[2].ints, count: 48),
      ]
      try region.compute(&data)
      let labels = try row[3].items.map { try $0.string }
      try #require(region.labelResults.sorted() == labels, "step \(step)")
      guard step == 30 else { continue }
      let file = try #require(try Reference.file("runs_regions/ka_\(number)", packed: false))
      let theirs = try KNNAnomalyClassifierRegion.read(
        file.root(KNNAnomalyClassifierRegionProto.self))
      #expect(theirs.recordsCache.map(\.rowID) == region.recordsCache.map(\.rowID))
      #expect(
        theirs.recordsCache.map(\.anomalyVector) == region.recordsCache.map(\.anomalyVector))
      #expect(theirs.savedCategories == region.savedCategories)
      #expect(
        theirs.classifier.classifier.categoryList == region.classifier.classifier.categoryList)
      let again = MessageBuilder()
      try theirs.write(again.initRoot(KNNAnomalyClassifierRegionProto.self))
      #expect(
        try Message(again.bytes()).root(KNNAnomalyClassifierRegionProto.self).canonicalBytes()
          == file.root(KNNAnomalyClassifierRegionProto.self).canonicalBytes())
      // What it found last is there too, and the epoch that begins anew with it.
      let inner = MessageBuilder()
      try region.classifier.write(inner.initRoot(KNNClassifierRegionProto.self))
      #expect(
        try Message(inner.bytes()).root(KNNClassifierRegionProto.self).canonicalBytes()
          == file.root(KNNAnomalyClassifierRegionProto.self).knnclassifier.canonicalBytes())
      region = try deserialize(serialize(region), as: KNNAnomalyClassifierRegion.self)
    }
    let inner = region.classifier.classifier
    #expect(inner.categoryRecency == (try run["recency"].ints))
    #expect(inner.categoryList == (try run["categories"].ints))
    #expect(region.savedCategories == (try run["saved"].items.map { try $0.string }))

    // Labels can be given, and are found again.
    let rows = region.recordsCache[0].rowID..<region.recordsCache[3].rowID
    try region.addLabel(rows, "tea")
    #expect(region.getLabels(rows).count == 3)
    #expect(region.getLabels(rows).allSatisfy { $0.labels.contains("tea") })
    try region.removeLabels(rows, "tea")
    #expect(region.getLabels(rows).isEmpty)
    #expect(throws: HTMError.self) { try region.addLabel(1000..<1001, "tea") }
  }

  /// Reads NuPIC's file of a region in this state, finds it to be the same, and saves it again.
  private func saved<Kind: Region>(_ region: Kind, _ path: String) throws -> Kind {
    let file = try #require(try Reference.file(path, packed: false))
    let reader = try file.root(Kind.Proto.self)
    let again = MessageBuilder()
    try region.write(again.initRoot(Kind.Proto.self))
    #expect(
      try Message(again.bytes()).root(Kind.Proto.self).canonicalBytes() == reader.canonicalBytes())
    return try deserialize(
      serialize(Kind.read(Kind.ProtoReader(_raw: reader._raw))), as: Kind.self)
  }
}
