import Foundation
import HTM
import Testing

/// Of the raw scores of NuPIC's detector come its anomaly scores, over whole files of NAB.
///
/// With `STOWAGE_NAB_CASES` in the environment, all files in the folders of that folder are tried.
struct NABLikelihoodTests {
  static let files: [URL] = {
    let folder =
      ProcessInfo.processInfo.environment["STOWAGE_NAB_CASES"].map { URL(filePath: $0) }
      ?? Reference.fixtures.deletingLastPathComponent().appending(path: "nab")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent.hasSuffix(".nupic.csv") }
      .sorted { $0.path() < $1.path() }
  }()

  @Test(arguments: files)
  func scoresAreEqual(_ file: URL) throws {
    let scores = try rows(file)
    let data = file.deletingPathExtension().deletingPathExtension().appendingPathExtension("csv")
    let records = try rows(data)
    try #require(scores.count == records.count)
    let probation = min(scores.count * 15 / 100, 750)
    let learning = probation / 2
    var likelihood = try AnomalyLikelihood(
      learningPeriod: learning, estimationSamples: probation - learning)
    var (least, most) = (Double.infinity, -Double.infinity)
    for (row, (record, score)) in zip(records, scores).enumerated() {
      let value = try #require(Double(record[1]))
      var found = AnomalyLikelihood.computeLogLikelihood(
        likelihood.anomalyProbability(value, try #require(Double(score[0]))))
      // The detector also reports values far from all before.
      let margin = (most - least) * 0.05
      if least < most, value > most + margin || value < least - margin { found = 1 }
      (least, most) = (min(least, value), max(most, value))
      try #require(found == Double(score[1]), "row \(row)")
    }
    #expect(scores.count > 1000)
  }

  private func rows(_ file: URL) throws -> [[Substring]] {
    try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",") }
  }
}
