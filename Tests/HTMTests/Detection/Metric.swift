import Foundation
import HTM
import Testing

/// A metric of the Numenta Anomaly Benchmark, and what NuPIC found in it.
struct Metric {
  let rows: [(timestamp: DateTime, value: Double)]
  let scores: [(raw: Double, anomaly: Double)]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/nab")

  /// The files of a folder that have NuPIC's scores beside them.
  static func names(in folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path())?.allObjects ?? []
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".nupic.csv") }
      .map { String($0.dropLast(".nupic.csv".count)) }.sorted()
  }

  init(_ name: String, in folder: URL = folder) throws {
    func fields(_ suffix: String) throws -> [[Substring]] {
      try String(contentsOf: folder.appending(path: name + suffix), encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
    }
    rows = try fields(".csv").map {
      try (#require(DateTime(String($0[0]))), #require(Double($0[1])))
    }
    scores = try fields(".nupic.csv").map {
      try (#require(Double($0[0])), #require(Double($0[1])))
    }
    try #require(rows.count == scores.count)
  }

  /// The detector that NuPIC ran, before its first row.
  func detector() throws -> AnomalyDetector {
    let values = rows.map(\.value)
    return try .numentaTM(
      minimum: #require(values.min()), maximum: #require(values.max()),
      probation: min(rows.count * 15 / 100, 750))
  }
}
