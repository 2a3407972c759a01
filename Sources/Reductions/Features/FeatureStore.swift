/// Features of one example or of many, in groups: all of them side by side in one piece of memory.
///
/// A group is what stands in a line of text or belongs to an action. Examples that have arrays of
/// their own cost more time to reach, to count references to, and to hand to another thread than to
/// learn.
struct FeatureStore: Sendable {
  /// Where the features of a namespace are.
  struct Run: Sendable, Hashable, BitwiseCopyable {
    let namespace: Namespace
    var start: Int
    var end: Int
  }

  /// All features: those of a namespace of a group side by side, in the order in which they were
  /// added.
  private(set) var features = PlainList<Feature>()

  /// The namespaces of the groups, in each group ordered and each of them once.
  private(set) var runs = PlainList<Run>()

  /// Where the groups end in `runs`.
  private var ends = PlainList<Int>()

  /// Where the group that is not sealed yet begins.
  private var openRun = 0

  /// The number of groups.
  var count: Int { ends.count }

  /// Where the namespaces of a group are in `runs`.
  @inline(__always)
  func runs(of group: Int) -> Range<Int> { (group > 0 ? ends[group - 1] : 0)..<ends[group] }

  /// The number of features of a group.
  func featureCount(of group: Int) -> Int {
    runs(of: group).reduce(0) { $0 + (runs[$1].end - runs[$1].start) }
  }

  /// Where the features of a namespace of a group are.
  func range(of namespace: Namespace, in group: Int) -> Range<Int> {
    let range = runs(of: group)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      let run = runs[middle]
      if run.namespace == namespace { return run.start..<run.end }
      if run.namespace < namespace { low = middle + 1 } else { high = middle }
    }
    return 0..<0
  }

  /// Calls a function with each feature of a group, in order.
  @inline(__always)
  func forEach(in group: Int, _ body: (UInt32, Float) -> Void) {
    for place in runs(of: group) { forEach(runs[place], body) }
  }

  @inline(__always)
  private func forEach(_ run: Run, _ body: (UInt32, Float) -> Void) {
    var place = run.start
    while place < run.end {
      let feature = features[place]
      body(feature.index, feature.value)
      place &+= 1
    }
  }

  /// Calls a function with each feature of what two groups are together: in each namespace first
  /// those of the first one.
  @inline(__always)
  func forEach(in first: Int, and second: Int, _ body: (UInt32, Float) -> Void) {
    let (left, right) = (runs(of: first), runs(of: second))
    var (one, other) = (left.lowerBound, right.lowerBound)
    while one < left.upperBound || other < right.upperBound {
      // The rank is above that of all namespaces where no more follows.
      let leftRank = one < left.upperBound ? runs[one].namespace.rank : .max
      let rightRank = other < right.upperBound ? runs[other].namespace.rank : .max
      if leftRank <= rightRank {
        forEach(runs[one], body)
        one += 1
      }
      if rightRank <= leftRank {
        forEach(runs[other], body)
        other += 1
      }
    }
  }
}

// How it is filled: groups one after another, and after the last feature of each a call of `seal`.
extension FeatureStore {
  /// A place between groups.
  struct Mark: Sendable {
    fileprivate let features: Int
    fileprivate let runs: Int
    fileprivate let groups: Int
  }

  /// The place behind the last group.
  var mark: Mark { Mark(features: features.count, runs: runs.count, groups: ends.count) }

  /// Removes what was added behind a mark.
  mutating func removeAll(behind mark: Mark) {
    features.removeAll(from: mark.features)
    runs.removeAll(from: mark.runs)
    ends.removeAll(from: mark.groups)
    openRun = mark.runs
  }

  mutating func removeAll() {
    features.removeAll()
    runs.removeAll()
    ends.removeAll()
    openRun = 0
  }

  /// Begins a namespace, of which the group may have features already.
  @inline(__always)
  mutating func open(_ namespace: Namespace) {
    features.detach()
    runs.detach()
    endRun()
    runs.append(Run(namespace: namespace, start: features.count, end: features.count))
  }

  /// Adds a feature to the namespace that was opened last.
  @inline(__always)
  mutating func append(_ index: UInt32, _ value: Float) {
    features.append(Feature(index: index, value: value))
  }

  @inline(__always)
  private mutating func endRun() {
    if runs.count > openRun { runs[runs.count - 1].end = features.count }
  }

  /// Ends the group, and brings its namespaces in order.
  @inline(__always)
  mutating func seal() {
    ends.detach()
    if runs.count > openRun {
      runs.detach()
      endRun()
      if runs.count > openRun + 1 { order() }
    }
    ends.append(runs.count)
    openRun = runs.count
  }

  private mutating func order() {
    // Mostly there are few, and to sort those takes no memory.
    let isRepeated = runs.count - openRun <= 16 ? insertRuns() : sortRuns()
    if isRepeated { join((openRun..<runs.count).map { runs[$0] }) }
  }

  /// Brings a few runs in order, and tells whether a namespace is repeated.
  private mutating func insertRuns() -> Bool {
    var isRepeated = false
    for start in openRun + 1..<runs.count {
      let run = runs[start]
      var place = start
      while place > openRun, runs[place - 1].namespace > run.namespace {
        runs[place] = runs[place - 1]
        place -= 1
      }
      if place < start { runs[place] = run }
      if place > openRun, runs[place - 1].namespace == run.namespace { isRepeated = true }
    }
    return isRepeated
  }

  private mutating func sortRuns() -> Bool {
    var sorted = (openRun..<runs.count).map { runs[$0] }
    // By place where the namespace is the same: sorting keeps no order of equals by itself.
    sorted.sort { ($0.namespace, $0.start) < ($1.namespace, $1.start) }
    for (place, run) in zip(openRun..., sorted) { runs[place] = run }
    return zip(sorted, sorted.dropFirst()).contains { $0.namespace == $1.namespace }
  }

  /// Makes one run of those of a namespace.
  private mutating func join(_ sorted: [Run]) {
    let first = sorted.map(\.start).min() ?? features.count
    let old = (first..<features.count).map { features[$0] }
    runs.removeAll(from: openRun)
    features.removeAll(from: first)
    for piece in sorted {
      if runs.count == openRun || runs.last?.namespace != piece.namespace { open(piece.namespace) }
      for place in piece.start..<piece.end { features.append(old[place - first]) }
    }
    endRun()
  }

  /// Adds a group of another store.
  mutating func append(_ group: Int, of other: FeatureStore) {
    add(group, other)
    seal()
  }

  private mutating func add(_ group: Int, _ other: FeatureStore) {
    for place in other.runs(of: group) {
      let run = other.runs[place]
      open(run.namespace)
      for place in run.start..<run.end { features.append(other.features[place]) }
    }
  }
}
