/// A feature of an example that is learnt.
struct CoinStep: Sendable, BitwiseCopyable {
  /// The place of the feature in the table of weights.
  let place: UInt32
  let value: Float
}

/// What an example changes states by.
struct CoinUpdate: Sendable {
  let alpha: Float
  /// The gradient for a value of 1, and its magnitude.
  let gradient: Float
  let magnitude: Float
  /// The bound of a state whose bound is less than the magnitude.
  let bound: Float
  let averageNorm: Float

  init(_ gradient: Float, _ config: CoinConfig, _ averageNorm: Float) {
    alpha = config.alpha
    self.gradient = gradient
    magnitude = gradient.magnitude
    bound = magnitude > config.beta ? magnitude : config.beta
    self.averageNorm = averageNorm
  }
}

// Four features go at once, as most of the time of learning goes into divisions: their arithmetic is
// that of one by one, and sums are made in the same order. Each step has a place of this table.
extension WeightTable {
  /// The sum of what the bets would be now by the values, and the norm of the example.
  func bets(
    _ steps: borrowing PlainList<CoinStep>, _ alpha: Float
  ) -> (prediction: Float, norm: Float) {
    var (prediction, norm): (Float, Float) = (0, 0)
    unsafe states.withUnsafeBufferPointer { states in
      unsafe steps.withUnsafeBuffer { steps in
        guard let states = states.baseAddress, let start = steps.baseAddress else { return }
        var index = 0
        while index &+ 4 <= steps.count {
          let (bets, squares) = unsafe CoinFour(start + index, states).bets(alpha)
          for lane in 0..<4 {
            prediction += bets[lane]
            norm += squares[lane]
          }
          index &+= 4
        }
        while index < steps.count {
          let step = unsafe start[index]
          let state = unsafe states[Int(step.place)]
          let magnitude = step.value.magnitude
          let isLarger = magnitude > state.largest || state.largest.isNaN
          let largest = isLarger ? magnitude : state.largest
          prediction += state.bet(largest, alpha) * step.value
          if largest > 0 {
            let normalized = step.value / largest
            norm += normalized * normalized
          }
          index &+= 1
        }
      }
    }
    return (prediction, norm)
  }

  /// Changes the states of the features of an example.
  mutating func apply(_ update: CoinUpdate, _ steps: borrowing PlainList<CoinStep>) {
    unsafe states.withUnsafeMutableBufferPointer { states in
      unsafe steps.withUnsafeBuffer { steps in
        guard let states = states.baseAddress, let start = steps.baseAddress else { return }
        var index = 0
        while index < steps.count {
          var end = index &+ 1
          if index &+ 4 <= steps.count {
            let four = unsafe CoinFour(start + index, states)
            end = index &+ 4
            if !four.isRepeating {
              unsafe four.apply(update, states)
              index = end
              continue
            }
          }
          // A feature that comes twice is changed twice.
          while index < end {
            let step = unsafe start[index]
            unsafe states[Int(step.place)].apply(update, step.value)
            index &+= 1
          }
        }
      }
    }
  }
}

extension CoinState {
  @inline(__always)
  func bet(_ largest: Float, _ alpha: Float) -> Float {
    let scale = bound * largest
    guard scale > 0 else { return 0 }
    return ((alpha + wealth) / (scale * (scale + magnitudes))) * gradients
  }

  @inline(__always)
  mutating func apply(_ update: CoinUpdate, _ value: Float) {
    let magnitude = value.magnitude
    let gradient = update.gradient * value
    if magnitude > largest { largest = magnitude }
    if update.magnitude > bound { bound = update.bound }
    let bet = bet(largest, update.alpha)
    gradients += -gradient
    magnitudes += gradient.magnitude
    wealth += -gradient * bet
    weight = bet / update.averageNorm
  }
}
