/// The features of an example that are not zero, by their namespaces.
public struct SparseFeatures: Sendable {
  /// Where the features of a namespace are.
  struct Run: Sendable, Hashable {
    let namespace: Namespace
    var start: Int
    var end: Int
  }

  /// All features: those of a namespace side by side, in the order in which they were added.
  private(set) var features: [Feature] = []

  /// The namespaces, ordered, each of them once.
  private(set) var runs: [Run] = []

  /// Makes an example without features.
  public init() {}

  /// Makes an example of features in the default namespace.
  public init(_ features: [Feature]) { self.init([(.default, features)]) }

  /// Makes an example of features in namespaces; of a namespace that comes twice, the features are
  /// joined.
  public init(_ namespaces: [(Namespace, [Feature])]) {
    for (namespace, features) in namespaces {
      open(namespace)
      self.features += features
    }
    seal()
  }

  /// The namespaces that there are.
  public var namespaces: [Namespace] { runs.map(\.namespace) }

  /// The number of features.
  public var count: Int { features.count }

  /// The features of a namespace, in the order in which they were added.
  public subscript(namespace: Namespace) -> ArraySlice<Feature> { features[range(of: namespace)] }

  func range(of namespace: Namespace) -> Range<Int> {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      let run = runs[middle]
      if run.namespace == namespace { return run.start..<run.end }
      if run.namespace < namespace { low = middle + 1 } else { high = middle }
    }
    return 0..<0
  }
}

extension SparseFeatures {
  /// Calls a function with each feature, in order.
  @inline(__always)
  func forEach(_ body: (UInt32, Float) -> Void) {
    for run in runs { Self.forEach(features.span.extracting(run.start..<run.end), body) }
  }

  @inline(__always)
  private static func forEach(_ features: Span<Feature>, _ body: (UInt32, Float) -> Void) {
    for index in features.indices { body(features[index].index, features[index].value) }
  }

  /// Calls a function with each feature of what two examples are together: in each namespace first
  /// those of the first one.
  @inline(__always)
  static func forEach(
    _ first: SparseFeatures, _ second: SparseFeatures, _ body: (UInt32, Float) -> Void
  ) {
    let (left, right) = (first.runs.span, second.runs.span)
    let (leftFeatures, rightFeatures) = (first.features.span, second.features.span)
    var (one, other) = (0, 0)
    while one < left.count || other < right.count {
      // The rank is above that of all namespaces where no more follows.
      let leftRank = one < left.count ? left[one].namespace.rank : .max
      let rightRank = other < right.count ? right[other].namespace.rank : .max
      if leftRank <= rightRank {
        forEach(leftFeatures.extracting(left[one].start..<left[one].end), body)
        one += 1
      }
      if rightRank <= leftRank {
        forEach(rightFeatures.extracting(right[other].start..<right[other].end), body)
        other += 1
      }
    }
  }
}

// How parsers fill it: after the last feature comes a call of `seal`.
extension SparseFeatures {
  mutating func removeAll() {
    features.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Begins a namespace, of which there may be features already.
  @inline(__always)
  mutating func open(_ namespace: Namespace) {
    if let last = runs.indices.last { runs[last].end = features.count }
    runs.append(Run(namespace: namespace, start: features.count, end: features.count))
  }

  /// Adds a feature to the namespace that was opened last.
  @inline(__always)
  mutating func append(_ index: UInt32, _ value: Float) {
    features.append(Feature(index: index, value: value))
  }

  /// Ends the last namespace, and brings them in order.
  mutating func seal() {
    guard let last = runs.indices.last else { return }
    runs[last].end = features.count
    var isOrdered = true
    for index in 0..<last where runs[index + 1].namespace <= runs[index].namespace {
      isOrdered = false
    }
    if !isOrdered { order() }
  }

  private mutating func order() {
    // By place where the namespace is the same: sorting keeps no order of equals by itself.
    runs.sort { ($0.namespace, $0.start) < ($1.namespace, $1.start) }
    let isRepeated = zip(runs, runs.dropFirst()).contains { $0.namespace == $1.namespace }
    if isRepeated { join() }
  }

  private mutating func join() {
    let (pieces, old) = (runs, features)
    removeAll()
    for piece in pieces {
      if runs.last?.namespace != piece.namespace { open(piece.namespace) }
      features += old[piece.start..<piece.end]
    }
    if let last = runs.indices.last { runs[last].end = features.count }
  }

  /// Becomes what two examples are together: in each namespace first the features of the first one.
  mutating func join(_ first: SparseFeatures, _ second: SparseFeatures) {
    removeAll()
    var (left, right) = (first.runs[...], second.runs[...])
    while let namespace = Self.next(left, right) {
      open(namespace)
      if let run = left.first, run.namespace == namespace {
        features += first.features[run.start..<run.end]
        left.removeFirst()
      }
      if let run = right.first, run.namespace == namespace {
        features += second.features[run.start..<run.end]
        right.removeFirst()
      }
    }
    if let last = runs.indices.last { runs[last].end = features.count }
  }

  private static func next(_ left: ArraySlice<Run>, _ right: ArraySlice<Run>) -> Namespace? {
    guard let first = left.first?.namespace else { return right.first?.namespace }
    guard let second = right.first?.namespace else { return first }
    return min(first, second)
  }
}

extension SparseFeatures: Hashable {
  public static func == (left: SparseFeatures, right: SparseFeatures) -> Bool {
    left.content == right.content
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(content)
  }

  /// A namespace without features is none.
  private var content: [Namespace: ArraySlice<Feature>] {
    var content: [Namespace: ArraySlice<Feature>] = [:]
    for run in runs where run.end > run.start {
      content[run.namespace] = features[run.start..<run.end]
    }
    return content
  }
}
