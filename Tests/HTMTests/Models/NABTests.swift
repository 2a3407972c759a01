import Foundation
import HTM
import Testing

/// Models on files of the Numenta Anomaly Benchmark, beside what NuPIC says of them.
///
/// With `STOWAGE_NAB_CASES` in the environment the files of that folder are run, which takes a
/// minute in a release build: `CATEGORY/FILE.csv` and `CATEGORY/FILE.nupic.csv`.
struct NABTests {
  private static let folder = ProcessInfo.processInfo.environment["STOWAGE_NAB_CASES"]
    .map { URL(filePath: $0) }

  private static var files: [String] {
    guard let folder else { return [] }
    let names = try? FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return (names ?? []).filter { $0.hasSuffix(".nupic.csv") }.sorted()
  }

  private static func rows(_ file: URL) throws -> [[Substring]] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split { $0.isNewline }.dropFirst().map { $0.split(separator: ",") }
  }

  @Test(.enabled(if: folder != nil, "STOWAGE_NAB_CASES names no folder"), arguments: files)
  func rawScoresAreNuPICs(_ name: String) throws {
    let folder = try #require(Self.folder)
    let scores = try Self.rows(folder.appending(path: name)).map { Double($0[0]) }
    let data = try Self.rows(
      folder.appending(path: name.replacing(".nupic.csv", with: ".csv")))
    let values = try data.map { try #require(Double($0[1])) }
    let (low, high) = (try #require(values.min()), try #require(values.max()))
    let padding = 0.2 * (high - low)
    let parameters = try scalarMetricWithTimeOfDayAnomalyParameters(
      metricData: [0], minVal: low - padding, maxVal: high + padding, minResolution: 0.001)
    var model = try ModelFactory.create(modelConfig: parameters.modelConfig)
    model.enableInference(parameters.inferenceArgs)
    var differ = 0
    let clock = ContinuousClock()
    let time = try clock.measure {
      for (index, row) in data.enumerated() {
        let result = try model.run([
          "c0": .date(try #require(DateTime(String(row[0])))), "c1": .number(values[index]),
        ])
        if result.inferences.anomalyScore != scores[index] { differ += 1 }
      }
    }
    print(name, data.count, "rows,", Double(data.count) / (time / .seconds(1)), "a second")
    #expect(differ == 0 && data.count == scores.count)
  }
}
