/// What is known of a feature.
struct CoinState: Sendable, Hashable {
  /// The weight.
  var weight: Float = 0
  /// The sum of the gradients, negative.
  var gradients: Float = 0
  /// The sum of their magnitudes.
  var magnitudes: Float = 0
  /// The largest magnitude of its value.
  var largest: Float = 0
  /// The wealth that betting brought.
  var wealth: Float = 0
  /// The largest magnitude of a gradient, for a value of 1.
  var bound: Float = 0

  static let count = 6

  /// Whether all bits are zero, as before the first example.
  var isFresh: Bool {
    weight.bitPattern | gradients.bitPattern | magnitudes.bitPattern | largest.bitPattern
      | wealth.bitPattern | bound.bitPattern == 0
  }

  /// The numbers, in the order of model files.
  var numbers: [6 of Float] {
    get { [weight, gradients, magnitudes, largest, wealth, bound] }
    set {
      (weight, gradients, magnitudes) = (newValue[0], newValue[1], newValue[2])
      (largest, wealth, bound) = (newValue[3], newValue[4], newValue[5])
    }
  }
}
