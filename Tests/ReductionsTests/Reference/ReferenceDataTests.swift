import Foundation
import Reductions
import Testing

/// The examples of the folders beside the cases, which have a namespace for each kind of action.
struct ReferenceDataTests {
  static let names = ["coin_dense", "coin_named", "cb_CbAdf", "cb_CbExploreAdfGreedy"]

  private static func file(_ name: String, _ file: String) throws -> Data {
    try Data(contentsOf: RecordedCase.folder.appending(path: "\(name)/\(file)"))
  }

  private static func lines(_ name: String, _ file: String) throws -> [String] {
    String(decoding: try Self.file(name, file), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private static func bits(_ line: String) throws -> [UInt32] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    let words =
      object["f32"] as? [String]
      ?? [object["predictionF32"], object["rawPredictionF32"]].compactMap { $0 as? String }
    return words.compactMap { UInt32($0, radix: 16) }
  }

  @Test(arguments: names)
  func everyBitIsTheSame(_ name: String) throws {
    let config = String(decoding: try Self.file(name, "config.json"), as: UTF8.self)
    var workspace = try Workspace(config: config)
    let parser = try workspace.createParser(.json)
    let rows = try Self.lines(name, "train.ndjson")
    let progress = try Self.lines(name, "progressive_predictions.ndjson").map(Self.bits)
    // Where namespaces come in a random order, only what follows from the model is the same.
    let isOrdered = name.hasPrefix("coin")
    for (row, expected) in zip(rows, progress) {
      let bits = try workspace.predictThenLearn(parser.parse(row)).bits
      if isOrdered { #expect(bits == expected) }
      #expect(zip(bits, expected).allSatisfy { Self.isNear($0, $1) })
    }
    let model = try Self.file(name, "model.flexbuf")
    if isOrdered { #expect(try workspace.serialize() == model) }
    let original = try Workspace(model: model)
    let final = try Self.lines(name, "final_predictions.ndjson").map(Self.bits)
    for (row, expected) in zip(rows, final) {
      let bits = try original.predict(parser.parse(row).features).bits
      if isOrdered { #expect(bits == expected) }
      #expect(zip(bits, expected).allSatisfy { Self.isNear($0, $1) })
    }
    #expect(rows.count == final.count && rows.count > 100)
    #expect(try original.serialize() == model)
    let json = String(decoding: try Self.file(name, "model.json"), as: UTF8.self)
    #expect(try JSONTree(json) == JSONTree(original.serializeToJSON()))
  }

  private static func isNear(_ left: UInt32, _ right: UInt32) -> Bool {
    abs(Float(bitPattern: left) - Float(bitPattern: right)) < 1e-4
  }
}
