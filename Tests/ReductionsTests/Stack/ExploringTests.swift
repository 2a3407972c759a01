import Reductions
import Testing

struct ExploringTests {
  private static let text = """
    shared |u user
    0:1:0.5 |a one
     |a two
     |a three
    """

  private static func trained(_ config: ReductionConfig) throws -> (Workspace, Example) {
    var workspace = try Workspace(config: Configuration(entryReduction: config))
    let example = try workspace.createParser(.vwText).parse(text)
    for _ in 0..<30 { try workspace.learn(example) }
    return (workspace, example)
  }

  @Test(arguments: [
    ReductionConfig.cbExploreAdfGreedy(), .cbExploreAdfSquareCb(), .cbExploreAdfSoftmax(),
  ])
  func probabilitiesPreferWhatCostsLess(_ config: ReductionConfig) throws {
    let (workspace, example) = try Self.trained(config)
    guard case .actionProbabilities(let values) = try workspace.predict(example.features) else {
      Issue.record("no probabilities")
      return
    }
    #expect(values.count == 3 && values.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(abs(values.reduce(0, +) - 1) < 1e-5)
    #expect(values[0] < values[1])
    let restored = try Workspace(model: workspace.serialize())
    #expect(try restored.predict(example.features) == workspace.predict(example.features))
    #expect(try restored.serialize() == workspace.serialize())
  }

  @Test func softmaxFollowsItsFormula() throws {
    var config = CbExploreAdfSoftmaxConfig()
    config.lambda = 2
    let (workspace, example) = try Self.trained(.cbExploreAdfSoftmax(config))
    let (scores, _) = try Self.trained(.cbAdf())
    guard case .actionScores(let costs) = try scores.predict(example.features),
      case .actionProbabilities(let values) = try workspace.predict(example.features)
    else {
      Issue.record("no scores")
      return
    }
    #expect(abs(values[1] / values[0] - Self.exp(2 * (costs[0] - costs[1]))) < 1e-3)
  }

  private static func exp(_ value: Float) -> Float {
    (1...30).reversed().reduce(1) { 1 + value * $0 / Float($1) }
  }

  @Test func theLeastProbabilityIsKept() throws {
    var config = CbExploreAdfSoftmaxConfig()
    config.lambda = 50
    config.uniformEpsilon = 0.3
    let (workspace, example) = try Self.trained(.cbExploreAdfSoftmax(config))
    guard case .actionProbabilities(let values) = try workspace.predict(example.features) else {
      Issue.record("no probabilities")
      return
    }
    #expect(values.allSatisfy { $0 == 0 || $0 >= 0.0999 })
    #expect(abs(values.reduce(0, +) - 1) < 1e-5)
  }

  @Test func actionsWithoutSharedFeaturesAreLearnt() throws {
    var workspace = try Workspace(config: Configuration(entryReduction: .cbAdf()))
    let example = try workspace.createParser(.vwText).parse("0:1:0.5 |a one\n |a two")
    for _ in 0..<20 { try workspace.learn(example) }
    guard case .actionScores(let costs) = try workspace.predict(example.features) else {
      Issue.record("no scores")
      return
    }
    #expect(costs[0] > costs[1])
  }

  @Test func binaryAnswersBySign() throws {
    var workspace = try Workspace(config: Configuration(entryReduction: .binary()))
    let parser = try workspace.createParser(.vwText)
    for _ in 0..<20 {
      try workspace.learn(parser.parse("1 |f yes"))
      try workspace.learn(parser.parse("-1 |f no"))
    }
    #expect(try workspace.predict(parser.parse("|f yes").features) == .binary(true))
    #expect(try workspace.predict(parser.parse("|f no").features) == .binary(false))
    let json = try workspace.createParser(.json)
    #expect(try json.parse(#"{"label": true, "features": {"f": ["yes"]}}"#).label == .binary(true))
    #expect(throws: ReductionsError.self) { try parser.parse("2 |f yes") }
    #expect(try Workspace(model: workspace.serialize()).serialize() == workspace.serialize())
  }

  @Test func whatDoesNotFitIsRefusedAndNotLearnt() throws {
    var (workspace, example) = try Self.trained(.cbExploreAdfSquareCb())
    let before = try workspace.serialize()
    #expect(throws: ReductionsError.self) {
      try workspace.learn(example.features, .action(3, cost: 1, probability: 0.5))
    }
    #expect(throws: ReductionsError.self) {
      try workspace.learn(example.features, .action(-1, cost: 1, probability: 0.5))
    }
    #expect(throws: ReductionsError.self) { try workspace.learn(example.features, .simple(1)) }
    let simple = Features.simple(SparseFeatures([Feature(index: 1, value: 1)]))
    #expect(throws: ReductionsError.self) { try workspace.predict(simple) }
    #expect(throws: ReductionsError.self) {
      try workspace.predict(.actions(ActionFeatures(actions: [])))
    }
    #expect(throws: ReductionsError.self) { try workspace.createParser(.vwText).parse("") }
    #expect(try workspace.serialize() == before)
    var regressor = try Workspace(config: Configuration(entryReduction: .coin()))
    #expect(throws: ReductionsError.self) { try regressor.learn(example.features, .simple(1)) }
    #expect(throws: ReductionsError.self) { try regressor.learn(simple, .binary(true)) }
    #expect(throws: ReductionsError.self) { try regressor.createParser(.dsJSON) }
  }

  @Test func examplesThatWouldTakeMinutesAreRefused() throws {
    var config = Configuration(entryReduction: .coin())
    config.globalConfig.interactions = [[.default, .default, .default]]
    var workspace = try Workspace(config: config)
    let many = (0..<2000).map { Feature(index: UInt32($0), value: 1) }
    #expect(throws: ReductionsError.self) {
      try workspace.learn(.simple(SparseFeatures(many)), .simple(1))
    }
    var bandit = Configuration(entryReduction: .cbAdf())
    bandit.globalConfig.interactions = [[.default, .default]]
    let actions = ActionFeatures(
      shared: SparseFeatures(many), actions: Array(repeating: SparseFeatures(many), count: 20))
    #expect(throws: ReductionsError.self) {
      try Workspace(config: bandit).predict(.actions(actions))
    }
  }
}
