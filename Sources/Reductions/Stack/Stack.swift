/// Builds reductions on top of each other.
enum Stack {
  /// The stack of a configuration.
  ///
  /// - Throws: `ReductionsError` where a reduction gives what the one above it does not take.
  static func make(_ config: Configuration) throws(ReductionsError) -> any Reduction {
    try config.globalConfig.check("globalConfig")
    return try make(config.entryReduction, config.globalConfig, "entryReduction")
  }

  private static func make(
    _ config: ReductionConfig, _ global: GlobalConfig, _ path: String
  ) throws(ReductionsError) -> any Reduction {
    guard let (field, nextConfig) = config.next else {
      guard case .coin(let coin) = config else {
        throw .configuration(path, "a regressor is needed")
      }
      return Coin(coin, global)
    }
    let nextPath = "\(path).config.\(field)"
    if case .cbExploreAdfSquareCb = config, case .cbAdf(let bandit) = nextConfig,
      bandit.cbType != .mtr
    {
      throw .configuration(
        "\(nextPath).config.cbType", "CbExploreAdfSquareCb works with mtr only")
    }
    try check(nextConfig, below: config, nextPath)
    let next = try make(nextConfig, global, nextPath)
    switch config {
    case .coin: return next
    case .binary: return Binary(next)
    case .cbAdf(let config):
      guard let regressor = next as? Coin else {
        throw .configuration(nextPath, "a regressor is needed")
      }
      return CbAdf(config.cbType, regressor, Interactions(global))
    case .cbExploreAdfGreedy(let config): return ExploreGreedy(config, next)
    case .cbExploreAdfSquareCb(let config): return ExploreSquareCb(config, next)
    case .cbExploreAdfSoftmax(let config): return ExploreSoftmax(config, next)
    }
  }

  /// What a reduction takes and gives.
  static func types(_ config: ReductionConfig) -> ReductionTypes {
    switch config {
    case .coin: ReductionTypes(label: .simple, features: .simple, prediction: .scalar)
    case .binary: ReductionTypes(label: .binary, features: .simple, prediction: .binary)
    case .cbAdf: ReductionTypes(label: .action, features: .actions, prediction: .actionScores)
    case .cbExploreAdfGreedy, .cbExploreAdfSquareCb, .cbExploreAdfSoftmax:
      ReductionTypes(label: .action, features: .actions, prediction: .actionProbabilities)
    }
  }

  /// What a reduction needs below it.
  static func typesBelow(_ config: ReductionConfig) -> ReductionTypes {
    switch config {
    case .coin, .binary, .cbAdf:
      ReductionTypes(label: .simple, features: .simple, prediction: .scalar)
    case .cbExploreAdfGreedy, .cbExploreAdfSquareCb, .cbExploreAdfSoftmax:
      ReductionTypes(label: .action, features: .actions, prediction: .actionScores)
    }
  }

  private static func check(
    _ config: ReductionConfig, below upper: ReductionConfig, _ path: String
  ) throws(ReductionsError) {
    let (needed, found) = (typesBelow(upper), types(config))
    guard needed != found else { return }
    throw .configuration(
      path,
      "\(upper.typename) needs something below it that learns \(needed.label) labels of "
        + "\(needed.features) features and predicts \(needed.prediction), but \(config.typename) "
        + "learns \(found.label) labels of \(found.features) features and predicts "
        + "\(found.prediction)")
  }
}
