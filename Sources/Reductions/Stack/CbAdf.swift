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
  private func check(_ features: ActionFeatures) throws(ReductionsError) {
    let shared = features.shared ?? SparseFeatures()
    if interactions.isEmpty {
      let total = features.actions.reduce(0) { $0 + $1.count + shared.count }
      if total <= Interactions.limit { return }
    }
    var total = 0.0
    for action in features.actions { total += try interactions.size(action, shared) }
    guard total <= Self.limit else {
      throw .input(
        "actions",
        "with what they share and with interactions they have about \(total) features, and at most "
          + "\(Self.limit) are taken: it needs fewer features, or fewer actions")
    }
  }

  func predict(_ features: Features) throws(ReductionsError) -> Prediction {
    guard case .actions(let features) = features else { throw .wrongFeatures(types) }
    try check(features)
    var scores: [Float] = []
    scores.reserveCapacity(features.actions.count)
    let shared = features.shared ?? SparseFeatures()
    guard !interactions.isEmpty else {
      for action in features.actions { scores.append(regressor.rawScore(action, shared)) }
      return .actionScores(scores)
    }
    var joined = SparseFeatures()
    for action in features.actions {
      joined.join(action, shared)
      scores.append(regressor.scalar(joined).rawPrediction)
    }
    return .actionScores(scores)
  }

  mutating func learn(_ features: Features, _ label: Label) throws(ReductionsError) {
    guard case .actions(let features) = features else { throw .wrongFeatures(types) }
    guard case .action(let label) = label else { throw .wrongLabel(types) }
    guard features.actions.indices.contains(label.action) else {
      throw .input(
        "label.action",
        "there is no action \(label.action): the example has \(features.actions.count), counted "
          + "from 0")
    }
    try check(features)
    switch type {
    case .ips: learnAll(features, label)
    case .mtr: learnOne(features, label)
    }
  }

  private mutating func learnAll(_ features: ActionFeatures, _ label: ActionLabel) {
    for (index, action) in features.actions.enumerated() {
      let cost = index == label.action ? label.cost / label.probability : 0
      learn(action, features.shared ?? SparseFeatures(), SimpleLabel(value: cost))
    }
  }

  private mutating func learnOne(_ features: ActionFeatures, _ label: ActionLabel) {
    sums.actions &+= UInt64(features.actions.count)
    sums.events &+= 1
    let share = Float(sums.events) / Float(sums.actions)
    let cost = SimpleLabel(value: label.cost, weight: 1 / label.probability * share)
    let action = features.actions[label.action]
    guard let shared = features.shared else {
      regressor.learn(action, cost)
      return
    }
    // The other way round than for predictions, as in reductionml.
    learn(shared, action, cost)
  }

  /// Learns what two examples are together.
  private mutating func learn(
    _ first: SparseFeatures, _ second: SparseFeatures, _ label: SimpleLabel
  ) {
    if interactions.isEmpty {
      regressor.learn(first, second, label)
    } else {
      var joined = SparseFeatures()
      joined.join(first, second)
      regressor.learn(joined, label)
    }
  }

  var states: [ReductionState] { [.sums(sums)] + regressor.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .sums(let sums)? = states.popFirst() else { throw .wrongState }
    self.sums = sums
    try regressor.restore(&states)
  }
}
