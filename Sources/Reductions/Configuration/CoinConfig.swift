/// The configuration of `Coin`, a regressor without a learning rate.
///
/// It bets on each gradient as coins are bet on (Orabona and Pál, arXiv 1602.04128), so that there
/// is nothing to be tuned.
public struct CoinConfig: Sendable, Hashable {
  /// How careful the first bets are.
  public var alpha: Float = 4

  /// The least bound of a gradient.
  public var beta: Float = 1

  /// Not used, as in reductionml.
  public var l1Lambda: Float = 0

  /// Not used, as in reductionml.
  public var l2Lambda: Float = 0

  /// What is made small.
  public var lossFunction = LossFunction.squared

  /// What becomes of the sum of the weights.
  public var linkFunction = LinkFunction.identity

  /// Makes the configuration that holds where nothing is said.
  public init() {}

  static let fields = [
    ConfigField("alpha", .float(4), "How careful the first bets are."),
    ConfigField("beta", .float(1), "The least bound of a gradient."),
    ConfigField("l1Lambda", .float(0), "Not used."),
    ConfigField("l2Lambda", .float(0), "Not used."),
    ConfigField("lossFunction", .loss, "What is made small.", isNew: true),
    ConfigField(
      "linkFunction", .choice(LinkFunction.allCases.map(\.rawValue)),
      "What becomes of the sum of the weights.", isNew: true),
  ]

  init(_ object: ConfigObject) throws(ReductionsError) {
    alpha = try object.float("alpha")
    beta = try object.float("beta")
    l1Lambda = try object.float("l1Lambda")
    l2Lambda = try object.float("l2Lambda")
    lossFunction = try object.loss("lossFunction")
    linkFunction = LinkFunction(rawValue: try object.choice("linkFunction")) ?? .identity
  }

  /// Whether reductionml 0.1.0 has all of it.
  var isOld: Bool { lossFunction == .squared && linkFunction == .identity }

  func members(isNew: Bool) -> [(String, JSONValue)] {
    let old: [(String, JSONValue)] = [
      ("alpha", .float(alpha)), ("beta", .float(beta)), ("l1Lambda", .float(l1Lambda)),
      ("l2Lambda", .float(l2Lambda)),
    ]
    guard isNew else { return old }
    return old + [
      ("lossFunction", lossFunction.json), ("linkFunction", .string(linkFunction.rawValue)),
    ]
  }
}

/// What a regressor makes small.
public enum LossFunction: Sendable, Hashable {
  /// The square of the difference.
  case squared

  /// The logarithm of the likelihood of a label between two limits.
  case logistic(minLabel: Float = -1, maxLabel: Float = 1)

  var json: JSONValue {
    switch self {
    case .squared: .object([("Squared", .object([]))])
    case .logistic(let least, let most):
      .object([
        ("Logistic", .object([("min_label", .float(least)), ("max_label", .float(most))]))
      ])
    }
  }

  static let logisticFields = [
    ConfigField("min_label", .float(-1), "The label that stands for no."),
    ConfigField("max_label", .float(1), "The label that stands for yes."),
  ]
}

/// What becomes of the sum of the weights of an example.
public enum LinkFunction: String, Sendable, Hashable, CaseIterable {
  /// It is the prediction.
  case identity = "Identity"

  /// The logistic function of it is.
  case logistic = "Logistic"
}
