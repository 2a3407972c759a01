/// Remembers patterns with their categories, and finds the category of an input from those next to it.
///
/// It finds what NuPIC's classifier of this name finds, with sparse patterns and dense ones, and with
/// patterns reduced to their principal components.
public struct KNNClassifier: Sendable, Hashable {
  /// What it was made with.
  public internal(set) var parameters: Parameters

  /// The categories of the patterns; -1 takes a pattern out of the vote.
  public internal(set) var categoryList: [Int] = []

  /// The number of the learning step in which each pattern came or came again.
  ///
  /// It is there only where the number of patterns is limited.
  public internal(set) var categoryRecency: [Int] = []

  /// What patterns belong to, or nil for nothing, in the order in which they came.
  ///
  /// Patterns that a limit has pushed out stay in this list, as in NuPIC.
  public internal(set) var partitionIDList: [Int?] = []

  /// The number of the learning step.
  public internal(set) var iterationIdx = -1

  /// Whether something was inferred.
  public internal(set) var finishedLearning = false

  enum Memory: Sendable, Hashable {
    case none
    case dense(DenseMemory)
    case sparse(SparseMatrix)
  }

  var memory = Memory.none
  var components: PrincipalComponents?

  /// Makes a classifier that knows nothing.
  ///
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(_ change: (inout Parameters) -> Void = { _ in }) throws(HTMError) {
    var parameters = Parameters()
    change(&parameters)
    try self.init(parameters)
  }

  /// Makes a classifier that knows nothing.
  ///
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(_ parameters: Parameters) throws(HTMError) {
    try parameters.check()
    self.parameters = parameters
    if parameters.isReduced { self.parameters.useSparseMemory = false }
  }

  /// The number of patterns.
  public var numPatterns: Int {
    switch memory {
    case .none: 0
    case .dense(let dense): dense.count
    case .sparse(let sparse): sparse.numRows
    }
  }

  /// How many numbers a pattern or an input has, or nil before the first.
  public var inputWidth: Int? {
    if let components { return components.mean.count }
    switch memory {
    case .none: return nil
    case .dense(let dense): return dense.columns
    case .sparse(let sparse): return sparse.numColumns
    }
  }

  /// The numbers of a pattern as they are stored, or nil where there is none.
  public func getPattern(_ index: Int) -> [Double]? {
    guard index >= 0, index < numPatterns else { return nil }
    switch memory {
    case .none: return nil
    case .dense(let dense): return Array(dense.row(index))
    case .sparse(let sparse):
      var pattern = [Double](repeating: 0, count: sparse.numColumns)
      for place in sparse.range(index) {
        pattern[Int(sparse.places.columns[place])] = Double(sparse.values[place])
      }
      return pattern
    }
  }

  /// Forgets all patterns.
  public mutating func clear() {
    memory = .none
    components = nil
    categoryList = []
    categoryRecency = []
    partitionIDList = []
    finishedLearning = false
  }

  /// Counts a learning step.
  public mutating func doIteration() { iterationIdx &+= 1 }
}
