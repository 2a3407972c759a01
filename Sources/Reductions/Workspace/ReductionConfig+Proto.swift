internal import CapnProto

extension ReductionConfig {
  func write(_ state: ReductionState, _ builder: ReductionProto.Builder) throws {
    switch (self, state) {
    case (.coin(let config), .coin(let totals, let weights)):
      try config.write(totals, weights, builder.initCoin())
    case (.binary, _): builder.setBinary()
    case (.cbAdf(let config), .sums(let sums)):
      let bandit = try builder.initCbAdf()
      bandit.type = config.cbType == .mtr ? .mtr : .ips
      bandit.actionSum = sums.actions
      bandit.eventSum = sums.events
    case (.cbExploreAdfGreedy(let config), _):
      try builder.initCbExploreAdfGreedy().epsilon = config.epsilon
    case (.cbExploreAdfSquareCb(let config), .counter(let counter)):
      let square = try builder.initCbExploreAdfSquareCb()
      square.uniformEpsilon = config.uniformEpsilon
      square.gammaScale = config.gammaScale
      square.gammaExponent = config.gammaExponent
      square.counter = counter
      if let written { try square.setWritten(written.text) }
    case (.cbExploreAdfSoftmax(let config), .counter(let counter)):
      let softmax = try builder.initCbExploreAdfSoftmax()
      softmax.uniformEpsilon = config.uniformEpsilon
      softmax.lambda = config.lambda
      softmax.counter = counter
      if let written { try softmax.setWritten(written.text) }
    default: throw ReductionsError.wrongState
    }
  }

  static func read(
    _ reader: ReductionProto.Reader, numBits: Int, below: ReductionConfig?, _ path: String
  ) throws -> (ReductionConfig, ReductionState) {
    var result: (ReductionConfig, ReductionState)
    switch try reader.which {
    case .coin(let coin):
      guard below == nil else { throw ReductionsError.model(path, "nothing fits below Coin") }
      let (config, state) = try CoinConfig.read(coin, numBits: numBits, "\(path).coin")
      return (.coin(config), state)
    case .binary: result = (.binary(), .none)
    case .cbAdf(let bandit):
      var config = CbAdfConfig()
      config.cbType = bandit.type == .ips ? .ips : .mtr
      let sums = ActionSums(actions: bandit.actionSum, events: bandit.eventSum)
      result = (.cbAdf(config), .sums(sums))
    case .cbExploreAdfGreedy(let greedy):
      var config = CbExploreAdfGreedyConfig()
      config.epsilon = greedy.epsilon
      result = (.cbExploreAdfGreedy(config), .none)
    case .cbExploreAdfSquareCb(let square):
      var config = CbExploreAdfSquareCbConfig()
      config.uniformEpsilon = try fraction(square.uniformEpsilon, path)
      config.gammaScale = square.gammaScale
      config.gammaExponent = square.gammaExponent
      result = (.cbExploreAdfSquareCb(config), .counter(square.counter))
    case .cbExploreAdfSoftmax(let softmax):
      var config = CbExploreAdfSoftmaxConfig()
      config.uniformEpsilon = try fraction(softmax.uniformEpsilon, path)
      config.lambda = softmax.lambda
      result = (.cbExploreAdfSoftmax(config), .counter(softmax.counter))
    case .unrecognized(let number):
      throw ReductionsError.model(path, "there is no reduction of kind \(number)")
    }
    guard let below else { throw ReductionsError.model(path, "what is below it is missing") }
    result.0.setNext(below)
    result.0.written = try written(reader, path)
    return result
  }

  private static func fraction(_ value: Float, _ path: String) throws -> Float {
    guard (0...1).contains(value) else {
      throw ReductionsError.model("\(path).uniformEpsilon", "it is not from 0 to 1")
    }
    return value
  }

  private static func written(
    _ reader: ReductionProto.Reader, _ path: String
  ) throws -> JSONValue? {
    let text: String
    switch try reader.which {
    case .cbExploreAdfSquareCb(let square): text = String(try square.written)
    case .cbExploreAdfSoftmax(let softmax): text = String(try softmax.written)
    default: return nil
    }
    guard !text.isEmpty else { return nil }
    do {
      let document = try JSONDocument(Array(text.utf8), nestingLimit: 32)
      return JSONValue(document, 0).sorted
    } catch {
      throw ReductionsError.model("\(path).written", error.message)
    }
  }

  private mutating func setNext(_ next: ReductionConfig) {
    switch self {
    case .coin: break
    case .binary(var config):
      config.regressor = next
      self = .binary(config)
    case .cbAdf(var config):
      config.regressor = next
      self = .cbAdf(config)
    case .cbExploreAdfGreedy(var config):
      config.cbAdf = next
      self = .cbExploreAdfGreedy(config)
    case .cbExploreAdfSquareCb(var config):
      config.cbAdf = next
      self = .cbExploreAdfSquareCb(config)
    case .cbExploreAdfSoftmax(var config):
      config.cbAdf = next
      self = .cbExploreAdfSoftmax(config)
    }
  }
}
