import Foundation
import Reductions
import Testing

/// What reductionml 0.1.0 does not have.
struct LossTests {
  private static func trained(_ config: CoinConfig) throws -> Workspace {
    var workspace = try Workspace(config: Configuration(entryReduction: .coin(config)))
    let parser = try workspace.createParser(.vwText)
    for step in 0..<200 {
      let line = step % 3 == 0 ? "1 |f hot x\(step % 5)" : "-1 |f cold x\(step % 5)"
      try workspace.learn(parser.parse(line))
    }
    return workspace
  }

  @Test func logisticLossIsLearnt() throws {
    var config = CoinConfig()
    config.lossFunction = .logistic()
    config.linkFunction = .logistic
    let workspace = try Self.trained(config)
    let parser = try workspace.createParser(.vwText)
    guard case .scalar(let hot) = try workspace.predict(parser.parse("|f hot").features),
      case .scalar(let cold) = try workspace.predict(parser.parse("|f cold").features)
    else {
      Issue.record("no number")
      return
    }
    #expect(hot.prediction > 0.9 && hot.prediction < 1)
    #expect(cold.prediction < 0.1 && cold.prediction > 0)
    #expect(hot.rawPrediction > 2 && cold.rawPrediction < -2)
    // The squared loss gives other weights.
    config.lossFunction = .squared
    #expect(try Self.trained(config).serialize() != workspace.serialize())
  }

  @Test func bothFormatsKeepIt() throws {
    var config = CoinConfig()
    config.lossFunction = .logistic(minLabel: -1, maxLabel: 1)
    let workspace = try Self.trained(config)
    let model = try workspace.serialize()
    let restored = try Workspace(model: model)
    #expect(restored.configuration == workspace.configuration)
    #expect(try restored.serialize() == model)
    let json = try workspace.serializeToJSON()
    #expect(json.contains("\"Logistic\""))
    #expect(try Workspace(jsonModel: json).serialize() == model)
  }

  /// The newest code of reductionml writes squared here, and goes on so.
  @Test func theLossThatAModelNamesIsTheOneThatIsLearnt() throws {
    var config = CoinConfig()
    config.lossFunction = .logistic()
    var workspace = try Self.trained(config)
    let json = try workspace.serializeToJSON()
    let place = try #require(json.range(of: "\"loss_function\": {"))
    let end = try #require(json[place.upperBound...].range(of: "}\n"))
    var changed = json
    let squared = "\"loss_function\": {\"Squared\": {}"
    // The object of the loss has one member with an object.
    changed.replaceSubrange(place.lowerBound..<json.index(after: end.lowerBound), with: squared)
    var other = try Workspace(jsonModel: changed)
    let parser = try workspace.createParser(.vwText)
    let example = try parser.parse("-1 |f hot")
    try workspace.learn(example)
    try other.learn(example)
    #expect(try workspace.predict(example.features) != other.predict(example.features))
    let again = try Workspace(model: other.serialize())
    #expect(try again.serialize() == other.serialize())
  }
}
