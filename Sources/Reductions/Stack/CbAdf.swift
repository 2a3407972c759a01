/// What a contextual bandit counts.
struct ActionSums: Sendable, Hashable {
  /// All actions of all examples.
  var actions: UInt64 = 0

  /// All examples.
  var events: UInt64 = 0
}

/// Learns what actions cost, by a regressor.
struct CbAdf: Reduction {
  /// The most features that the actions of an example may have together, with what they share.
  static let limit = Double(1 << 26)

  private let type: CbType
  // The only one that gives what is needed here. Through a protocol each action would take a copy.
  private var regressor: Coin
  private let interactions: Interactions
  private var sums = ActionSums()

  init(_ type: CbType, _ regressor: Coin, _ interactions: Interactions) {
    self.type = type
    self.regressor = regressor
    self.interactions = interactions
  }

  var types: ReductionTypes {
    ReductionTypes(label: .action, features: .actions, prediction: .actionScores)
  }

  /// Refuses an example that would take too long, before anything is done with it.
  private func check(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) {
    let shared = extent.shared
    if interactions.isEmpty {
      let sharedCount = shared.map { store.featureCount(of: $0) } ?? 0
      let total = extent.actions.reduce(0) { $0 + store.featureCount(of: $1) + sharedCount }
      if total <= Interactions.limit { return }
    }
    var total = 0.0
    for action in extent.actions { total += try interactions.size(store, action, shared) }
    guard total <= Self.limit else {
      throw .input(
        "actions",
        "with what they share and with interactions they have about \(total) features, and at most "
          + "\(Self.limit) are taken: it needs fewer features, or fewer actions")
    }
  }

  func predict(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) -> Prediction {
    guard extent.type == .actions else { throw .wrongFeatures(types) }
    try check(store, extent)
    var scores: [Float] = []
    scores.reserveCapacity(extent.actions.count)
    let shared = extent.shared
    for action in extent.actions { scores.append(regressor.rawScore(store, action, shared)) }
    return .actionScores(scores)
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    guard extent.type == .actions else { throw .wrongFeatures(types) }
    guard case .action(let label) = label else { throw .wrongLabel(types) }
    guard (0..<extent.actions.count).contains(label.action) else {
      throw .input(
        "label.action",
        "there is no action \(label.action): the example has \(extent.actions.count), counted "
          + "from 0")
    }
    try check(store, extent)
    switch type {
    case .ips: learnAll(store, extent, label)
    case .mtr: learnOne(store, extent, label)
    }
  }

  private mutating func learnAll(_ store: FeatureStore, _ extent: Extent, _ label: ActionLabel) {
    for (index, action) in extent.actions.enumerated() {
      let cost = index == label.action ? label.cost / label.probability : 0
      learn(store, action, extent.shared, SimpleLabel(value: cost))
    }
  }

  private mutating func learnOne(_ store: FeatureStore, _ extent: Extent, _ label: ActionLabel) {
    sums.actions &+= UInt64(extent.actions.count)
    sums.events &+= 1
    let share = Float(sums.events) / Float(sums.actions)
    let cost = SimpleLabel(value: label.cost, weight: 1 / label.probability * share)
    let action = extent.actions.lowerBound + label.action
    guard let shared = extent.shared else {
      regressor.learn(store, action, cost)
      return
    }
    // The other way round than for predictions, as in reductionml.
    learn(store, shared, action, cost)
  }

  /// Learns what one or two groups are together.
  private mutating func learn(
    _ store: FeatureStore, _ first: Int, _ second: Int?, _ label: SimpleLabel
  ) {
    if let second {
      regressor.learn(store, first, second, label)
    } else {
      regressor.learn(store, first, label)
    }
  }

  var states: [ReductionState] { [.sums(sums)] + regressor.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .sums(let sums)? = states.popFirst() else { throw .wrongState }
    self.sums = sums
    try regressor.restore(&states)
  }
}
