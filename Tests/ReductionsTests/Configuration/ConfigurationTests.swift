import Foundation
import Reductions
import Testing

struct ConfigurationTests {
  private static func fault(_ json: String) -> ReductionsError? {
    do {
      _ = try Workspace(config: json)
      return nil
    } catch {
      return error
    }
  }

  @Test func theDocumentedExampleWorks() throws {
    let workspace = try Workspace(
      config: #"{"entryReduction": {"typename": "Coin"}, "globalConfig": {}}"#)
    #expect(workspace.configuration == Configuration(entryReduction: .coin()))
    #expect(workspace.configuration.globalConfig.numBits == 18)
    #expect(workspace.predictionType == .scalar && workspace.labelType == .simple)
  }

  @Test(arguments: [
    (
      #"{"globalConfig": {"numbits": 4}, "entryReduction": {"typename": "Coin"}}"#,
      "globalConfig.numbits", "did you mean numBits"
    ),
    (
      #"{"globalConfig": {"numBits": 32}, "entryReduction": {"typename": "Coin"}}"#,
      "globalConfig.numBits", "0 to 31"
    ),
    (
      #"{"globalConfig": {"hashSeed": 4294967296}, "entryReduction": {"typename": "Coin"}}"#,
      "globalConfig.hashSeed", "4294967295"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "Coin", "config": {"alpha": "x"}}}"#,
      "entryReduction.config.alpha", "a number is needed"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "Coin", "config": {"gamma": 1}}}"#,
      "entryReduction.config.gamma", "there is no such field"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "Coins"}}"#,
      "entryReduction.typename", "did you mean Coin"
    ),
    (#"{"globalConfig": {}, "entryReduction": {"config": {}}}"#, "entryReduction", "typename"),
    (#"{"globalConfig": {}}"#, "entryReduction", "missing"),
    (#"{"entryReduction": {"typename": "Coin"}}"#, "globalConfig", "missing"),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "Coin"}, "extra": 1}"#, "extra",
      "no such"
    ),
    (
      #"{"globalConfig": {"interactions": [["Default"]]}, "entryReduction": {"typename": "Coin"}}"#,
      "globalConfig.interactions[0]", "two or three"
    ),
    (
      #"{"globalConfig": {"interactions": [["x", "Default"]]}, "entryReduction": {"typename": "Coin"}}"#,
      "globalConfig.interactions[0][0]", "Name"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "CbAdf", "config": {"cbType": "dr"}}}"#,
      "entryReduction.config.cbType", "mtr, ips"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "CbExploreAdfSquareCb", "config": {"uniformEpsilon": 2}}}"#,
      "entryReduction.config.uniformEpsilon", "0 to 1"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "Binary", "config": {"regressor": {"typename": "Binary"}}}}"#,
      "entryReduction.config.regressor", "predicts scalar"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "CbExploreAdfGreedy", "config": {"cbAdf": {"typename": "Coin"}}}}"#,
      "entryReduction.config.cbAdf", "predicts actionScores"
    ),
    (
      #"{"globalConfig": {}, "entryReduction": {"typename": "CbExploreAdfSquareCb", "config": {"cbAdf": {"typename": "CbAdf", "config": {"cbType": "ips"}}}}}"#,
      "entryReduction.config.cbAdf.config.cbType", "mtr"
    ),
    ("nonsense", "configuration", "value"), ("[]", "", "object"),
  ])
  func mistakesAreNamedByTheirPath(_ json: String, _ path: String, _ message: String) throws {
    let fault = try #require(Self.fault(json))
    #expect(fault.code == .invalidConfiguration)
    #expect(fault.path == path)
    #expect(fault.message.contains(message), "\(fault)")
  }

  @Test func deepConfigurationsAreRefused() {
    var json = #"{"typename": "Coin"}"#
    for _ in 0..<5000 { json = #"{"typename": "Binary", "config": {"regressor": \#(json)}}"# }
    #expect(Self.fault(#"{"globalConfig": {}, "entryReduction": \#(json)}"#) != nil)
  }

  @Test(arguments: ReductionConfig.typenames, [false, true])
  func templatesAreConfigurations(_ typename: String, _ latest: Bool) throws {
    let text = try Configuration.template(typename, latest: latest)
    let config = try Configuration(json: text)
    #expect(config == Configuration(entryReduction: try ReductionConfig(typename: typename)))
    #expect(text.contains("$schema"))
    #expect(text.contains("linkFunction") == (latest || typename.hasSuffix("Softmax")))
    try config.check()
  }

  @Test func itIsCodable() throws {
    var config = Configuration(entryReduction: .cbExploreAdfSquareCb())
    config.globalConfig.interactions = [
      [.default, .name("a")], [.name("b"), .default, .name("é")],
    ]
    config.globalConfig.numBits = 7
    var coin = CoinConfig()
    coin.lossFunction = .logistic(minLabel: 0, maxLabel: 2)
    coin.linkFunction = .logistic
    coin.alpha = 0.1
    var bandit = CbAdfConfig()
    bandit.regressor = .coin(coin)
    var square = CbExploreAdfSquareCbConfig()
    square.cbAdf = .cbAdf(bandit)
    config.entryReduction = .cbExploreAdfSquareCb(square)
    #expect(
      try JSONDecoder().decode(Configuration.self, from: JSONEncoder().encode(config)) == config)
    #expect(try Configuration(json: config.json) == config)
    #expect(config.json.contains("\"alpha\": 0.1,"))
    let plist = try PropertyListEncoder().encode(config)
    #expect(try PropertyListDecoder().decode(Configuration.self, from: plist) == config)
  }
}
