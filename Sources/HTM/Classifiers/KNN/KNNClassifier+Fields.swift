internal import CapnProto

// The fields of NuPIC's files.

extension KNNClassifier {
  private static let version: Int32 = 1
  private static let adaptive = "adaptive"

  func writeParameters(_ builder: KNNClassifierProto.Builder) throws {
    builder.version = Self.version
    builder.k = Int32(parameters.k)
    builder.exact = parameters.exact
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
    case nil: builder.numSVDDims.setNone()
    case .adaptive: try builder.numSVDDims.setNumSVDDimsText(Self.adaptive)
    case .count(let count): builder.numSVDDims.numSVDDimsInt = Int32(count)
    }
    builder.fractionOfMax = Float(parameters.fractionOfMax ?? 0)
    builder.verbosity = parameters.verbosity
    builder.maxStoredPatterns = Int32(parameters.maxStoredPatterns)
    builder.replaceDuplicates = parameters.replaceDuplicates
    builder.cellsPerCol = Int32(parameters.cellsPerCol)
    builder.minSparsity = Float(parameters.minSparsity)
  }

  static func parameters(_ reader: KNNClassifierProto.Reader) throws -> Parameters {
    guard reader.version == version else {
      throw state("version", "\(reader.version) is not \(version), the only one there is")
    }
    var parameters = Parameters()
    parameters.k = Int(reader.k)
    parameters.exact = reader.exact
    parameters.distanceNorm = Double(reader.distanceNorm)
    let method = try String(reader.distanceMethod)
    guard let distanceMethod = DistanceMethod(rawValue: method) else {
      throw state("distanceMethod", "there is no method \"\(method)\"")
    }
    parameters.distanceMethod = distanceMethod
    parameters.distThreshold = rounded(reader.distThreshold)
    parameters.doBinarization = reader.doBinarization
    parameters.binarizationThreshold = rounded(reader.binarizationThreshold)
    parameters.useSparseMemory = reader.useSparseMemory
    parameters.sparseThreshold = rounded(reader.sparseThreshold)
    parameters.relativeThreshold = reader.relativeThreshold
    parameters.numWinners = Int(reader.numWinners)
    parameters.numSVDSamples = Int(reader.numSVDSamples)
    switch try reader.numSVDDims.which {
    case .none: break
    case .numSVDDimsText(let text):
      guard String(text) == adaptive else {
        throw state("numSVDDims", "\"\(String(text))\" is not \"\(adaptive)\"")
      }
      parameters.numSVDDims = .adaptive
    case .numSVDDimsInt(let count): parameters.numSVDDims = .count(Int(count))
    case .unrecognized(let number): throw state("numSVDDims", "there is no choice \(number)")
    }
    let fraction = rounded(reader.fractionOfMax)
    parameters.fractionOfMax = fraction == 0 ? nil : fraction
    parameters.verbosity = reader.verbosity
    parameters.maxStoredPatterns = Int(reader.maxStoredPatterns)
    parameters.replaceDuplicates = reader.replaceDuplicates
    parameters.cellsPerCol = Int(reader.cellsPerCol)
    parameters.minSparsity = Double(reader.minSparsity)
    return parameters
  }

  private static func state(_ field: String, _ message: String) -> HTMError {
    .state("KNNClassifierProto.\(field)", message)
  }

  // NuPIC takes back with five decimals what it saved in single precision.
  private static func rounded(_ value: Float) -> Double {
    let scaled = (Double(value) * 1e5).rounded(.toNearestOrAwayFromZero)
    return scaled.isFinite ? scaled / 1e5 : Double(value)
  }

  static func make(
    _ reader: KNNClassifierProto.Reader, _ parameters: Parameters, partitions: [Double],
    components: PrincipalComponents?
  ) throws -> KNNClassifier {
    var classifier: KNNClassifier
    do {
      classifier = try KNNClassifier(parameters)
    } catch {
      throw error.read(from: "KNNClassifierProto")
    }
    classifier.iterationIdx = Int(reader.iterationIdx)
    classifier.finishedLearning = reader.finishedLearning
    try classifier.readMemory(reader)
    try classifier.readCategories(reader, partitions)
    if let components { try classifier.take(components) }
    return classifier
  }

  private mutating func readCategories(
    _ reader: KNNClassifierProto.Reader, _ partitions: [Double]
  ) throws {
    guard Int(reader.numPatterns) == numPatterns else {
      throw Self.state(
        "numPatterns", "\(reader.numPatterns) are not the \(numPatterns) in the memory")
    }
    let categories = try reader.categoryList
    try StateCheck.count(
      categories.count, UInt64(numPatterns), "KNNClassifierProto.categoryList",
      "the patterns are")
    for (index, category) in categories.enumerated() {
      guard category >= -1, Int(category) <= Self.largestCategory else {
        throw Self.state(
          "categoryList[\(index)]", "\(category) is not from -1 to \(Self.largestCategory)")
      }
      categoryList.append(Int(category))
    }
    for (index, partition) in partitions.enumerated() {
      guard let number = Int(exactly: partition), number.magnitude < 1 << 53 else {
        guard partition == .infinity else {
          throw Self.state(
            "partitionIdList[\(index)]", "\(partition) is neither a whole number nor infinity")
        }
        partitionIDList.append(nil)
        continue
      }
      partitionIDList.append(number)
    }
    if parameters.hasFixedCapacity {
      categoryRecency = Array(repeating: -1, count: numPatterns)
    }
  }

  private mutating func readMemory(_ reader: KNNClassifierProto.Reader) throws {
    switch try reader.memory.which {
    case .none: break
    case .nearestNeighbor(let matrix):
      guard parameters.useSparseMemory else {
        throw Self.state("memory", "there are sparse patterns where dense ones are due")
      }
      let sparse = try SparseMatrix.read(matrix)
      guard sparse.numColumns <= Self.largestWidth, sparse.numColumns > 0 else {
        throw Self.state(
          "memory.nearestNeighbor.numColumns",
          "\(sparse.numColumns) is not from 1 to \(Self.largestWidth)")
      }
      guard sparse.values.allSatisfy(\.isFinite) else {
        throw Self.state("memory.nearestNeighbor", "it has numbers that are not finite")
      }
      memory = .sparse(sparse)
    case .ndarray(let rows):
      guard !parameters.useSparseMemory else {
        throw Self.state("memory", "there are dense patterns where sparse ones are due")
      }
      memory = .dense(try Self.dense(reader, rows))
    case .unrecognized(let number): throw Self.state("memory", "there is no choice \(number)")
    }
  }

  private static func dense(
    _ reader: KNNClassifierProto.Reader, _ rows: PointerListReader<List<Double>>
  ) throws -> DenseMemory {
    let patterns = try reader.m
    guard patterns.count <= rows.count, patterns.count == Int(reader.numPatterns) else {
      throw state(
        "m",
        "there are \(patterns.count) patterns, of \(reader.numPatterns) in a memory of "
          + "\(rows.count)")
    }
    let memory = try _values(of: rows) { row throws(CapnProtoError) in Array(row) }
    let width = memory.first?.count ?? 0
    for (index, row) in memory.enumerated() {
      guard row.count == width, width > 0 else {
        throw state(
          "memory.ndarray[\(index)]", "it has \(row.count) numbers, and not \(max(width, 1))")
      }
      guard try index >= patterns.count || patterns[index].elementsEqual(row) else {
        throw state("m[\(index)]", "it is not what stands in the memory")
      }
    }
    return DenseMemory(columns: width, count: patterns.count, values: memory.flatMap { $0 })
  }

  private mutating func take(_ components: PrincipalComponents) throws {
    guard case .dense(let dense) = memory, dense.columns == components.vt.count else {
      throw Self.state(
        "vt",
        "there are \(components.vt.count) components, and not as many as numbers in a "
          + "dense pattern")
    }
    for (index, row) in components.vt.enumerated()
    where row.count != components.mean.count || row.isEmpty {
      throw Self.state(
        "vt[\(index)]", "it has \(row.count) numbers, and the mean \(components.mean.count)")
    }
    self.components = components
  }
}
