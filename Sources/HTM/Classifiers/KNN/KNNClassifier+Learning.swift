extension KNNClassifier {
  // What a sparse matrix of NuPIC takes for zero.
  static let leastNumber: Float = 1e-6

  /// Learns a pattern.
  ///
  /// - Parameters:
  ///   - pattern: Its numbers, as many as those of the first pattern.
  ///   - category: Its category: -1 takes it out of the vote.
  ///   - partitionID: What it belongs to, or nil for nothing.
  ///   - rowID: Its number, where the number of patterns is limited: the lowest goes first. By
  ///     default it is the number of the learning step.
  /// - Returns: the number of patterns, which is as before where this one was not learnt.
  /// - Throws: `HTMError` for a pattern that makes no sense; then nothing has changed.
  @discardableResult
  public mutating func learn(
    _ pattern: [Float], category: Int, partitionID: Int? = nil, rowID: Int? = nil
  ) throws(HTMError) -> Int {
    try check(pattern)
    guard category >= -1, category <= Self.largestCategory else {
      throw .input("the category \(category) is not from -1 to \(Self.largestCategory)")
    }
    guard [partitionID ?? 0, rowID ?? 0].allSatisfy({ $0.magnitude < 1 << 53 }) else {
      throw .input("the partition and the row need numbers below 2^53")
    }
    let rowID = rowID ?? iterationIdx
    if parameters.useSparseMemory {
      learnSparse(pattern, category, partitionID, rowID)
    } else {
      learnDense(pattern, category, partitionID)
    }
    return numPatterns
  }

  /// Learns a pattern of zeros and ones.
  ///
  /// - Parameters:
  ///   - active: Where the ones are, ascending.
  ///   - width: How many zeros and ones there are.
  ///   - category: Its category: -1 takes it out of the vote.
  ///   - partitionID: What it belongs to, or nil for nothing.
  ///   - rowID: Its number, or nil for that of the learning step.
  /// - Returns: the number of patterns, which is as before where this one was not learnt.
  /// - Throws: as ``learn(_:category:partitionID:rowID:)`` does.
  @discardableResult
  public mutating func learn(
    active: [Int], width: Int, category: Int, partitionID: Int? = nil, rowID: Int? = nil
  ) throws(HTMError) -> Int {
    guard width > 0, width <= Self.largestWidth else {
      throw .input("the width \(width) is not from 1 to \(Self.largestWidth)")
    }
    var pattern = [Float](repeating: 0, count: width)
    for index in active {
      guard index >= 0, index < width else {
        throw .input("the place \(index) is not below the width of \(width)")
      }
      pattern[index] = 1
    }
    return try learn(pattern, category: category, partitionID: partitionID, rowID: rowID)
  }

  // Results have a place for each category up to the largest.
  static let largestCategory = 1 << 20
  static let largestWidth = 1 << 24

  // The time that it takes to find components grows with the cube of it.
  static let mostComponents = 1 << 10

  func check(_ pattern: [Float]) throws(HTMError) {
    guard !pattern.isEmpty, pattern.count <= Self.largestWidth,
      pattern.count == inputWidth ?? pattern.count
    else {
      throw .input("the pattern has \(pattern.count) numbers, and not \(inputWidth ?? 1)")
    }
    guard pattern.allSatisfy(\.isFinite) else {
      throw .input("the pattern has numbers that are not finite")
    }
    if parameters.isReduced, components == nil,
      min(pattern.count, max(numPatterns, parameters.numSVDSamples)) > Self.mostComponents
    {
      throw .input(
        "components of \(parameters.numSVDSamples) patterns of \(pattern.count) numbers are not "
          + "found: one of the two has to be at most \(Self.mostComponents)")
    }
    if parameters.cellsPerCol > 0, pattern.count % parameters.cellsPerCol != 0 {
      throw .input(
        "\(pattern.count) numbers are no whole number of columns of \(parameters.cellsPerCol)")
    }
  }

  private mutating func learnSparse(
    _ pattern: [Float], _ category: Int, _ partitionID: Int?, _ rowID: Int
  ) {
    if case .none = memory {
      memory = .sparse(SparseMatrix(numColumns: UInt32(truncatingIfNeeded: pattern.count)))
    }
    let sparsified = sparsified(pattern, doWinners: true)
    if parameters.minSparsity > 0,
      Double(sparsified.count { $0 != 0 }) / Double(pattern.count) < parameters.minSparsity
    {
      return
    }
    let pattern = withoutBursts(sparsified)
    if let known = known(pattern) {
      if known.isSame { categoryList[known.index] = category }
      if parameters.hasFixedCapacity { categoryRecency[known.index] = rowID }
      return
    }
    guard case .sparse(var matrix) = memory else { return }
    memory = .none
    matrix.appendRow(pattern, leastNumber: Self.leastNumber)
    memory = .sparse(matrix)
    categoryList.append(category)
    partitionIDList.append(partitionID)
    guard parameters.hasFixedCapacity else { return }
    categoryRecency.append(rowID)
    guard numPatterns > parameters.maxStoredPatterns, let least = categoryRecency.min(),
      let oldest = categoryRecency.firstIndex(of: least)
    else { return }
    memory = .none
    matrix.removeRows([oldest])
    memory = .sparse(matrix)
    categoryList.remove(at: oldest)
    categoryRecency.remove(at: oldest)
  }

  /// The pattern that makes another one needless; one that is only near keeps its category.
  private func known(_ pattern: [Float]) -> (index: Int, isSame: Bool)? {
    guard numPatterns > 0, parameters.replaceDuplicates || parameters.distThreshold > 0 else {
      return nil
    }
    let distances = distances(pattern)
    // What is equal can seem to be less than nothing away, by rounding, and then is not the same.
    if parameters.replaceDuplicates, let index = distances.firstIndex(of: 0) {
      return (index, true)
    }
    guard let least = distances.min(), parameters.distThreshold > 0,
      least < parameters.distThreshold
    else { return nil }
    return distances.firstIndex(of: least).map { ($0, false) }
  }

  private mutating func learnDense(
    _ pattern: [Float], _ category: Int, _ partitionID: Int?
  ) {
    var numbers = pattern.map { Double($0) }
    if let components { numbers = components.reduced(numbers) }
    if parameters.distThreshold > 0, case .dense(let dense) = memory,
      let least = Self.distances(dense, numbers, parameters.distanceNorm).min(),
      least < parameters.distThreshold
    {
      return
    }
    var dense = DenseMemory(columns: numbers.count)
    if case .dense(let old) = memory { dense = old }
    memory = .none
    dense.append(numbers)
    memory = .dense(dense)
    categoryList.append(category)
    partitionIDList.append(partitionID)
    if parameters.isReduced, components == nil, numPatterns == parameters.numSVDSamples {
      computeSVD()
    }
  }

  /// Ends learning: patterns are reduced to their principal components, where they have to be.
  public mutating func finishLearning() {
    guard numPatterns > 0 else { return }
    if parameters.isReduced, components == nil { computeSVD() }
    finishedLearning = true
  }

  /// Finds the principal components of the patterns, and reduces the patterns to them.
  ///
  /// The components are those of NuPIC up to their signs and rounding, which its library of linear
  /// algebra decides.
  mutating func computeSVD() {
    guard case .dense(let dense) = memory, dense.count > 0 else { return }
    let rows = (0..<dense.count).map { Array(dense.row($0)) }
    var found = PrincipalComponents(of: rows)
    switch parameters.numSVDDims {
    case .count(let count): found.keep(count)
    case .adaptive:
      let count = found.count(above: parameters.fractionOfMax ?? 0)
      found.keep(count)
      parameters.numSVDDims = .count(count)
    case nil: return
    }
    let reduced = rows.flatMap { found.reduced($0) }
    memory = .dense(
      DenseMemory(columns: found.vt.count, count: rows.count, values: reduced))
    components = found
  }
}
