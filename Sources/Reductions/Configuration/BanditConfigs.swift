/// The configuration of `Binary`, which answers yes or no by the sign of what a regressor says.
public struct BinaryConfig: Sendable, Hashable {
  /// The regressor.
  public var regressor = ReductionConfig.coin()

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [ConfigField("regressor", .reduction("Coin"), "The regressor.")]

  init(_ object: ConfigObject) throws(ReductionsError) {
    regressor = try object.reduction("regressor")
  }
}

/// The configuration of `CbAdf`, which learns what actions cost.
public struct CbAdfConfig: Sendable, Hashable {
  /// What is learnt of an action that was taken, and of the others.
  public var cbType = CbType.mtr

  /// The regressor.
  public var regressor = ReductionConfig.coin()

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField(
      "cbType", .choice(["mtr", "ips"]), "What is learnt of the action that was taken."),
    ConfigField("regressor", .reduction("Coin"), "The regressor."),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    cbType = CbType(rawValue: try object.choice("cbType")) ?? .mtr
    regressor = try object.reduction("regressor")
  }
}

/// What a contextual bandit learns.
public enum CbType: String, Sendable, Hashable, CaseIterable {
  /// The cost of the action that was taken, weighed by how unlikely it was.
  case mtr

  /// The cost of the action that was taken over its probability, and 0 of the others.
  case ips
}

/// The configuration of `CbExploreAdfGreedy`.
public struct CbExploreAdfGreedyConfig: Sendable, Hashable {
  /// How often any action is taken.
  public var epsilon: Float = 0.05

  /// What knows the costs.
  public var cbAdf = ReductionConfig.cbAdf()

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField("epsilon", .float(0.05), "How often any action is taken."),
    ConfigField("cbAdf", .reduction("CbAdf"), "What knows the costs."),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    epsilon = try object.float("epsilon")
    cbAdf = try object.reduction("cbAdf")
  }
}

/// The configuration of `CbExploreAdfSquareCb`.
public struct CbExploreAdfSquareCbConfig: Sendable, Hashable {
  /// The least probability of all actions together.
  public var uniformEpsilon: Float = 0

  /// How fast exploring ends: what the number of examples is multiplied with.
  public var gammaScale: Float = 10

  /// How fast exploring ends: the power of the number of examples.
  public var gammaExponent: Float = 0.5

  /// What knows the costs.
  public var cbAdf = ReductionConfig.cbAdf() { didSet { written = WrittenConfig() } }

  /// What knows the costs, as the configuration said it: reductionml keeps it so in its models.
  var written = WrittenConfig()

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField(
      "uniformEpsilon", .fraction(0), "The least probability of all actions together."),
    ConfigField("gammaScale", .float(10), "What the number of examples is multiplied with."),
    ConfigField("gammaExponent", .float(0.5), "The power of the number of examples."),
    ConfigField("cbAdf", .reduction("CbAdf"), "What knows the costs, of type mtr."),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    uniformEpsilon = try object.float("uniformEpsilon")
    gammaScale = try object.float("gammaScale")
    gammaExponent = try object.float("gammaExponent")
    cbAdf = try object.reduction("cbAdf")
    written = WrittenConfig(json: object.members["cbAdf"]?.value.sorted)
  }
}

/// The configuration of `CbExploreAdfSoftmax`.
public struct CbExploreAdfSoftmaxConfig: Sendable, Hashable {
  /// The least probability of all actions together.
  public var uniformEpsilon: Float = 0

  /// How much better actions are preferred.
  public var lambda: Float = 1

  /// What knows the costs.
  public var cbAdf = ReductionConfig.cbAdf() { didSet { written = WrittenConfig() } }

  /// What knows the costs, as the configuration said it.
  var written = WrittenConfig()

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField(
      "uniformEpsilon", .fraction(0), "The least probability of all actions together."),
    ConfigField("lambda", .float(1), "How much better actions are preferred."),
    ConfigField("cbAdf", .reduction("CbAdf"), "What knows the costs."),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    uniformEpsilon = try object.float("uniformEpsilon")
    lambda = try object.float("lambda")
    cbAdf = try object.reduction("cbAdf")
    written = WrittenConfig(json: object.members["cbAdf"]?.value.sorted)
  }
}

/// A part of a configuration as it was written, if it was: it is the same whatever that was.
struct WrittenConfig: Sendable, Hashable {
  var json: JSONValue?

  // What it means is compared by the configuration that was read from it.
  static func == (left: WrittenConfig, right: WrittenConfig) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}

extension ReductionConfig {
  /// What is below, as the configuration said it.
  var written: JSONValue? {
    get {
      switch self {
      case .cbExploreAdfSquareCb(let config): config.written.json
      case .cbExploreAdfSoftmax(let config): config.written.json
      default: nil
      }
    }
    set {
      switch self {
      case .cbExploreAdfSquareCb(var config):
        config.written.json = newValue
        self = .cbExploreAdfSquareCb(config)
      case .cbExploreAdfSoftmax(var config):
        config.written.json = newValue
        self = .cbExploreAdfSoftmax(config)
      default: break
      }
    }
  }
}
