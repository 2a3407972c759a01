import Reductions
import Testing

/// Features are learnt four at once with the bits that one by one would give.
struct CoinArithmeticTests {
  /// A regressor that takes its features one by one, as the paper and reductionml do.
  private struct Reference {
    private struct State {
      var weight: Float = 0
      var gradients: Float = 0
      var magnitudes: Float = 0
      var largest: Float = 0
      var wealth: Float = 0
      var bound: Float = 0

      func bet(_ largest: Float) -> Float {
        let scale = bound * largest
        return scale > 0 ? ((4 + wealth) / (scale * (scale + magnitudes))) * gradients : 0
      }
    }

    private var states: [UInt32: State] = [:]
    private var (sum, total, least, most): (Float, Float, Float, Float) = (0, 0, 0, 0)

    func weight(_ index: UInt32) -> Float { states[index]?.weight ?? 0 }

    private func clamped(_ value: Float) -> Float {
      value < least ? least : value > most ? most : value
    }

    mutating func learn(_ features: [Feature], _ label: Float, _ weight: Float) {
      if label <= least { least = label }
      if label >= most { most = label }
      var (prediction, norm): (Float, Float) = (0, 0)
      for feature in features {
        let (state, size) = (states[feature.index] ?? State(), feature.value.magnitude)
        let largest = size > state.largest || state.largest.isNaN ? size : state.largest
        prediction += state.bet(largest) * feature.value
        if largest > 0 { norm += (feature.value / largest) * (feature.value / largest) }
      }
      sum += norm * weight
      total += weight
      let average = (sum + 1e-6) / total
      let update = 2 * (clamped(clamped(prediction / average)) - label) * weight
      for feature in features {
        var state = states[feature.index] ?? State()
        let gradient = update * feature.value
        if feature.value.magnitude > state.largest { state.largest = feature.value.magnitude }
        if update.magnitude > state.bound { state.bound = max(update.magnitude, 1) }
        let bet = state.bet(state.largest)
        state.gradients += -gradient
        state.magnitudes += gradient.magnitude
        state.wealth += -gradient * bet
        state.weight = bet / average
        states[feature.index] = state
      }
    }
  }

  private static let config =
    #"{"globalConfig": {"constantFeatureEnabled": false}, "entryReduction": {"typename": "Coin"}}"#

  /// - Parameter unusual: how often values are zeros, or very small or large.
  @Test(arguments: [0.0, 0.1, 0.5]) func bitsAreThoseOfOneByOne(_ unusual: Double) throws {
    var random = SplitMix(state: 5)
    for range in [4, 12, 300] {
      var workspace = try Workspace(config: Self.config)
      var reference = Reference()
      for _ in 0..<300 {
        // Few features come up several times in an example.
        let features = (0..<Int.random(in: 0...19, using: &random)).map { _ in
          var value = Float.random(in: -2...2, using: &random)
          if Double.random(in: 0..<1, using: &random) < unusual {
            let values: [Float] = [0, -0.0, 1e-30, 1e20, Float(bitPattern: 3), -1]
            value = values.randomElement(using: &random) ?? 0
          }
          return Feature(index: UInt32.random(in: 0..<UInt32(range), using: &random), value: value)
        }
        let label = Float.random(in: -3...3, using: &random)
        let weight = Float.random(in: 0.5...2, using: &random)
        try workspace.learn(
          .simple(SparseFeatures(features)), .simple(label, weight: weight))
        reference.learn(features, label, weight)
      }
      for index in 0..<UInt32(range) {
        let probe = Features.simple(SparseFeatures([Feature(index: index, value: 1)]))
        guard case .scalar(let made) = try workspace.predict(probe) else { return }
        let weight = reference.weight(index)
        // A sum begins with 0, and a NaN is none.
        #expect(made.rawPrediction.bitPattern == (weight.isNaN ? 0 : 0 + weight).bitPattern)
      }
    }
  }
}
