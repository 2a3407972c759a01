/// Gives each action that has any probability at least a part of `epsilon`.
enum MinimumProbability {
  static func enforce(
    _ epsilon: Float, _ probabilities: [Float]
  ) throws(ReductionsError) -> [Float] {
    guard epsilon != 0 else { return probabilities }
    let support = probabilities.count { $0 != 0 }
    guard !probabilities.contains(where: \.isNaN) else {
      throw .input("actions", "their scores are too far apart to make probabilities of them")
    }
    if epsilon > 0.999 { return probabilities.map { $0 > 0 ? 1 / Float(support) : $0 } }
    let least = epsilon / Float(support)
    let taken = self.taken(least, support, probabilities)
    return probabilities.map { $0 > 0 ? larger($0 - taken, least) : $0 }
  }

  /// What is taken from each action so that those with too little can have more.
  private static func taken(_ least: Float, _ support: Int, _ probabilities: [Float]) -> Float {
    let descending = probabilities.sorted(by: >)
    var sum: Float = 0
    var (last, lastSum) = (0, descending[0])
    for (index, probability) in descending.enumerated() {
      if probability == 0 { break }
      sum += probability
      let rest = Float(support - index - 1) * least
      if probability > (rest + sum - 1) / (Float(index) + 1) + least {
        (last, lastSum) = (index, sum)
      }
    }
    return ((Float(support) - Float(last) - 1) * least + lastSum - 1) / (Float(last) + 1)
  }

  private static func larger(_ left: Float, _ right: Float) -> Float {
    left > right || right.isNaN ? left : right
  }
}
