import Foundation
import HTM
import Stowage
import Testing

/// Likelihoods are those of the real NuPIC, bit for bit, from the start and from its files.
struct AnomalyLikelihoodTests {
  private static let runs = 0..<8

  private func fresh(_ parameters: Reference) throws -> AnomalyLikelihood {
    try AnomalyLikelihood(
      learningPeriod: parameters["learningPeriod"].int,
      estimationSamples: parameters["estimationSamples"].int,
      historicWindowSize: parameters["historicWindowSize"].int,
      reestimationPeriod: parameters["reestimationPeriod"].int)
  }

  @Test(arguments: runs)
  func runsAreEqual(_ number: Int) throws {
    let run = try Reference("runs_likelihood/runs.json")[number]
    let file = try #require(try Reference.file("runs_likelihood/like_\(number)", packed: false))
    let theirs = try file.root(AnomalyLikelihoodProto.self)
    var likelihood = try fresh(run["params"])
    var restored: AnomalyLikelihood?
    for (step, row) in try run["rows"].items.enumerated() {
      if step == (try run["savedAfter"].int) {
        restored = try AnomalyLikelihood.read(theirs)
        #expect(restored == likelihood)
        let message = MessageBuilder()
        try likelihood.write(message.initRoot(AnomalyLikelihoodProto.self))
        #expect(
          try Message(message.bytes()).root(AnomalyLikelihoodProto.self).canonicalBytes()
            == theirs.canonicalBytes())
      }
      let (value, score) = try (row[0].number, row[1].number)
      let expected = try row[2].printed
      try #require(likelihood.anomalyProbability(value, score) == expected, "step \(step)")
      if restored != nil {
        try #require(restored?.anomalyProbability(value, score) == expected, "step \(step)")
      }
    }
    #expect(restored == likelihood)
  }

  @Test func goldenRunIsEqual() throws {
    let golden = try Reference("htm/misc.json")["likelihood"]
    var likelihood = try fresh(golden)
    for (step, row) in try golden["rows"].items.enumerated() {
      let found = try likelihood.anomalyProbability(
        row[0].number, row[1].printed)
      try #require(found == (try row[2].printed), "step \(step)")
      let log = AnomalyLikelihood.computeLogLikelihood(found)
      try #require(log == (try row[3].printed), "step \(step)")
    }
  }

  @Test(arguments: Reference.cases("anomaly_likelihood"), [true, false])
  func filesGoOn(_ name: String, _ packed: Bool) throws {
    let file = try #require(try Reference.file("\(name)/likelihood", packed: packed))
    let theirs = try file.root(AnomalyLikelihoodProto.self)
    let expected = try Reference("\(name)/expected.json")
    let inputs = try Reference("\(name)/inputs.json")
    let start = try inputs["train_count"].int
    let original = try AnomalyLikelihood.read(theirs)
    let copy = try deserialize(serialize(original), as: AnomalyLikelihood.self)
    #expect(copy == original)
    for var likelihood in [original, copy] {
      for (step, next) in try expected["next_after_load"].items.enumerated() {
        let record = try inputs["records_value_score"][start + step]
        let found = try likelihood.anomalyProbability(record[0].number, record[1].number)
        #expect(found == (try next.number))
        #expect(
          AnomalyLikelihood.computeLogLikelihood(found)
            == (try expected["logLikelihood_of_next"][step].number))
      }
    }
    var trained = try AnomalyLikelihood(
      learningPeriod: original.learningPeriod,
      estimationSamples: original.probationaryPeriod - original.learningPeriod,
      historicWindowSize: original.historicWindowSize,
      reestimationPeriod: original.reestimationPeriod)
    for step in 0..<start {
      let record = try inputs["records_value_score"][step]
      let found = try trained.anomalyProbability(record[0].number, record[1].number)
      #expect(found == (try expected["outputs_before_save"][step].number))
    }
    #expect(trained == original)
  }

  @Test func resumingAnywhereIsTheSame() throws {
    var random = SplitMix(state: 11)
    var likelihood = try AnomalyLikelihood(
      learningPeriod: 20, estimationSamples: 15, historicWindowSize: 70, reestimationPeriod: 13)
    var resumed = likelihood
    for step in 0..<400 {
      let value = Double.random(in: 0...9, using: &random)
      let score = step % 50 > 45 ? 1 : Double.random(in: 0...0.4, using: &random)
      #expect(
        likelihood.anomalyProbability(value, score) == resumed.anomalyProbability(value, score))
      if Int.random(in: 0..<10, using: &random) == 0 {
        resumed = try deserialize(serialize(resumed), as: AnomalyLikelihood.self)
      }
      #expect(likelihood == resumed)
    }
    #expect(likelihood.historicalScores.count == 70)
    #expect(likelihood.iteration == 400)
  }

  @Test func seriesAreJudgedAtOnce() throws {
    typealias Record = AnomalyLikelihood.Record
    // What the real NuPIC gives.
    let records = (0..<20).map {
      Record(value: Double($0) * 1.5, anomalyScore: 0.1 * Double($0 % 5))
    }
    let batch = try AnomalyLikelihood.estimateAnomalyLikelihoods(
      records, averagingWindow: 4, skipRecords: 3)
    let distribution = batch.estimate.distribution
    #expect(distribution.mean == 0.19999999999999998)
    #expect(distribution.variance == 0.0013970588235294118)
    #expect(distribution.stdev == 0.0373772500798201)
    #expect(
      batch.estimate.historicalLikelihoods
        == [0.5, 0.25179160676023449, 0.090493059433835399, 0.090493059433835343])
    #expect(batch.estimate.movingAverage.total == 1)
    #expect(batch.averages.prefix(4) == [0, 0.05, 0.10000000000000002, 0.15000000000000002])
    #expect(abs(batch.likelihoods[0] - 4.37589992e-08) < 1e-15)
    let more = try AnomalyLikelihood.updateAnomalyLikelihoods(
      [0.9, 0.95, 1, 1, 1, 1, 0.3].map { Record(value: 1, anomalyScore: $0) }, batch.estimate)
    #expect(abs(more.likelihoods[0] - 1.12638831e-11) < 1e-18)
    #expect(more.likelihoods.dropFirst().allSatisfy { $0 == 1 - 0.999 })
    #expect(more.averages == [0.45, 0.6375, 0.8125, 0.9625, 0.9875, 1, 0.825])
    #expect(
      more.estimate.historicalLikelihoods == [
        8.3087462859952028e-93, 7.6294807813365685e-99, 6.184127308374398e-102,
        4.5647570746450296e-63,
      ])
    #expect(more.estimate.movingAverage.total == 3.3)
    #expect(more.estimate.movingAverage.slidingWindow == [1, 1, 1, 0.3])

    // Values that are no numbers are not looked at; those that do not differ say nothing.
    let words = [0.5, 0.2, 0.7].map { Record(value: nil, anomalyScore: $0) }
    let judged = try AnomalyLikelihood.estimateAnomalyLikelihoods(words)
    #expect(judged.estimate.distribution.variance == 0.0041358024691358032)
    #expect(
      judged.likelihoods == [0.17098896630069543, 0.083454730089845663, 0.33289310865177441])
    let still = words.map { Record(value: 4, anomalyScore: $0.anomalyScore) }
    let nothing = try AnomalyLikelihood.estimateAnomalyLikelihoods(still).estimate.distribution
    #expect([nothing.mean, nothing.variance, nothing.stdev] == [0.5, 1e6, 1e3])
    #expect(
      try AnomalyLikelihood.estimateAnomalyLikelihoods(words, skipRecords: 3).estimate.distribution
        == nothing)
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let estimate = try AnomalyLikelihood.estimateAnomalyLikelihoods(
      [.init(value: 1, anomalyScore: 0)]
    ).estimate
    #expect(throws: HTMError.self) { try AnomalyLikelihood.estimateAnomalyLikelihoods([]) }
    #expect(throws: HTMError.self) {
      try AnomalyLikelihood.updateAnomalyLikelihoods([], estimate)
    }
    for (window, skip) in [(0, 0), (-1, 0), (1 << 32, 0), (1, -1)] {
      #expect(throws: HTMError.self) {
        try AnomalyLikelihood.estimateAnomalyLikelihoods(
          [.init(value: 1, anomalyScore: 0)], averagingWindow: window, skipRecords: skip)
      }
    }
    for (name, make) in [
      ("learningPeriod", { try AnomalyLikelihood(learningPeriod: -1) }),
      ("estimationSamples", { try AnomalyLikelihood(historicWindowSize: 99) }),
      ("estimationSamples", { try AnomalyLikelihood(learningPeriod: 0, estimationSamples: 0) }),
      ("reestimationPeriod", { try AnomalyLikelihood(reestimationPeriod: 0) }),
      ("historicWindowSize", { try AnomalyLikelihood(historicWindowSize: 1 << 31) }),
    ] {
      let error = try #require(throws: HTMError.self) { _ = try make() }
      #expect(error.path == name)
      #expect(error.code == .invalidParameter)
    }
  }

  @Test(
    arguments: [
      Hostile("iteration") { $0.iteration = .max },
      Hostile("reestimationPeriod") { $0.reestimationPeriod = 0 },
      Hostile("historicalScores") { $0.historicWindowSize = 1 },
      Hostile("distribution.stdev") { try $0.distribution.stdev = 0 },
      Hostile("distribution.stdev") { try $0.distribution.stdev = .nan },
      Hostile("distribution.movingAverage.windowSize") {
        try $0.distribution.movingAverage.windowSize = 0
      },
      Hostile("distribution.movingAverage.windowSize") {
        try $0.distribution.movingAverage.windowSize = .max
      },
      Hostile("distribution.movingAverage") {
        try $0.distribution.movingAverage.windowSize = 9
      },
      Hostile("distribution.historicalLikelihoods") {
        try $0.distribution.setHistoricalLikelihoods([Double](repeating: 1, count: 11))
      },
    ] as [Hostile<AnomalyLikelihoodProto>])
  func damagedFilesAreErrors(_ hostile: Hostile<AnomalyLikelihoodProto>) throws {
    let message = try MessageBuilder.changing(
      Reference.bytes("anomaly_likelihood_full/likelihood.bin"), AnomalyLikelihoodProto.self,
      hostile.change)
    let reader = try message.root(AnomalyLikelihoodProto.self)
    let error = try #require(throws: HTMError.self) { try AnomalyLikelihood.read(reader) }
    #expect(error.path == "AnomalyLikelihoodProto." + hostile.path)
    #expect(error.code == .invalidState)
  }
}
