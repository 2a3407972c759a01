/// What a regressor knows of all examples together.
struct CoinTotals: Sendable, Hashable {
  /// The sum of the squared norms of the examples, whose values are normalized, by their weights.
  var normalizedSum: Float = 0

  /// The sum of the weights of the examples.
  var totalWeight: Float = 0

  /// The one over the other.
  var averageNorm: Float = 0

  /// The least label, or 0 where it is more.
  var minLabel: Float

  /// The largest label, or 0 where it is less.
  var maxLabel: Float

  /// What is made small.
  ///
  /// reductionml's newest code says squared here whatever its configuration says.
  var loss: LossFunction

  init(_ config: CoinConfig) {
    loss = config.lossFunction
    // With these, the limits do nothing.
    (minLabel, maxLabel) = loss == .squared ? (0, 0) : (-50, 50)
  }

  mutating func widen(_ label: Float) {
    // A zero takes the place of one with another sign, as it does in reductionml.
    if label <= minLabel { minLabel = label }
    if label >= maxLabel { maxLabel = label }
  }

  mutating func count(_ norm: Float, _ weight: Float) {
    normalizedSum += norm * weight
    totalWeight += weight
    averageNorm = (normalizedSum + 1e-6) / totalWeight
  }

  @inline(__always)
  func clamped(_ value: Float) -> Float {
    if value < minLabel { return minLabel }
    return value > maxLabel ? maxLabel : value
  }

  func derivative(_ prediction: Float, _ label: Float) -> Float {
    switch loss {
    case .squared: return 2 * (clamped(prediction) - label)
    case .logistic(let least, let most):
      let share = (label - least) / (most - least)
      return share * Self.logistic(prediction, 1) + (1 - share) * Self.logistic(prediction, -1)
    }
  }

  private static func logistic(_ prediction: Float, _ label: Float) -> Float {
    -label / (1 + exponential(label * prediction))
  }

  /// Says what is wrong with totals from a file, if anything.
  var fault: String? {
    minLabel <= maxLabel ? nil : "minLabel has to be no more than maxLabel"
  }
}

extension CoinTotals {
  static func == (left: CoinTotals, right: CoinTotals) -> Bool {
    left.bits == right.bits && left.loss == right.loss
  }

  func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  private var bits: [UInt32] {
    [normalizedSum, totalWeight, averageNorm, minLabel, maxLabel].map(\.bitPattern)
  }
}
