import Foundation
import Reductions
import Stowage
import Testing

/// Models that were damaged give errors, or workspaces that still work.
struct HostileModelTests {
  static let names = ["plain", "quadratic", "cbsquareconfig", "cbgreedy", "bits5", "numbers"]

  private static func attempt(_ model: Data, _ recorded: RecordedCase) {
    guard var workspace = try? Workspace(model: model) else { return }
    guard let parser = try? workspace.createParser(recorded.format) else { return }
    for row in recorded.rows.prefix(4) {
      guard let example = try? parser.parse(row.text), let label = example.label else { continue }
      _ = try? workspace.predict(example.features)
      _ = try? workspace.learn(example.features, label)
    }
    _ = try? workspace.serialize()
    _ = try? workspace.serializeToJSON()
  }

  @Test(arguments: names)
  func flippedBitsAndCutsAreSurvived(_ name: String) throws {
    let recorded = try RecordedCase(name)
    let workspace = try Workspace(model: recorded.model)
    var models = [recorded.model, Data(try workspace.serializeToJSON().utf8)]
    for format in Format.allCases {
      models.append(try Stowage.serialize(workspace, format: format))
    }
    for model in models {
      for _ in 0..<60 {
        var damaged = model
        let place = Int.random(in: damaged.indices)
        damaged[place] ^= 1 << UInt8.random(in: 0...7)
        Self.attempt(damaged, recorded)
        Self.attempt(model.prefix(Int.random(in: 0..<model.count)), recorded)
      }
    }
  }

  /// A FlexBuffer in which any byte is any other one, without a checksum that would catch it.
  @Test func manyBytesAreSurvived() throws {
    let recorded = try RecordedCase("cbsquareconfig")
    for _ in 0..<3000 {
      var damaged = recorded.model
      for _ in 0..<Int.random(in: 1...6) {
        damaged[Int.random(in: damaged.indices)] = UInt8.random(in: 0...255)
      }
      Self.attempt(damaged, recorded)
    }
  }

  @Test func impossibleSizesAreRefused() throws {
    let recorded = try RecordedCase("bits22")
    let json = try Workspace(model: recorded.model).serializeToJSON()
    for (old, new) in [
      ("\"feature_index_size\": 4194304", "\"feature_index_size\": 1152921504606846976"),
      ("\"num_bits\": 22", "\"num_bits\": 64"), ("\"numBits\": 22", "\"numBits\": 60"),
      ("\"hashSeed\": 0", "\"hashSeed\": 4294967296"),
      ("\"typename\": \"Coin\"", "\"typename\": \"\""),
      ("\"feature_state_size\": 6", "\"feature_state_size\": 255"),
      ("\"max_label\"", "\"max_labels\""), ("\"numBits\": 22", "\"numBits\": 21"),
      ("\"constantFeatureEnabled\": true", "\"constantFeatureEnabled\": false"),
      ("\"model_index_size\": 1", "\"model_index_size\": 2"),
    ] {
      let changed = json.replacingOccurrences(of: old, with: new)
      #expect(changed != json, "\(old)")
      #expect(throws: ReductionsError.self, "\(new)") { try Workspace(jsonModel: changed) }
    }
    // The length of the weights, 8 * 2^22 as four bytes, becomes some more.
    let length = Data([0, 0, 0, 2])
    var model = recorded.model
    var place = model.startIndex
    var count = 0
    while let range = model.range(of: length, in: place..<model.endIndex) {
      model.replaceSubrange(range, with: [0, 0, 0, 0x7F])
      place = range.upperBound
      count += 1
    }
    #expect(count > 0)
    #expect(throws: ReductionsError.self) { try Workspace(model: model) }
  }

  @Test(arguments: [30, 31])
  func largeTablesTakeNoMoreThanTheyLearn(_ bits: Int) throws {
    var config = Configuration(entryReduction: .coin())
    config.globalConfig.numBits = bits
    var workspace = try Workspace(config: config)
    let parser = try workspace.createParser(.vwText)
    for step in 0..<2000 {
      try workspace.learn(parser.parse("\(step % 3) |f x\(step) y\(step % 7)"))
    }
    let model = try workspace.serialize()
    #expect(model.count < 1 << 20)
    var restored = try Workspace(model: model)
    let example = try parser.parse("1 |f x7 y3 z")
    #expect(try restored.predict(example.features) == workspace.predict(example.features))
    try restored.learn(example)
    try workspace.learn(example)
    #expect(try restored.serialize() == workspace.serialize())
  }

  @Test(arguments: [
    "", "{", "{}", "x", "{\"global_config\": {}}", "\u{0}\u{0}\u{0}", "{\"stowage\":",
  ])
  func otherFilesAreRefused(_ text: String) {
    #expect(throws: (any Error).self) { try Workspace(model: Data(text.utf8)) }
  }
}
