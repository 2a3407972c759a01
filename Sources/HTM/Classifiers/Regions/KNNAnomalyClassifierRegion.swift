public import Stowage

/// Labels anomalies by the earlier ones that they are like.
///
/// It takes `spBottomUpOut`, `tpTopDownOut` and `tpLrnActiveStateT`, keeps the last records, and
/// gives labels: those of records above a threshold, those that you gave, and those of records that
/// are near.
public struct KNNAnomalyClassifierRegion: Region {
  public static let nodeType = "py.KNNAnomalyClassifierRegion"

  /// The label of records whose score is not below the threshold.
  public static let thresholdLabel = "Auto Threshold Classification"

  /// What is added to a label that was found, where the score is below the threshold.
  public static let autoTag = " (auto)"

  /// What finds the nearest records.
  public internal(set) var classifier: KNNClassifierRegion

  /// The number of records in the beginning that are not labelled.
  public let trainRecords: Int

  /// The score from which on a record is an anomaly.
  public let anomalyThreshold: Double

  /// How many records are kept.
  public let cacheSize: Int

  /// What records are compared by: 1 for the active cells, 2 for the columns that were active, and
  /// those that were predicted and were not.
  public let classificationVectorType: Int

  /// The distance up to which a record is like another one.
  public let classificationMaxDist: Double

  /// How many columns are active; kept for NuPIC.
  public var activeColumnCount = 40

  /// The labels of the last record.
  public internal(set) var labelResults: [String] = []

  /// The records that are kept, the oldest first.
  public internal(set) var recordsCache: [AnomalyRecord] = []

  /// The labels that there are.
  public internal(set) var savedCategories: [String] = []

  /// The number of records so far.
  public internal(set) var iteration = 0

  /// The columns that were predicted in the last step, for this one.
  public internal(set) var prevPredictedColumns: [Int] = []

  var anomalyVectorLength = 0
  var maxLabelOutputs = 16

  // What NuPIC made its classifier with, to give it back.
  var arguments: Message?

  // NuPIC's models leave some arguments to the classifier, and files then say nothing of them.
  var isOfModel = false

  // Categories are sums of powers of two.
  static let mostLabels = 20
  static let largestCount = Int(Int32.max)

  /// Makes a region.
  ///
  /// - Parameters:
  ///   - classifier: The region that finds the nearest records; the number of its patterns has to be
  ///     limited.
  ///   - trainRecords: How many records go by before labels are given.
  ///   - anomalyThreshold: The anomaly score from which on a record is labelled by itself.
  ///   - cacheSize: How many records are kept, to be labelled by people later.
  ///   - classificationVectorType: What a record is known by: 1 for the cells of the memory, 2 for the
  ///     active columns and those that were predicted in vain.
  ///   - classificationMaxDist: How near a record has to be to one that has a label, to get it.
  /// - Throws: `HTMError` for numbers that make no sense.
  public init(
    _ classifier: KNNClassifierRegion, trainRecords: Int, anomalyThreshold: Double,
    cacheSize: Int, classificationVectorType: Int = 1, classificationMaxDist: Double = 0.3
  ) throws(HTMError) {
    for (name, count) in [("trainRecords", trainRecords), ("cacheSize", cacheSize)]
    where !(0...Self.largestCount).contains(count) {
      throw .parameter(name, "\(count) is not from 0 to 2^31 - 1")
    }
    guard classificationVectorType == 1 || classificationVectorType == 2 else {
      throw .parameter(
        "classificationVectorType", "\(classificationVectorType) is neither 1 nor 2")
    }
    guard !anomalyThreshold.isNaN, !classificationMaxDist.isNaN else {
      throw .parameter("anomalyThreshold", "it and classificationMaxDist have to be numbers")
    }
    self.classifier = classifier
    self.trainRecords = trainRecords
    self.anomalyThreshold = anomalyThreshold
    self.cacheSize = cacheSize
    self.classificationVectorType = classificationVectorType
    self.classificationMaxDist = classificationMaxDist
  }

  public var specification: RegionSpecification {
    RegionSpecification(
      inputs: [
        .init("spBottomUpOut", isRequired: true, isDefault: true),
        .init("tpTopDownOut", isRequired: true), .init("tpLrnActiveStateT", isRequired: true),
        .init("sequenceIdIn", .uint64, count: 1),
      ],
      parameters: [
        "trainRecords", "anomalyThreshold", "cacheSize", "classificationVectorType",
        "classificationMaxDist", "activeColumnCount",
      ].map { .init($0, .read) })
  }

  public func outputWidth(_ name: String) -> Int? { nil }

  public mutating func compute(_ data: inout RegionData) throws {
    var record = try record(data)
    try classify(&record)
    recordsCache.append(record)
    if recordsCache.count > cacheSize {
      recordsCache.removeFirst(recordsCache.count - cacheSize)
    }
    labelResults = record.anomalyLabel
    iteration += 1
  }

  private mutating func record(_ data: RegionData) throws -> AnomalyRecord {
    let columns = try data.input("spBottomUpOut")
    let predicted = try data.input("tpTopDownOut").ones
    let cells = try data.input("tpLrnActiveStateT")
    let active = columns.ones
    let vector: [Int]
    if classificationVectorType == 1 {
      vector = cells.ones
      anomalyVectorLength = cells.count
    } else {
      let isActive = Set(active)
      vector =
        active
        + prevPredictedColumns.filter { !isActive.contains($0) }.map { columns.count + $0 }
      anomalyVectorLength = 2 * columns.count
    }
    let score = computeRawAnomalyScore(
      activeColumns: active, prevPredictedColumns: prevPredictedColumns)
    prevPredictedColumns = predicted
    return AnomalyRecord(rowID: iteration, anomalyScore: score, anomalyVector: vector)
  }

  public func parameter(_ name: String) throws -> Value {
    switch name {
    case "trainRecords": .int(Int64(trainRecords))
    case "anomalyThreshold": .double(anomalyThreshold)
    case "cacheSize": .int(Int64(cacheSize))
    case "classificationVectorType": .int(Int64(classificationVectorType))
    case "classificationMaxDist": .double(classificationMaxDist)
    case "activeColumnCount": .int(Int64(activeColumnCount))
    default: throw noParameter(name)
    }
  }
}
