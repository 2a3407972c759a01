extension KNNClassifier {
  /// What an input is found to be.
  public struct Inference: Sendable, Hashable {
    /// The category of most of the nearest patterns, or nil where there is none.
    public var winner: Int?

    /// For each category, its part of the votes.
    public var inferenceResult: [Double]

    /// For each pattern, its distance.
    public var protoDistance: [Double]

    /// For each category, the distance of its nearest pattern; 1 where it has none.
    public var categoryDist: [Float]
  }

  /// Finds the category of an input.
  ///
  /// - Parameters:
  ///   - input: As many numbers as a pattern has.
  ///   - partitionID: What patterns belong to that have no vote, or nil where all have one.
  /// - Throws: `HTMError` for an input that makes no sense.
  public mutating func infer(
    _ input: [Float], partitionID: Int? = nil
  ) throws(HTMError) -> Inference {
    guard numPatterns > 0 else {
      return Inference(
        winner: nil, inferenceResult: [0], protoDistance: [1], categoryDist: [1])
    }
    try check(input)
    let distances = prepared(input, partitionID)
    var votes = [Double](repeating: 0, count: max(0, (categoryList.max() ?? 0) + 1))
    for pattern in voters(distances) {
      let category = categoryList[pattern]
      // A last place counted from the end is where NuPIC gives the vote of what has no vote.
      let place = category < 0 ? votes.count + category : category
      if votes.indices.contains(place) { votes[place] += 1 }
    }
    var winner: Int?
    if let most = votes.max(), most > 0 {
      winner = votes.firstIndex(of: most)
      let sum = votes.reduce(0, +)
      for index in votes.indices { votes[index] /= sum }
    }
    return Inference(
      winner: winner, inferenceResult: votes, protoDistance: distances,
      categoryDist: categoryDistances(distances, count: votes.count))
  }

  private func voters(_ distances: [Double]) -> ArraySlice<Int> {
    let candidates =
      parameters.exact
      ? distances.indices.filter { distances[$0] < 0.00001 } : sortedIndices(of: distances)
    let valid = categoryList.count - categoryList.count { $0 == -1 }
    let count = min(parameters.k, valid)
    // A negative number leaves so many out at the end.
    return candidates.prefix(count < 0 ? max(0, candidates.count + count) : count)
  }

  private func categoryDistances(_ distances: [Double], count: Int) -> [Float] {
    var nearest = [Float](repeating: 1, count: count)
    for (category, distance) in zip(categoryList, distances) where category >= 0 {
      let distance = Float(distance)
      if distance < nearest[category] { nearest[category] = max(0, distance) }
    }
    return nearest
  }

  /// The distances of an input as it came.
  private mutating func prepared(_ input: [Float], _ partitionID: Int? = nil) -> [Double] {
    if !finishedLearning { finishLearning() }
    var distances = distances(ofInput: input)
    if let partitionID {
      for index in distances.indices
      where index < partitionIDList.count && partitionIDList[index] == partitionID {
        distances[index] = .infinity
      }
    }
    return distances
  }
}

extension KNNClassifier {
  /// The distance of each pattern from an input.
  ///
  /// - Throws: `HTMError` for an input that makes no sense.
  public mutating func getDistances(_ input: [Float]) throws(HTMError) -> [Double] {
    guard numPatterns > 0 else { return [] }
    try check(input)
    return prepared(input)
  }

  /// What each pattern has in common with an input.
  ///
  /// - Throws: `HTMError` for an input that makes no sense, and where patterns are dense.
  public func getOverlaps(_ input: [Float]) throws(HTMError) -> [Float] {
    guard parameters.useSparseMemory else {
      throw .parameter("useSparseMemory", "overlaps are there for sparse patterns only")
    }
    guard case .sparse(let sparse) = memory else { return [] }
    try check(input)
    return sparse.overlaps(input)
  }

  /// The winner, and the nearest patterns: their categories and distances.
  ///
  /// - Throws: `HTMError` for an input that makes no sense.
  public mutating func getClosest(
    _ input: [Float], topKCategories: Int = 3
  ) throws(HTMError) -> (winner: Int?, nearest: [(category: Int, distance: Double)]) {
    let inference = try infer(input)
    guard numPatterns > 0 else { return (nil, []) }
    let order = sortedIndices(of: inference.protoDistance).prefix(max(0, topKCategories))
    return (
      inference.winner, order.map { (categoryList[$0], inference.protoDistance[$0]) }
    )
  }

  /// The nearest pattern of a category, or nil where it has none.
  ///
  /// - Throws: `HTMError` for an input that makes no sense.
  public mutating func closestTrainingPattern(
    _ input: [Float], category: Int
  ) throws(HTMError) -> [Double]? {
    let distances = try getDistances(input)
    return sortedIndices(of: distances).first { categoryList[$0] == category }
      .flatMap { getPattern($0) }
  }

  /// The nearest pattern of another category, or nil where there is none.
  ///
  /// - Throws: `HTMError` for an input that makes no sense.
  public mutating func closestOtherTrainingPattern(
    _ input: [Float], category: Int
  ) throws(HTMError) -> [Double]? {
    let distances = try getDistances(input)
    return sortedIndices(of: distances).first { categoryList[$0] != category }
      .flatMap { getPattern($0) }
  }
}
