/// A regressor without a learning rate.
struct Coin: Reduction {
  let config: CoinConfig
  let interactions: Interactions
  let constantIndex: UInt32?
  var totals: CoinTotals
  var weights: WeightTable
  // Kept between examples so that none has to make it again.
  private var places: [(place: Int, value: Float)] = []

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
    for run in features.runs {
      for place in run.start..<run.end {
        let feature = features.features[place]
        body(feature.index, feature.value)
      }
    }
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
    forEach(features) { index, value in sum += value * weights[weights.place(index)].weight }
    if sum.isNaN { sum = 0 }
    return ScalarPrediction(
      prediction: config.linkFunction(totals.clamped(sum)), rawPrediction: sum)
  }

  mutating func learn(_ features: Features, _ label: Label) throws(ReductionsError) {
    guard case .simple(let features) = features else { throw .wrongFeatures(types) }
    guard case .simple(let label) = label else { throw .wrongLabel(types) }
    try interactions.check(features)
    learn(features, label)
  }

  mutating func learn(_ features: SparseFeatures, _ label: SimpleLabel) {
    totals.widen(label.value)
    find(features)
    let prediction = bet(label.weight)
    update(totals.derivative(prediction, label.value) * label.weight)
    // A long example does not hold its memory for ever.
    places.removeAll(keepingCapacity: places.count < 1 << 16)
  }

  private mutating func find(_ features: SparseFeatures) {
    var places = self.places
    self.places = []
    forEach(features) { index, value in places.append((Int(index), value)) }
    for step in places.indices {
      places[step].place = weights.makePlace(UInt32(truncatingIfNeeded: places[step].place))
    }
    self.places = places
  }

  /// The prediction of what the bets would be now, with which the norm of the example is counted.
  private mutating func bet(_ weight: Float) -> Float {
    var (prediction, norm): (Float, Float) = (0, 0)
    for (place, value) in places {
      let state = weights[place]
      let magnitude = value.magnitude
      let largest = magnitude > state.largest || state.largest.isNaN ? magnitude : state.largest
      prediction += bet(state, largest) * value
      if largest > 0 {
        let normalized = value / largest
        norm += normalized * normalized
      }
    }
    totals.count(norm, weight)
    return totals.clamped(prediction / totals.averageNorm)
  }

  @inline(__always)
  private func bet(_ state: CoinState, _ largest: Float) -> Float {
    let scale = state.bound * largest
    guard scale > 0 else { return 0 }
    return ((config.alpha + state.wealth) / (scale * (scale + state.magnitudes))) * state.gradients
  }

  private mutating func update(_ update: Float) {
    let bound = update.magnitude
    for (place, value) in places {
      var state = weights[place]
      let magnitude = value.magnitude
      let gradient = update * value
      if magnitude > state.largest { state.largest = magnitude }
      if bound > state.bound { state.bound = bound > config.beta ? bound : config.beta }
      let bet = bet(state, state.largest)
      state.gradients += -gradient
      state.magnitudes += gradient.magnitude
      state.wealth += -gradient * bet
      state.weight = bet / totals.averageNorm
      weights[place] = state
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
