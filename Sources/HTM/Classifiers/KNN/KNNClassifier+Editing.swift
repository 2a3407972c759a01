extension KNNClassifier {
  /// What a pattern belongs to, or nil for nothing.
  public func getPartitionId(_ index: Int) -> Int? {
    index >= 0 && index < min(numPatterns, partitionIDList.count) ? partitionIDList[index] : nil
  }

  /// What patterns belong to, each once, ascending.
  public var partitionIDKeys: [Int] { Set(partitionIDList.compactMap { $0 }).sorted() }

  /// The patterns that belong to something.
  public func getPatternIndicesWithPartitionId(_ partitionID: Int) -> [Int] {
    (0..<min(numPatterns, partitionIDList.count)).filter { partitionIDList[$0] == partitionID }
  }

  /// Gives other categories to patterns; those that are not there are left out.
  public mutating func setCategoryOfVectors(_ indices: [Int], _ categories: [Int]) {
    for (index, category) in zip(indices, categories)
    where categoryList.indices.contains(index) && (-1...Self.largestCategory).contains(category) {
      categoryList[index] = category
    }
  }

  /// Gives all patterns the category that stands in the place of their own.
  ///
  /// - Throws: `HTMError` where there is none in that place, or none that can be.
  public mutating func remapCategories(_ mapping: [Int]) throws(HTMError) {
    let new = try categoryList.map { category throws(HTMError) in
      guard mapping.indices.contains(category),
        (-1...Self.largestCategory).contains(mapping[category])
      else { throw HTMError.input("the category \(category) has no new one that can be") }
      return mapping[category]
    }
    categoryList = new
  }

  /// Gives another category to the pattern with a row number.
  ///
  /// - Throws: `HTMError` where no pattern has this number.
  public mutating func prototypeSetCategory(
    _ idToCategorize: Int, _ newCategory: Int
  ) throws(HTMError) {
    guard let index = categoryRecency.firstIndex(of: idToCategorize),
      (-1...Self.largestCategory).contains(newCategory)
    else { throw .input("there is no pattern of the row \(idToCategorize)") }
    categoryList[index] = newCategory
  }

  /// Removes the patterns with these row numbers, which are there where patterns are limited.
  ///
  /// - Returns: how many were removed.
  @discardableResult
  public mutating func removeIds(_ ids: [Int]) -> Int {
    let ids = Set(ids)
    return removeRows(Set(categoryRecency.indices.filter { ids.contains(categoryRecency[$0]) }))
  }

  /// Removes the patterns of a category.
  ///
  /// - Returns: how many were removed.
  @discardableResult
  public mutating func removeCategory(_ category: Int) -> Int {
    removeRows(Set(categoryList.indices.filter { categoryList[$0] == category }))
  }

  private mutating func removeRows(_ rows: Set<Int>) -> Int {
    guard !rows.isEmpty else { return 0 }
    switch memory {
    case .none: break
    case .dense(var dense):
      dense.remove(rows)
      memory = .dense(dense)
    case .sparse(var sparse):
      sparse.removeRows(rows)
      memory = .sparse(sparse)
    }
    categoryList = Self.without(rows, categoryList)
    categoryRecency = Self.without(rows, categoryRecency)
    partitionIDList = Self.without(rows, partitionIDList)
    return rows.count
  }

  private static func without<Element>(_ places: Set<Int>, _ list: [Element]) -> [Element] {
    list.indices.filter { !places.contains($0) }.map { list[$0] }
  }
}
