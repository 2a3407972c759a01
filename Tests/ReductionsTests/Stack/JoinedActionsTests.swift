import Reductions
import Testing

/// An action is learnt and scored as one example that has its features and the shared ones, with all
/// that interactions give.
struct JoinedActionsTests {
  private static let names = ["a", "b", "c"]

  private static func group() -> [(Namespace, [Feature])] {
    names.filter { _ in Int.random(in: 0...3) > 0 }.map { name in
      let features = (0..<Int.random(in: 0...3)).map { _ in
        Feature(index: .random(in: 0..<64), value: .random(in: -1...1))
      }
      return (Namespace(name), features)
    }
  }

  private static func global(_ interactions: [[String]]) -> GlobalConfig {
    var global = GlobalConfig()
    global.numBits = 10
    global.interactions = interactions.map { $0.map(NamespaceName.name) }
    return global
  }

  @Test(
    arguments: [CbType.mtr, .ips],
    [
      [], [["a", "b"]], [["b", "b"]], [["b", "a"], ["c", "c"], ["x", "a"]], [["a", "b", "c"]],
      [["b", "b", "b"], ["a", "a", "c"]], [["c", "b", "b"], ["a", "b"]],
    ])
  func scoresAreThoseOfARegressor(_ type: CbType, _ interactions: [[String]]) throws {
    let global = Self.global(interactions)
    var config = CbAdfConfig()
    config.cbType = type
    var bandit = try Workspace(
      config: Configuration(globalConfig: global, entryReduction: .cbAdf(config)))
    var regressor = try Workspace(
      config: Configuration(globalConfig: global, entryReduction: .coin()))
    var (actionCount, exampleCount) = (0, 0)
    for _ in 0..<40 {
      let shared = Self.group()
      let actions = (0..<Int.random(in: 1...4)).map { _ in Self.group() }
      let features = ActionFeatures(
        shared: SparseFeatures(shared), actions: actions.map { SparseFeatures($0) })
      guard case .actionScores(let scores) = try bandit.predict(.actions(features)) else {
        Issue.record("no scores")
        return
      }
      let expected = try actions.map { action in
        guard
          case .scalar(let scalar) = try regressor.predict(
            .simple(SparseFeatures(action + shared)))
        else { return Float.nan }
        return scalar.rawPrediction
      }
      #expect(scores.map(\.bitPattern) == expected.map(\.bitPattern))
      let chosen = Int.random(in: actions.indices)
      let (cost, probability) = (Float.random(in: 0...1), Float.random(in: 0.1...1))
      try bandit.learn(
        .actions(features), .action(chosen, cost: cost, probability: probability))
      actionCount += actions.count
      exampleCount += 1
      switch type {
      case .mtr:
        let weight = 1 / probability * (Float(exampleCount) / Float(actionCount))
        try regressor.learn(
          .simple(SparseFeatures(shared + actions[chosen])), .simple(cost, weight: weight))
      case .ips:
        for (index, action) in actions.enumerated() {
          try regressor.learn(
            .simple(SparseFeatures(action + shared)),
            .simple(index == chosen ? cost / probability : 0))
        }
      }
    }
  }
}
