import Foundation
import Reductions

/// What reductionml 0.1.0 made of examples.
struct RecordedCase {
  /// An example, and the bits of what was predicted before it was learnt; nil where it was refused.
  struct Row {
    let text: String
    let bits: [UInt32]?
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/reductions")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "cases").path())) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  let config: String
  let format: DataFormat
  let rows: [Row]
  /// The model in its binary format at the end.
  let model: Data
  /// The model in JSON at the end, where it could be written.
  let json: JSONTree?

  init(_ name: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "cases/\(name).json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    config = String(
      decoding: try JSONSerialization.data(withJSONObject: object["config"] ?? [:]), as: UTF8.self)
    switch object["format"] as? String {
    case "VwText": format = .vwText
    case "Json": format = .json
    default: format = .dsJSON
    }
    rows = (object["rows"] as? [[Any]] ?? []).map { row in
      Row(
        text: row.first as? String ?? "",
        bits: row.count < 2
          ? nil : (row[1] as? [String] ?? []).compactMap { UInt32($0, radix: 16) })
    }
    model = Data(base64Encoded: object["model"] as? String ?? "") ?? Data()
    guard case .object(let members) = try JSONDecoder().decode(JSONTree.self, from: data) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    json = members["json"].flatMap { $0 == .null ? nil : $0 }
  }
}

extension Prediction {
  /// The bits of the numbers.
  var bits: [UInt32] {
    switch self {
    case .scalar(let scalar): [scalar.prediction.bitPattern, scalar.rawPrediction.bitPattern]
    case .binary(let value): [value ? 1 : 0]
    case .actionScores(let values), .actionProbabilities(let values): values.map(\.bitPattern)
    }
  }
}

extension Data {
  /// The same where each NaN is positive: which sign one has is up to compilers.
  var ignoringSignOfNaN: Data {
    var copy = self
    let (negative, positive) = (Data([0, 0, 0, 0, 0, 0, 0xF8, 0xFF]), Data([0xF8, 0x7F]))
    while let range = copy.range(of: negative) {
      copy.replaceSubrange(range.upperBound - 2..<range.upperBound, with: positive)
    }
    return copy
  }
}
