import Foundation
import HTM
import Stowage
import Testing

@Suite struct HTMExamples {
  private func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  }

  @Test func classifying() throws {
    let columns = [[1, 4, 9], [2, 3, 5], [0, 7, 8]]
    // snippet: htm-classifying
    var classifier = try SDRClassifier(steps: [1], alpha: 0.1)
    for record in 0..<60 {
      try classifier.learn(
        recordNum: record, patternNZ: columns[record % 3],
        classification: .init(bucketIdx: record % 3, actValue: .number(Double(record % 3) * 10)))
    }
    let expected = try classifier.infer(patternNZ: columns[0])
    let next = expected.bestValue(steps: 1)  // 10
    let likelihoods = expected.likelihoods[1] ?? []  // of each bucket
    // end snippet
    #expect(next == 10)
    #expect(likelihoods.count == 3)
  }

  @Test func judgingAnomalies() throws {
    let records = (0..<200).map { (value: Double($0 % 7), score: $0 == 150 ? 1 : 0.1) }
    var loudest = 0.0
    // snippet: htm-likelihood
    var likelihood = try AnomalyLikelihood(learningPeriod: 50, estimationSamples: 50)
    for (value, score) in records {
      let unusual = likelihood.anomalyProbability(value, score)  // 0.5 in the beginning
      let loudness = AnomalyLikelihood.computeLogLikelihood(unusual)  // from 0 to 1
      loudest = max(loudest, loudness)
    }
    // end snippet
    #expect(loudest > 0.1)
  }

  @Test func learning() throws {
    let inputs = [[1, 4, 9], [2, 3, 5], [0, 7, 8]]
    // snippet: htm-learning
    var pooler = try SpatialPooler(inputDimensions: [100], columnDimensions: [200]) {
      $0.potentialRadius = 100
      $0.globalInhibition = true
      $0.numActiveColumnsPerInhArea = 8
    }
    var memory = try TemporalMemory(columnDimensions: [200], cellsPerColumn: 4) {
      $0.activationThreshold = 5
      $0.minThreshold = 3
    }
    for _ in 0..<20 {
      for input in inputs {
        let columns = try pooler.compute(activeInputs: input, learn: true)
        let surprise = memory.anomaly(ofColumns: columns)  // 1 at first, 0 in the end
        try memory.compute(activeColumns: columns)
        _ = surprise
      }
    }
    // end snippet
    let columns = try pooler.compute(activeInputs: inputs[0], learn: false)
    #expect(memory.anomaly(ofColumns: columns) < 0.2)
    #expect(!memory.predictiveCells.isEmpty)

    let poolerFile = temporaryFile()
    let memoryFile = temporaryFile()
    defer {
      for file in [poolerFile, memoryFile] { try? FileManager.default.removeItem(at: file) }
    }
    // snippet: htm-saving
    try pooler.writeToFile(poolerFile)  // packed, as NuPIC's writeToFile does
    try memory.writeToFile(memoryFile)

    var samePooler = try SpatialPooler.readFromFile(poolerFile)
    var sameMemory = try TemporalMemory.readFromFile(memoryFile)
    for input in inputs {
      let columns = try pooler.compute(activeInputs: input, learn: true)
      try memory.compute(activeColumns: columns)
      try sameMemory.compute(activeColumns: samePooler.compute(activeInputs: input, learn: true))
    }
    // end snippet
    #expect(samePooler.activeColumns == pooler.activeColumns)
    #expect(sameMemory.activeCells == memory.activeCells)
    #expect(sameMemory.predictiveCells == memory.predictiveCells)
  }

  @Test func fromNuPIC() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/nupic/tm_cpp_basic/tm.packed.bin")
    // snippet: htm-nupic
    let memory = try TemporalMemory.readFromFile(file)
    print(memory.parameters.cellsPerColumn, memory.connections.numSynapses)
    for segment in memory.connections.segments(ofCell: 0) {
      for synapse in memory.connections.synapses(of: segment) {
        print(synapse.presynapticCell, synapse.permanence)
      }
    }
    // end snippet
    #expect(memory.connections.numSynapses == 2115)
  }

  @Test func inFilesOfStowage() throws {
    let file = temporaryFile().path()
    defer { try? FileManager.default.removeItem(atPath: file) }
    let pooler = try SpatialPooler(inputDimensions: [20], columnDimensions: [20])
    // snippet: htm-stowage
    try TypeRegistry.shared.registerHTM()
    try save(file, pooler)  // with a header and checksums; format: .json for people
    let same = try load(file, as: SpatialPooler.self)
    let any = try load(file)  // found by its name, htm.SpatialPooler
    // end snippet
    #expect(same.boostFactors == pooler.boostFactors)
    #expect(any.object(as: SpatialPooler.self) != nil)
  }

  @Test func detecting() throws {
    let start = try #require(DateTime("2026-11-21 10:00"))
    let metric = [(start, 7.0), (start, 8.0)]
    let file = temporaryFile().path()
    defer { try? FileManager.default.removeItem(atPath: file) }
    // snippet: htm-detector
    var detector = try AnomalyDetector.numentaTM(minimum: 0, maximum: 100, probation: 300)
    for (timestamp, value) in metric {
      let detection = try detector.detect(timestamp: timestamp, value: value)
      if detection.anomalyScore > 0.5 { print("\(timestamp): \(value) is unusual") }
    }
    try save(file, detector)  // what is loaded goes on with the next value
    // end snippet
    #expect(detector.rows == 2)
    #expect(try load(file, as: AnomalyDetector.self).rows == 2)
  }

  @Test func encoding() throws {
    // snippet: htm-encoders
    var encoder = try MultiEncoder([
      "time": DateEncoder(timeOfDay: 21, name: "time"),
      "load": RandomDistributedScalarEncoder(resolution: 0.5, name: "load"),
    ])
    let time = DateTime(year: 2026, month: 11, day: 21, hour: 10)
    let ones = try encoder.encode([
      "time": time.map { .date($0) } ?? nil,  // nil is a missing value
      "load": 17.25,
    ])
    // end snippet
    #expect(ones.count == 42)
  }
}
