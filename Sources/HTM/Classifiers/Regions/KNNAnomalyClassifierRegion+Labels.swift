extension KNNAnomalyClassifierRegion {
  /// Finds the labels of a record, and keeps it as an example where it has some.
  mutating func classify(_ record: inout AnomalyRecord) throws {
    guard record.rowID >= trainRecords else {
      if !record.isSetByUser { record.anomalyLabel = [] }
      classifier.classifier.removeIds([record.rowID])
      return
    }
    let label = Self.thresholdLabel
    let autoLabel = label + Self.autoTag
    var labels = try labels(near: record)
    if record.isSetByUser {
      labels += record.anomalyLabel.filter { $0 != label && $0 != autoLabel }
    }
    if record.anomalyScore >= anomalyThreshold {
      labels.append(label)
      labels.removeAll { $0 == autoLabel }
    } else {
      labels = labels.map { $0 == label ? autoLabel : $0 }
    }
    var known: Set<String> = []
    labels = labels.filter { known.insert($0).inserted }
    guard Set(record.anomalyLabel) != known else { return }
    record.anomalyLabel = labels
    if labels.isEmpty {
      classifier.classifier.removeIds([record.rowID])
    } else {
      try keep(record)
    }
  }

  /// The labels of the nearest earlier example, where it is near enough.
  private mutating func labels(near record: AnomalyRecord) throws -> [String] {
    let recency = classifier.classifier.categoryRecency
    let earlier = recency.indices.filter {
      recency[$0] >= trainRecords && recency[$0] < record.rowID
    }
    guard !earlier.isEmpty else { return [] }
    let distances = try classifier.distances(of: vector(record))
    guard let least = earlier.map({ distances[$0] }).min(), least <= classificationMaxDist,
      let nearest = earlier.first(where: { distances[$0] == least })
    else { return [] }
    let category = classifier.classifier.categoryList[nearest]
    return savedCategories.indices.filter { category & (1 << $0) != 0 }
      .map { savedCategories[$0] }
  }

  private func vector(_ record: AnomalyRecord) -> [Float] {
    var vector = [Float](repeating: 0, count: anomalyVectorLength)
    for index in record.anomalyVector where index < vector.count { vector[index] = 1 }
    return vector
  }

  private mutating func keep(_ record: AnomalyRecord) throws(HTMError) {
    var category = 0
    for label in record.anomalyLabel {
      if !savedCategories.contains(label) {
        guard savedCategories.count < Self.mostLabels else {
          throw .input(
            "there are \(Self.mostLabels) labels already, and no more can be told apart")
        }
        savedCategories.append(label)
      }
      category |= 1 << (savedCategories.firstIndex(of: label) ?? 0)
    }
    if classifier.classifier.categoryRecency.contains(record.rowID) {
      try classifier.classifier.prototypeSetCategory(record.rowID, category)
    } else {
      try classifier.classifier.learn(
        vector(record), category: category, rowID: record.rowID)
    }
  }

  /// The records of a range that are kept, as places in the cache.
  private func places(_ rows: Range<Int>) throws(HTMError) -> [Int] {
    let places = recordsCache.indices.filter { rows.contains(recordsCache[$0].rowID) }
    guard !places.isEmpty else {
      let kept = recordsCache.isEmpty ? "none" : "\(recordsCache[0].rowID)..<\(iteration)"
      throw .input("there are no records in \(rows); kept are \(kept)")
    }
    return places
  }

  /// Gives a label to the records of a range; the later ones are labelled again.
  ///
  /// - Throws: `HTMError` where none of these records is kept.
  public mutating func addLabel(_ rows: Range<Int>, _ label: String) throws {
    let places = try places(rows)
    for place in places where !recordsCache[place].anomalyLabel.contains(label) {
      recordsCache[place].anomalyLabel.append(label)
      recordsCache[place].isSetByUser = true
      try keep(recordsCache[place])
    }
    try reclassify(after: places)
  }

  /// Takes a label, or all that were given, from the records of a range; the later ones are labelled
  /// again.
  ///
  /// - Throws: `HTMError` where none of these records is kept.
  public mutating func removeLabels(_ rows: Range<Int>, _ label: String? = nil) throws {
    let places = try places(rows)
    for place in places {
      if let label, !recordsCache[place].anomalyLabel.contains(label) { continue }
      recordsCache[place].anomalyLabel.removeAll { label == nil || $0 == label }
      recordsCache[place].isSetByUser = false
      classifier.classifier.removeIds([recordsCache[place].rowID])
    }
    try reclassify(after: places)
  }

  private mutating func reclassify(after places: [Int]) throws {
    guard let last = places.last else { return }
    for place in recordsCache.indices where place > last {
      var record = recordsCache[place]
      try classify(&record)
      recordsCache[place] = record
    }
  }

  /// The labels of the examples of a range, by the numbers of their records.
  public func getLabels(_ rows: Range<Int>) -> [(rowID: Int, labels: [String])] {
    let inner = classifier.classifier
    return inner.categoryRecency.indices.filter { rows.contains(inner.categoryRecency[$0]) }
      .map { index in
        (
          inner.categoryRecency[index],
          savedCategories.indices.filter { inner.categoryList[index] & (1 << $0) != 0 }
            .map { savedCategories[$0] }
        )
      }
  }
}
