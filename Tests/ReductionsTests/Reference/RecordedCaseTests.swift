import Foundation
import Reductions
import Stowage
import Testing

/// Everything has to be the same bits as reductionml 0.1.0 gives.
struct RecordedCaseTests {
  /// Examples that it dies of, and that mean something here.
  static let accepted = ["1 |", #"{"features": {"n": ["a", "b", "\u00e9"]}, "label": 1.5}"#]

  @Test(arguments: RecordedCase.names)
  func predictionsAndModelsAreTheSame(_ name: String) throws {
    let recorded = try RecordedCase(name)
    var workspace = try Workspace(config: recorded.config)
    let parser = try workspace.createParser(recorded.format)
    for row in recorded.rows {
      guard let expected = row.bits else {
        if Self.accepted.contains(row.text) {
          _ = try parser.parse(row.text)
        } else {
          #expect(throws: ReductionsError.self, "\(row.text)") { try parser.parse(row.text) }
        }
        continue
      }
      let example = try parser.parse(row.text)
      let prediction = try Self.step(&workspace, example)
      #expect(prediction.bits == expected, "\(row.text)")
    }
    #expect(try workspace.serialize().ignoringSignOfNaN == recorded.model.ignoringSignOfNaN)
    if let json = recorded.json {
      #expect(try JSONTree(workspace.serializeToJSON()) == json)
    }
  }

  @Test(arguments: RecordedCase.names)
  func modelsGoOnFromAnyRow(_ name: String) throws {
    let recorded = try RecordedCase(name)
    var workspace = try Workspace(config: recorded.config)
    let parser = try workspace.createParser(recorded.format)
    let rows = recorded.rows.filter { $0.bits != nil }
    let stops = Set((0..<4).map { _ in Int.random(in: 0...rows.count) })
    for (index, row) in rows.enumerated() {
      if stops.contains(index) { workspace = try Self.restored(workspace, index) }
      #expect(try Self.step(&workspace, parser.parse(row.text)).bits == row.bits)
    }
    #expect(try workspace.serialize().ignoringSignOfNaN == recorded.model.ignoringSignOfNaN)
  }

  static func step(_ workspace: inout Workspace, _ example: Example) throws -> Prediction {
    guard example.label != nil else { return try workspace.predict(example.features) }
    return try workspace.predictThenLearn(example)
  }

  /// The same workspace, saved and loaded in one of the ways that there are.
  static func restored(_ workspace: Workspace, _ way: Int) throws -> Workspace {
    switch way % 4 {
    case 0: return try Workspace(model: workspace.serialize())
    case 1:
      let json = try workspace.serializeToJSON()
      // JSON has no infinity.
      return json.contains("null,\n") ? workspace : try Workspace(jsonModel: json)
    default:
      let format = Format.allCases[way / 4 % 4]
      return try Workspace(model: Stowage.serialize(workspace, format: format))
    }
  }
}
