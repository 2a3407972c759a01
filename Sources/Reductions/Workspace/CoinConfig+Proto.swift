internal import CapnProto

extension CoinConfig {
  func write(
    _ totals: CoinTotals, _ weights: WeightTable, _ builder: CoinProto.Builder
  ) throws {
    builder.alpha = alpha
    builder.beta = beta
    builder.l1Lambda = l1Lambda
    builder.l2Lambda = l2Lambda
    try lossFunction.write(builder.initLossFunction())
    builder.linkFunction = linkFunction == .identity ? .identity : .logistic
    builder.normalizedSum = totals.normalizedSum
    builder.totalWeight = totals.totalWeight
    builder.averageNorm = totals.averageNorm
    builder.minLabel = totals.minLabel
    builder.maxLabel = totals.maxLabel
    if totals.loss != lossFunction { try totals.loss.write(builder.initLearntLoss()) }
    let places = weights.ordered
    try builder.setFeatures(places.map { weights.indices[$0] })
    let list = try builder.initStates(count: places.count * CoinState.count)
    var numbers: [Float] = []
    numbers.reserveCapacity(list.count)
    for place in places {
      let state = weights[place].numbers
      for number in 0..<CoinState.count { numbers.append(state[number]) }
    }
    list.copy(from: numbers)
  }

  static func read(
    _ reader: CoinProto.Reader, numBits: Int, _ path: String
  ) throws -> (CoinConfig, ReductionState) {
    var config = CoinConfig()
    config.alpha = reader.alpha
    config.beta = reader.beta
    config.l1Lambda = reader.l1Lambda
    config.l2Lambda = reader.l2Lambda
    config.lossFunction = try LossFunction(reader.lossFunction, "\(path).lossFunction")
    config.linkFunction = reader.linkFunction == .logistic ? .logistic : .identity
    var totals = CoinTotals(config)
    totals.normalizedSum = reader.normalizedSum
    totals.totalWeight = reader.totalWeight
    totals.averageNorm = reader.averageNorm
    totals.minLabel = reader.minLabel
    totals.maxLabel = reader.maxLabel
    if reader.hasLearntLoss {
      totals.loss = try LossFunction(reader.learntLoss, "\(path).learntLoss")
    }
    if let fault = totals.fault { throw ReductionsError.model(path, fault) }
    let features = Array(try reader.features)
    let states = Array(try reader.states)
    guard states.count == features.count * CoinState.count else {
      throw ReductionsError.model(
        "\(path).states",
        "\(features.count) features have \(CoinState.count) numbers each, not \(states.count) in all"
      )
    }
    guard numBits <= 31, features.allSatisfy({ UInt64($0) >> UInt64(numBits) == 0 }) else {
      throw ReductionsError.model("\(path).features", "there are only 2^\(numBits) features")
    }
    guard zip(features, features.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw ReductionsError.model("\(path).features", "they have to be ascending")
    }
    return (config, .coin(totals, WeightTable(numBits: numBits, features, states)))
  }
}

extension LossFunction {
  fileprivate func write(_ builder: LossProto.Builder) throws {
    switch self {
    case .squared: builder.setSquared()
    case .logistic(let least, let most):
      let logistic = try builder.initLogistic()
      logistic.minLabel = least
      logistic.maxLabel = most
    }
  }

  fileprivate init(_ reader: LossProto.Reader, _ path: String) throws {
    switch try reader.which {
    case .squared: self = .squared
    case .logistic(let logistic):
      guard logistic.minLabel < logistic.maxLabel else {
        throw ReductionsError.model(path, "minLabel has to be less than maxLabel")
      }
      self = .logistic(minLabel: logistic.minLabel, maxLabel: logistic.maxLabel)
    case .unrecognized(let number):
      throw ReductionsError.model(path, "there is no loss function of kind \(number)")
    }
  }
}
