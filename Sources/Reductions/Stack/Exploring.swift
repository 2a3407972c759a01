/// A reduction that makes probabilities of the scores of actions.
protocol Exploring: Reduction {
  var bandit: any Reduction { get }

  /// The probabilities of actions of which there is at least one.
  func probabilities(_ scores: [Float]) throws(ReductionsError) -> [Float]
}

extension Exploring {
  var types: ReductionTypes {
    ReductionTypes(label: .action, features: .actions, prediction: .actionProbabilities)
  }

  func predict(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) -> Prediction {
    guard case .actionScores(let scores) = try bandit.predict(store, extent), !scores.isEmpty else {
      throw .input("actions", "there is no action to choose from")
    }
    return .actionProbabilities(try probabilities(scores))
  }

  /// The first action with the least score.
  func best(_ scores: [Float]) -> Int {
    var best = 0
    for index in scores.indices where scores[index] < scores[best] { best = index }
    return best
  }
}

/// Takes the best action mostly, and sometimes any.
struct ExploreGreedy: Exploring {
  private let epsilon: Float
  private(set) var bandit: any Reduction

  init(_ config: CbExploreAdfGreedyConfig, _ bandit: any Reduction) {
    epsilon = config.epsilon
    self.bandit = bandit
  }

  func probabilities(_ scores: [Float]) -> [Float] {
    var result = Array(repeating: epsilon / Float(scores.count), count: scores.count)
    result[best(scores)] += 1 - epsilon
    return result
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    try bandit.learn(store, extent, label)
  }

  var states: [ReductionState] { [.none] + bandit.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .none? = states.popFirst() else { throw .wrongState }
    try bandit.restore(&states)
  }
}

/// Takes actions less often the more they cost.
struct ExploreSquareCb: Exploring {
  private let config: CbExploreAdfSquareCbConfig
  private(set) var bandit: any Reduction
  private var counter: UInt64 = 0

  init(_ config: CbExploreAdfSquareCbConfig, _ bandit: any Reduction) {
    self.config = config
    self.bandit = bandit
  }

  func probabilities(_ scores: [Float]) throws(ReductionsError) -> [Float] {
    let gamma = config.gammaScale * power(Float(counter), config.gammaExponent)
    let best = best(scores)
    var result = scores
    var total: Float = 0
    for index in scores.indices where index != best {
      result[index] = 1 / (Float(scores.count) + gamma * (scores[index] - scores[best]))
      total += result[index]
    }
    result[best] = 1 - total
    return try MinimumProbability.enforce(config.uniformEpsilon, result)
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    guard case .action(var action) = label else { throw .wrongLabel(types) }
    action.probability = 1
    try bandit.learn(store, extent, .action(action))
    counter &+= 1
  }

  var states: [ReductionState] { [.counter(counter)] + bandit.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .counter(let counter)? = states.popFirst() else { throw .wrongState }
    self.counter = counter
    try bandit.restore(&states)
  }
}

/// Takes actions by the softmax of what they cost.
struct ExploreSoftmax: Exploring {
  private let config: CbExploreAdfSoftmaxConfig
  private(set) var bandit: any Reduction
  // Not used: reductionml keeps it in its models.
  private var counter: UInt64 = 0

  init(_ config: CbExploreAdfSoftmaxConfig, _ bandit: any Reduction) {
    self.config = config
    self.bandit = bandit
  }

  func probabilities(_ scores: [Float]) throws(ReductionsError) -> [Float] {
    let least = scores[best(scores)]
    var result = scores.map { exponential(-config.lambda * ($0 - least)) }
    let total = result.reduce(0, +)
    for index in result.indices { result[index] /= total }
    return try MinimumProbability.enforce(config.uniformEpsilon, result)
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    try bandit.learn(store, extent, label)
  }

  var states: [ReductionState] { [.counter(counter)] + bandit.states }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .counter(let counter)? = states.popFirst() else { throw .wrongState }
    self.counter = counter
    try bandit.restore(&states)
  }
}
