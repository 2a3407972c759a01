import Foundation
import Reductions
import Stowage
import Testing

@Suite struct ReductionsExamples {
  @Test func workspace() throws {
    // snippet: workspace
    var workspace = try Workspace(
      config: #"{"entryReduction": {"typename": "Coin"}, "globalConfig": {}}"#)
    let parser = try workspace.createParser(.vwText)
    for line in ["1 |f hot sunny", "0 |f cold", "1 |f hot"] {
      try workspace.learn(parser.parse(line))
    }
    let prediction = try workspace.predict(parser.parse("|f hot").features)
    // end snippet
    guard case .scalar(let scalar) = prediction else {
      Issue.record("no number")
      return
    }
    #expect(scalar.prediction > 0.1)
  }

  @Test func bandit() throws {
    // snippet: workspace-bandit
    var config = Configuration(entryReduction: .cbExploreAdfSquareCb())
    config.globalConfig.interactions = [[.name("user"), .name("article")]]
    var workspace = try Workspace(config: config)
    let parser = try workspace.createParser(.json)
    let example = try parser.parse(
      """
      {"label": {"action": 1, "cost": -1, "probability": 0.5}, "shared": {"user": {"age": 30}}, \
      "actions": [{"article": {"topic": "sports"}}, {"article": {"topic": "news"}}]}
      """)
    if case .actionProbabilities(let probabilities) = try workspace.predictThenLearn(example) {
      print(probabilities)  // [0.5, 0.5] at first
    }
    // end snippet
    #expect(workspace.predictionType == .actionProbabilities)
  }

  @Test func saving() throws {
    let registry = TypeRegistry.shared
    try registry.registerReductions()
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let workspace = try Workspace(config: Configuration(entryReduction: .coin()))
    // snippet: workspace-saving
    try save(path, workspace)  // a file of Stowage
    let same = try load(path, as: Workspace.self)

    let model = try workspace.serialize()  // the bytes that reductionml writes
    let json = try workspace.serializeToJSON()
    let fromModel = try Workspace(model: model)  // also reads files of Stowage
    let fromJSON = try Workspace(jsonModel: json)
    // end snippet
    #expect(try same.serialize() == model)
    #expect(try fromModel.serialize() == model && fromJSON.serialize() == model)
    #expect(try Workspace(model: Data(contentsOf: URL(filePath: path))).serialize() == model)
  }

  @Test func fromReductionml() throws {
    let config = #"{"entryReduction": {"typename": "Coin"}, "globalConfig": {}}"#
    // snippet: from-reductionml
    var workspace = try Workspace(config: config)  // Workspace.create_from_config(config)
    let parser = try workspace.createParser(.json)  // workspace.create_parser(FormatType.Json)
    let example = try parser.parse(#"{"label": 1, "features": {":default": [0.1, 2]}}"#)
    let prediction = try workspace.predict(example.features)  // workspace.predict(features)
    try workspace.learn(example)  // workspace.learn(features, label)
    let both = try workspace.predictThenLearn(example)  // workspace.predict_then_learn(…)
    let model = try workspace.serialize()  // workspace.serialize()
    let json = try workspace.serializeToJSON()  // workspace.serialize_to_json()
    let restored = try Workspace(model: model)  // Workspace.create_from_model(model)
    let edited = try Workspace(jsonModel: json)  // Workspace.create_from_json_model(json)
    // end snippet
    // One example is not enough to bet on.
    #expect(prediction == both)
    #expect(try workspace.predict(example.features) != both)
    #expect(try restored.serialize() == edited.serialize())
  }
}
