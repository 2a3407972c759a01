/// A regressor without a learning rate.
struct Coin: Reduction {
  let config: CoinConfig
  let interactions: Interactions
  let constantIndex: UInt32?
  var totals: CoinTotals
  var weights: WeightTable
  // Kept between examples so that none has to make it again.
  private var steps = PlainList<CoinStep>()

  init(_ config: CoinConfig, _ global: GlobalConfig) {
    self.config = config
    interactions = Interactions(global)
    constantIndex =
      global.constantFeatureEnabled
      ? UInt32(truncatingIfNeeded: (1 << global.numBits) / 2) : nil
    totals = CoinTotals(config)
    weights = WeightTable(numBits: global.numBits)
  }

  var types: ReductionTypes {
    ReductionTypes(label: .simple, features: .simple, prediction: .scalar)
  }

  /// Calls a function with each feature of a group, in the order in which it is learnt.
  @inline(__always)
  private func forEach(_ store: FeatureStore, _ group: Int, _ body: (UInt32, Float) -> Void) {
    store.forEach(in: group, body)
    if !interactions.isEmpty { interactions.forEach(store, group, body) }
    if let constantIndex { body(constantIndex, 1) }
  }

  func predict(_ store: FeatureStore, _ extent: Extent) throws(ReductionsError) -> Prediction {
    guard extent.type == .simple else { throw .wrongFeatures(types) }
    let group = extent.groups.lowerBound
    try interactions.check(store, group)
    return .scalar(scalar(store, group))
  }

  func scalar(_ store: FeatureStore, _ group: Int) -> ScalarPrediction {
    var sum: Float = 0
    forEach(store, group) { index, value in sum += value * weights.weight(index) }
    if sum.isNaN { sum = 0 }
    return ScalarPrediction(
      prediction: config.linkFunction(totals.clamped(sum)), rawPrediction: sum)
  }

  /// The raw prediction of what one or two groups are together.
  func rawScore(_ store: FeatureStore, _ first: Int, _ second: Int?) -> Float {
    guard let second else { return scalar(store, first).rawPrediction }
    var sum: Float = 0
    store.forEach(in: first, and: second) { index, value in sum += value * weights.weight(index) }
    if !interactions.isEmpty {
      interactions.forEach(store, first, second) { index, value in
        sum += value * weights.weight(index)
      }
    }
    if let constantIndex { sum += weights.weight(constantIndex) }
    return sum.isNaN ? 0 : sum
  }

  mutating func learn(
    _ store: FeatureStore, _ extent: Extent, _ label: Label
  ) throws(ReductionsError) {
    guard extent.type == .simple else { throw .wrongFeatures(types) }
    guard case .simple(let label) = label else { throw .wrongLabel(types) }
    let group = extent.groups.lowerBound
    try interactions.check(store, group)
    learn(store, group, label)
  }

  mutating func learn(_ store: FeatureStore, _ group: Int, _ label: SimpleLabel) {
    var steps = takeSteps()
    store.forEach(in: group) { index, value in steps.append(weights.step(index, value)) }
    if !interactions.isEmpty {
      let interactions = interactions
      interactions.forEach(store, group) { index, value in
        steps.append(weights.step(index, value))
      }
    }
    learn(&steps, label)
  }

  /// Learns what two groups are together.
  mutating func learn(
    _ store: FeatureStore, _ first: Int, _ second: Int, _ label: SimpleLabel
  ) {
    var steps = takeSteps()
    store.forEach(in: first, and: second) { index, value in
      steps.append(weights.step(index, value))
    }
    if !interactions.isEmpty {
      let interactions = interactions
      interactions.forEach(store, first, second) { index, value in
        steps.append(weights.step(index, value))
      }
    }
    learn(&steps, label)
  }

  @inline(__always)
  private mutating func takeSteps() -> PlainList<CoinStep> {
    var steps = PlainList<CoinStep>()
    swap(&steps, &self.steps)
    steps.removeAll()
    return steps
  }

  private mutating func learn(_ steps: inout PlainList<CoinStep>, _ label: SimpleLabel) {
    if let constantIndex { steps.append(weights.step(constantIndex, 1)) }
    totals.widen(label.value)
    let (prediction, norm) = weights.bets(steps, config.alpha)
    totals.count(norm, label.weight)
    let derivative = totals.derivative(
      totals.clamped(prediction / totals.averageNorm), label.value)
    weights.apply(CoinUpdate(derivative * label.weight, config, totals.averageNorm), steps)
    // A long example does not hold its memory for ever.
    if steps.count < 1 << 16 { swap(&steps, &self.steps) }
  }

  var states: [ReductionState] { [.coin(totals, weights)] }

  mutating func restore(_ states: inout ArraySlice<ReductionState>) throws(ReductionsError) {
    guard case .coin(let totals, let weights) = states.popFirst(),
      weights.numBits == self.weights.numBits
    else { throw .wrongState }
    self.totals = totals
    self.weights = weights
  }
}

extension LinkFunction {
  func callAsFunction(_ value: Float) -> Float {
    switch self {
    case .identity: value
    case .logistic: 1 / (1 + exponential(-value))
    }
  }
}
