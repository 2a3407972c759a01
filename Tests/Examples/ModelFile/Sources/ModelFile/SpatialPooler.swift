/// A small spatial pooler: it learns to represent inputs by the few columns that fit them best.
struct SpatialPooler: Equatable {
  struct Column: Equatable {
    var inputs: [UInt32]
    var permanences: [Float]
  }

  enum Boosting: Equatable {
    case none
    case byDutyCycle(strength: Float, dutyCycles: [Float])
  }

  var inputCount: UInt32
  var activeCount = 3
  var columns: [Column]
  var boosting: Boosting
  var random: Random
  var notes = ""

  init(inputCount: UInt32, columnCount: Int, seed: UInt64) {
    var random = Random(state: seed)
    self.inputCount = inputCount
    columns = (0..<columnCount).map { _ in
      let inputs = (0..<inputCount).filter { _ in random.next() < 0.5 }
      return Column(inputs: inputs, permanences: inputs.map { _ in 0.3 + 0.4 * random.next() })
    }
    boosting = .byDutyCycle(
      strength: 2, dutyCycles: [Float](repeating: 0.1, count: columnCount))
    self.random = random
  }

  /// Whether a permanence is firm enough for the input to count.
  static func isConnected(_ permanence: Float) -> Bool { permanence >= 0.5 }

  /// The columns that win for an input; when learning, they come to fit it better.
  mutating func compute(_ input: Set<UInt32>, learn: Bool) -> [Int] {
    let scores = columns.indices.map { score(of: $0, for: input) + 0.001 * random.next() }
    let winners = columns.indices.sorted { scores[$0] > scores[$1] }.prefix(activeCount).sorted()
    if learn {
      for index in winners { adapt(&columns[index], to: input) }
      if case .byDutyCycle(let strength, let old) = boosting {
        let new = old.indices.map { old[$0] * 0.9 + (winners.contains($0) ? 0.1 : 0) }
        boosting = .byDutyCycle(strength: strength, dutyCycles: new)
      }
    }
    return winners
  }

  /// An input that looks random, and follows from what came before.
  mutating func nextInput() -> Set<UInt32> {
    Set((0..<inputCount).filter { _ in random.next() < 0.3 })
  }

  private func score(of index: Int, for input: Set<UInt32>) -> Float {
    let column = columns[index]
    let overlap = column.inputs.indices.count {
      Self.isConnected(column.permanences[$0]) && input.contains(column.inputs[$0])
    }
    guard case .byDutyCycle(let strength, let cycles) = boosting else { return Float(overlap) }
    return Float(overlap) * (1 + strength * max(0, 0.2 - cycles[index]))
  }

  private func adapt(_ column: inout Column, to input: Set<UInt32>) {
    for (index, source) in column.inputs.enumerated() {
      let change: Float = input.contains(source) ? 0.05 : -0.02
      column.permanences[index] = min(1, max(0, column.permanences[index] + change))
    }
  }
}

/// A random generator whose whole state is one number.
struct Random: Equatable {
  var state: UInt64

  /// A number from zero up to one.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 24)
  }
}
