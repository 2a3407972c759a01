import Foundation
import HTM
import Stowage
import Testing

/// The detector finds what NuPIC's finds, and goes on as if it had never been saved.
struct AnomalyDetectorTests {
  @Test func scoresAreThoseOfNuPIC() throws {
    let metric = try Metric("exchange-2_cpc_results")
    var detector = try metric.detector()
    // The first likelihoods that say something are within.
    let rows = metric.rows.prefix(450)
    for (index, row) in rows.enumerated() {
      let found = try detector.detect(timestamp: row.timestamp, value: row.value)
      try #require(found.rawScore == metric.scores[index].raw, "row \(index)")
      try #require(abs(found.anomalyScore - metric.scores[index].anomaly) < 1e-12, "row \(index)")
    }
    let values = rows.map(\.value)
    #expect(detector.rows == rows.count)
    #expect(detector.range == (values.min() ?? 0)...(values.max() ?? 0))
  }

  /// With `STOWAGE_NAB_CASES=FOLDER`, all the files in it that have NuPIC's scores beside them.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["STOWAGE_NAB_CASES"] != nil, "no other files"))
  func scoresOfOtherFilesAreThoseOfNuPIC() throws {
    let path = try #require(ProcessInfo.processInfo.environment["STOWAGE_NAB_CASES"])
    let folder = URL(filePath: path)
    for name in Metric.names(in: folder) {
      let metric = try Metric(name, in: folder)
      var detector = try metric.detector()
      for (index, row) in metric.rows.enumerated() {
        let found = try detector.detect(timestamp: row.timestamp, value: row.value)
        try #require(found.rawScore == metric.scores[index].raw, "\(name), row \(index)")
        #expect(abs(found.anomalyScore - metric.scores[index].anomaly) < 1e-12)
      }
    }
  }

  @Test func loadedItGoesOnAtAnyRow() throws {
    let metric = try Metric("exchange-2_cpc_results")
    let rows = metric.rows.prefix(300)
    var detector = try metric.detector()
    var random = SplitMix(state: 3)
    let stops = Set((0..<4).map { _ in Int.random(in: 0..<rows.count, using: &random) } + [0])
    for (index, row) in rows.enumerated() {
      if stops.contains(index) {
        let format: Format = Bool.random(using: &random) ? .packed : .binary
        let bytes = try serialize(detector, format: format)
        detector = try deserialize(bytes, as: AnomalyDetector.self)
        #expect(try serialize(detector, format: format) == bytes)
        #expect(detector.rows == index)
      }
      let found = try detector.detect(timestamp: row.timestamp, value: row.value)
      try #require(found.rawScore == metric.scores[index].raw, "row \(index)")
      try #require(found.anomalyScore == metric.scores[index].anomaly, "row \(index)")
    }
  }

  @Test func valuesFarOutOfTheRangeAreAnomalies() throws {
    var detector = try AnomalyDetector.numentaTM(minimum: 0, maximum: 10)
    let time = try #require(DateTime("2026-11-21 10:00"))
    for (value, isOut) in [
      (5.0, false), (6, false), (6.04, false), (6.1, true), (6.1, false), (4.9, true), (5, false),
    ] {
      let found = try detector.detect(timestamp: time, value: value)
      #expect(found.isOutOfRange == isOut, "\(value)")
      #expect((found.anomalyScore == 1) == isOut)
    }
    let before = try serialize(detector)
    #expect(throws: HTMError.self) { try detector.detect(timestamp: time, value: .nan) }
    #expect(throws: HTMError.self) { try detector.detect(timestamp: time, value: .infinity) }
    #expect(try serialize(detector) == before)
  }

  @Test func parametersAreChecked() throws {
    for (least, most) in [(1.0, 0.0), (.nan, 1), (0, .infinity), (-1e308, 1e308)] {
      #expect(throws: HTMError.self) {
        try AnomalyDetector.numentaTM(minimum: least, maximum: most)
      }
    }
    #expect(throws: HTMError.self) {
      try AnomalyDetector.numentaTM(minimum: 0, maximum: 1, probation: 0)
    }
    let detector = try AnomalyDetector.numentaTM(minimum: 3, maximum: 3)
    #expect(throws: HTMError.self) {
      try AnomalyDetector(
        encoder: MultiEncoder(), pooler: detector.pooler, memory: detector.memory,
        likelihood: detector.likelihood)
    }
    #expect(throws: HTMError.self) {
      try AnomalyDetector(
        encoder: detector.encoder, pooler: detector.pooler, memory: detector.memory,
        likelihood: detector.likelihood, valueField: "load")
    }
  }

  @Test func whatDoesNotFitTogetherIsRefused() throws {
    let metric = try Metric("exchange-2_cpc_results")
    var detector = try metric.detector()
    for row in metric.rows.prefix(3) {
      _ = try detector.detect(timestamp: row.timestamp, value: row.value)
    }
    let builder = MessageBuilder()
    try detector.write(builder.initRoot(AnomalyDetectorState.self))
    let bytes = try builder.bytes()
    let changes: [(AnomalyDetectorState.Builder) throws -> Void] = [
      { $0.rows = 0 }, { $0.rows = .max }, { $0.hasRange = false }, { $0.minval = .nan },
      { $0.maxval = -1e9 }, { $0.lastValue = .infinity }, { try $0.setLastTimestamp("soon") },
      { try $0.setValueField("load") }, { $0.outputBytes = .max },
      { _ = try $0.encoder.initMembers(count: 0) },
    ]
    for change in changes {
      let message = try MessageBuilder.changing(bytes, AnomalyDetectorState.self, change)
      #expect(throws: (any Error).self) {
        try AnomalyDetector.read(message.root(AnomalyDetectorState.self))
      }
    }
  }
}
