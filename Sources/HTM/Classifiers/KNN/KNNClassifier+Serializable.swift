internal import CapnProto
public import Stowage

/// NuPIC's files hold neither the steps in which patterns came nor, in double precision, components
/// and some parameters; files of Stowage lose nothing.
extension KNNClassifier: Archivable {
  /// Writes NuPIC's file.
  ///
  /// - Throws: `HTMError` for a number of steps that it cannot hold.
  public func write(_ builder: KNNClassifierProto.Builder) throws {
    try writeParameters(builder)
    guard let iteration = Int32(exactly: iterationIdx) else {
      throw HTMError.state(
        "KNNClassifierProto.iterationIdx", "\(iterationIdx) does not fit into 32 bits")
    }
    builder.iterationIdx = iteration
    builder.numPatterns = Int32(truncatingIfNeeded: numPatterns)
    builder.finishedLearning = finishedLearning
    try builder.setCategoryList(categoryList.map { Int32($0) })
    try builder.setPartitionIdList(
      partitionIDList.map { $0.map { Float($0) } ?? .infinity })
    try writeMemory(builder)
    guard let components else { return }
    try builder.setS(components.s.map { Float($0) })
    try builder.setMean(components.mean.map { Float($0) })
    let rows = try builder.initVt(count: components.vt.count)
    for (index, row) in components.vt.enumerated() {
      try rows.initialize(index, count: row.count).copy(from: row.map { Float($0) })
    }
  }

  private func writeMemory(_ builder: KNNClassifierProto.Builder) throws {
    switch memory {
    case .none: builder.memory.setNone()
    case .sparse(let matrix): try matrix.write(builder.memory.initNearestNeighbor())
    case .dense(let dense):
      let memory = try builder.memory.initNdarray(count: dense.capacity)
      for row in 0..<dense.capacity {
        try memory.initialize(row, count: dense.columns).copy(from: dense.row(row))
      }
      let patterns = try builder.initM(count: dense.count)
      for row in 0..<dense.count {
        try patterns.initialize(row, count: dense.columns).copy(from: dense.row(row))
      }
    }
  }

  /// Reads NuPIC's file.
  ///
  /// Where the number of patterns is limited, the first one in the file is taken for the oldest.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that no classifier can
  ///   be in, each with the field.
  public static func read(_ reader: KNNClassifierProto.Reader) throws -> KNNClassifier {
    var components: PrincipalComponents?
    if reader.hasVt {
      components = PrincipalComponents(
        s: try reader.s.map { Double($0) },
        vt: try _values(of: reader.vt) { row throws(CapnProtoError) in
          row.map { Double($0) }
        }, mean: try reader.mean.map { Double($0) })
    }
    let partitions = try reader.partitionIdList.map { Double($0) }
    return try make(
      reader, parameters(reader), partitions: partitions, components: components)
  }

  public func writeArchive(_ builder: KNNClassifierState.Builder) throws {
    var plain = self
    plain.components = nil
    plain.partitionIDList = []
    try plain.write(builder.initClassifier())
    builder.distanceNorm = parameters.distanceNorm
    builder.distThreshold = parameters.distThreshold
    builder.binarizationThreshold = parameters.binarizationThreshold
    builder.sparseThreshold = parameters.sparseThreshold
    builder.minSparsity = parameters.minSparsity
    builder.fractionOfMax = parameters.fractionOfMax ?? 0
    try builder.setCategoryRecency(categoryRecency.map { Int64($0) })
    try builder.setPartitionIds(partitionIDList.map { $0.map { Double($0) } ?? .infinity })
    guard let components else { return }
    try builder.setS(components.s)
    try builder.setMean(components.mean)
    let rows = try builder.initVt(count: components.vt.count)
    for (index, row) in components.vt.enumerated() {
      try rows.initialize(index, count: row.count).copy(from: row)
    }
  }

  /// Reads a classifier that lost nothing.
  ///
  /// - Throws: as ``read(_:)`` does.
  public static func readArchive(_ reader: KNNClassifierState.Reader) throws -> KNNClassifier {
    let classifier = try reader.classifier
    var parameters = try parameters(classifier)
    parameters.distanceNorm = reader.distanceNorm
    parameters.distThreshold = reader.distThreshold
    parameters.binarizationThreshold = reader.binarizationThreshold
    parameters.sparseThreshold = reader.sparseThreshold
    parameters.minSparsity = reader.minSparsity
    parameters.fractionOfMax = reader.fractionOfMax == 0 ? nil : reader.fractionOfMax
    var components: PrincipalComponents?
    if reader.hasVt {
      components = PrincipalComponents(
        s: Array(try reader.s),
        vt: try _values(of: reader.vt) { row throws(CapnProtoError) in Array(row) },
        mean: Array(try reader.mean))
    }
    let recency = try reader.categoryRecency.map { Int($0) }
    var result = try make(
      classifier, parameters, partitions: Array(reader.partitionIds), components: components)
    try StateCheck.count(
      recency.count, UInt64(result.categoryRecency.count), "KNNClassifierState.categoryRecency",
      "the patterns whose number is limited are")
    result.categoryRecency = recency
    return result
  }
}
