import Foundation
import HTM
import Stowage
import Testing

/// Raw scores, their averages and modes are those of the real NuPIC.
struct AnomalyTests {
  @Test func rawScoresAreShares() {
    let cases: [([Int], [Int], Double)] = [
      ([], [], 0), ([], [1, 2], 0), ([1, 2], [], 1), ([1, 2, 3], [2, 3], 0.33333333333333331),
      ([1, 1, 2], [1], 0.33333333333333331), ([5, 3, 1], [3, 5], 0.33333333333333331),
      ([-1, Int.max], [Int.max], 0.5),
    ]
    for (active, predicted, score) in cases {
      #expect(
        computeRawAnomalyScore(activeColumns: active, prevPredictedColumns: predicted) == score)
    }
  }

  @Test(arguments: 0..<6)
  func runsAreEqual(_ number: Int) throws {
    let run = try Reference("runs_anomaly/runs.json")[number]
    let window = try run["slidingWindowSize"].value as? NSNumber
    let threshold = try run["binaryAnomalyThreshold"].value as? NSNumber
    var anomaly = try Anomaly(
      slidingWindowSize: window?.intValue,
      mode: Anomaly.Mode(rawValue: run["mode"].string) ?? .pure,
      binaryAnomalyThreshold: threshold?.doubleValue)
    var random = SplitMix(state: 4)
    for (step, row) in try run["rows"].items.enumerated() {
      let found = try anomaly.compute(
        activeColumns: row[0].ints, prevPredictedColumns: row[1].ints, inputValue: row[2].number)
      try #require(found == (try row[3].printed), "step \(step)")
      guard Int.random(in: 0..<40, using: &random) == 0 else { continue }
      let copy = try deserialize(serialize(anomaly), as: Anomaly.self)
      #expect(copy == anomaly)
      anomaly = copy
    }
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    #expect(throws: HTMError.self) { try Anomaly(slidingWindowSize: 0) }
    for threshold in [0, 1, -1, 1.5, Double.nan] {
      #expect(throws: HTMError.self) { try Anomaly(binaryAnomalyThreshold: threshold) }
    }
    var anomaly = try Anomaly(mode: .weighted)
    let before = anomaly
    let error = try #require(throws: HTMError.self) {
      try anomaly.compute(activeColumns: [1], prevPredictedColumns: [])
    }
    #expect(error.code == .invalidInput)
    #expect(anomaly == before)
  }

  @Test(
    arguments: [
      Hostile("binaryAnomalyThreshold") { $0.binaryAnomalyThreshold.value = 1 },
      Hostile("mode") { $0.mode = .unrecognized(3) },
      Hostile("likelihood") { try $0.clearLikelihood() },
      Hostile("likelihood") { $0.mode = .pure },
    ] as [Hostile<AnomalyState>])
  func damagedFilesAreErrors(_ hostile: Hostile<AnomalyState>) throws {
    let original = MessageBuilder()
    try Anomaly(slidingWindowSize: 3, mode: .likelihood).write(
      original.initRoot(AnomalyState.self))
    let message = try MessageBuilder.changing(
      original.bytes(), AnomalyState.self, hostile.change)
    let reader = try message.root(AnomalyState.self)
    let error = try #require(throws: HTMError.self) { try Anomaly.read(reader) }
    #expect(error.path == "AnomalyState." + hostile.path)
    #expect(error.code == .invalidState)
  }
}
