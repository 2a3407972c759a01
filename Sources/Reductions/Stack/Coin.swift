/// A regressor without a learning rate.
struct Coin: Reduction {
  let config: CoinConfig
  let interactions: Interactions
  let constantIndex: UInt32?
  var totals: CoinTotals
  var weights: WeightTable
  // Kept between examples so that none has to make it again.
  private var places: [Step] = []

  /// A feature of an example, with its place in the table.
  struct Step: Sendable {
    /// The number of the feature, until its place is found.
    var place: UInt32
    let value: Float

    @inline(__always)
    init(_ index: UInt32, _ value: Float) {
      place = index
      self.value = value
    }
  }

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

  /// Calls a function with each feature of an example, in the order in which it is learnt.
  @inline(__always)
  private func forEach(_ features: SparseFeatures, _ body: (UInt32, Float) -> Void) {
    features.forEach(body)
    if !interactions.isEmpty { interactions.forEach(features, body) }
    if let constantIndex { body(constantIndex, 1) }
  }

  func predict(_ features: Features) throws(ReductionsError) -> Prediction {
    guard case .simple(let features) = features else { throw .wrongFeatures(types) }
    try interactions.check(features)
    return .scalar(scalar(features))
  }

  func scalar(_ features: SparseFeatures) -> ScalarPrediction {
    var sum: Float = 0
    forEach(features) { index, value in sum += value * weights.weight(index) }
    if sum.isNaN { sum = 0 }
    return ScalarPrediction(
      prediction: config.linkFunction(totals.clamped(sum)), rawPrediction: sum)
  }

  /// The raw prediction of what two examples are together, where there are no interactions.
  func rawScore(_ first: SparseFeatures, _ second: SparseFeatures) -> Float {
    var sum: Float = 0
    SparseFeatures.forEach(first, second) { index, value in sum += value * weights.weight(index) }
    if let constantIndex { sum += weights.weight(constantIndex) }
    return sum.isNaN ? 0 : sum
  }

  mutating func learn(_ features: Features, _ label: Label) throws(ReductionsError) {
    guard case .simple(let features) = features else { throw .wrongFeatures(types) }
    guard case .simple(let label) = label else { throw .wrongLabel(types) }
    try interactions.check(features)
    learn(features, label)
  }

  mutating func learn(_ features: SparseFeatures, _ label: SimpleLabel) {
    var places = takePlaces()
    forEach(features) { index, value in places.append(Step(index, value)) }
    learn(&places, label)
  }

  /// Learns what two examples are together, where there are no interactions.
  mutating func learn(_ first: SparseFeatures, _ second: SparseFeatures, _ label: SimpleLabel) {
    var places = takePlaces()
    SparseFeatures.forEach(first, second) { index, value in places.append(Step(index, value)) }
    if let constantIndex { places.append(Step(constantIndex, 1)) }
    learn(&places, label)
  }

  private mutating func takePlaces() -> [Step] {
    var places: [Step] = []
    swap(&places, &self.places)
    return places
  }

  private mutating func learn(_ steps: inout [Step], _ label: SimpleLabel) {
    totals.widen(label.value)
    weights.find(&steps)
    let prediction = bet(steps.span, label.weight)
    update(steps.span, totals.derivative(prediction, label.value) * label.weight)
    // A long example does not hold its memory for ever.
    steps.removeAll(keepingCapacity: steps.count < 1 << 16)
    swap(&steps, &places)
  }

  /// The prediction of what the bets would be now, with which the norm of the example is counted.
  private mutating func bet(_ steps: Span<Step>, _ weight: Float) -> Float {
    let (prediction, norm) = sums(steps, weights.states.span)
    totals.count(norm, weight)
    return totals.clamped(prediction / totals.averageNorm)
  }

  @inline(__always)
  private func sums(
    _ steps: Span<Step>, _ states: Span<CoinState>
  ) -> (prediction: Float, norm: Float) {
    var (prediction, norm): (Float, Float) = (0, 0)
    for index in steps.indices {
      let value = steps[index].value
      let state = states[Int(steps[index].place)]
      let magnitude = value.magnitude
      let largest = magnitude > state.largest || state.largest.isNaN ? magnitude : state.largest
      prediction += Self.bet(state, largest, config.alpha) * value
      if largest > 0 {
        let normalized = value / largest
        norm += normalized * normalized
      }
    }
    return (prediction, norm)
  }

  @inline(__always)
  private static func bet(_ state: CoinState, _ largest: Float, _ alpha: Float) -> Float {
    let scale = state.bound * largest
    guard scale > 0 else { return 0 }
    return ((alpha + state.wealth) / (scale * (scale + state.magnitudes))) * state.gradients
  }

  private mutating func update(_ steps: Span<Step>, _ update: Float) {
    let bound = update.magnitude
    let (alpha, beta, averageNorm) = (config.alpha, config.beta, totals.averageNorm)
    var states = weights.states.mutableSpan
    for index in steps.indices {
      let value = steps[index].value
      let place = Int(steps[index].place)
      var state = states[place]
      let magnitude = value.magnitude
      let gradient = update * value
      if magnitude > state.largest { state.largest = magnitude }
      if bound > state.bound { state.bound = bound > beta ? bound : beta }
      let bet = Self.bet(state, state.largest, alpha)
      state.gradients += -gradient
      state.magnitudes += gradient.magnitude
      state.wealth += -gradient * bet
      state.weight = bet / averageNorm
      states[place] = state
    }
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
