import Foundation
import Reductions

/// A model, a configuration or examples of Reductions, whose first byte says which.
enum FuzzedReductions {
  static func read(_ input: Data) throws {
    guard let kind = input.first else { return }
    let rest = Data(input.dropFirst())
    switch kind {
    case 0: try model(rest)
    case 1: _ = try Workspace(config: String(decoding: rest, as: UTF8.self))
    case 2: try examples(rest, .vwText, .coin())
    case 3: try examples(rest, .vwText, .cbExploreAdfSquareCb())
    case 4: try examples(rest, .json, .coin())
    case 5: try examples(rest, .json, .cbExploreAdfSoftmax())
    case 6: try examples(rest, .dsJSON, .cbExploreAdfGreedy())
    case 7: try examples(rest, .vwText, .binary())
    default: break
    }
  }

  /// A model that was read works, and what is saved of it is the same.
  private static func model(_ input: Data) throws {
    var workspace = try Workspace(model: input)
    let once = try promised("what was read can be saved") { try workspace.serialize() }
    try promised("what was saved can be read, and is the same") {
      try require(Workspace(model: once).serialize() == once, "saving changed a workspace")
    }
    let isRegressor = workspace.featuresType == .simple
    let line = isRegressor ? "1 |f a b:2" : "shared |u a\n0:1:0.5 |f b\n |f c"
    let example = try promised("the line is an example") {
      try workspace.createParser(.vwText).parse(line)
    }
    // Probabilities of infinite costs are refused.
    _ = try workspace.predict(example.features)
    try promised("a workspace that was read learns") { try workspace.learn(example) }
  }

  private static func examples(
    _ input: Data, _ format: DataFormat, _ reduction: ReductionConfig
  ) throws {
    var config = Configuration(entryReduction: reduction)
    config.globalConfig.numBits = 10
    config.globalConfig.interactions = [[.default, .default], [.name("f"), .default, .name("f")]]
    var workspace = try promised("the configuration is good") { try Workspace(config: config) }
    let parser = try promised("there is a parser") { try workspace.createParser(format) }
    let example = try parser.parse(String(decoding: input, as: UTF8.self))
    _ = try workspace.predict(example.features)
    if example.label != nil { try workspace.learn(example) }
    try promised("what learned can be saved and read") {
      let once = try workspace.serialize()
      try require(Workspace(model: once).serialize() == once, "saving changed a workspace")
    }
  }
}
