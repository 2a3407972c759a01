import HTM
import Testing

/// What may be changed is, at once and checked.
struct SpatialPoolerSettingsTests {
  private func pooler() throws -> SpatialPooler {
    try SpatialPooler(inputDimensions: [30], columnDimensions: [12]) {
      $0.globalInhibition = true
      $0.numActiveColumnsPerInhArea = 3
    }
  }

  @Test func parametersChange() throws {
    var pooler = try pooler()
    try pooler.updateParameters {
      $0.boostStrength = 2
      $0.numActiveColumnsPerInhArea = 0
      $0.localAreaDensity = 0.5
      $0.stimulusThreshold = 1
    }
    #expect(pooler.parameters.boostStrength == 2)
    #expect(try pooler.compute(activeInputs: 0..<30, learn: true).count == 6)
  }

  @Test func parametersThatDoNotFitChangeNothing() throws {
    var pooler = try pooler()
    let before = pooler.parameters
    let changes: [(String, (inout SpatialPooler.Parameters) -> Void)] = [
      ("inputDimensions", { $0.inputDimensions = [5, 6] }),
      ("inputDimensions", { $0.columnDimensions = [3, 4] }),
      ("seed", { $0.seed = 5 }),
      ("stimulusThreshold", { $0.stimulusThreshold = 31 }),
      ("boostStrength", { $0.boostStrength = -1 }),
      (
        "localAreaDensity",
        {
          $0.numActiveColumnsPerInhArea = 0
          $0.localAreaDensity = 0.01
        }
      ),
    ]
    for (path, change) in changes {
      let error = #expect(throws: HTMError.self) { try pooler.updateParameters(change) }
      #expect(error?.path == path)
      #expect(pooler.parameters == before)
    }
  }

  /// A pooler that was changed goes on as one that was changed, saved and loaded.
  @Test(arguments: 1...12) func changesAreAtOnce(_ seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    var pooler = try random.pooler()
    for _ in 0..<20 { try pooler.compute(activeInputs: random.input(of: pooler), learn: true) }
    try? pooler.updateParameters {
      $0.synPermConnected = 0.5
      $0.synPermActiveInc = 0.2
      $0.globalInhibition.toggle()
      $0.wrapAround.toggle()
    }
    try pooler.setSynPermTrimThreshold(0.2)
    try pooler.setSynPermMax(0.6)
    try? pooler.setInhibitionRadius(2)
    try pooler.setIterationNum(99)
    #expect(pooler.synPermMax == 0.6)
    #expect(
      (0..<pooler.numColumns).allSatisfy { pooler.permanences(ofColumn: $0).max() ?? 0 <= 0.6 })
    var restored = try SpatialPooler(bytes: pooler.bytes())
    for _ in 0..<30 {
      let input = random.input(of: pooler)
      let expected = try pooler.compute(activeInputs: input, learn: true)
      #expect(try restored.compute(activeInputs: input, learn: true) == expected)
    }
    #expect(try restored.bytes() == pooler.bytes())
  }

  @Test func numbersAreChecked() throws {
    var pooler = try pooler()
    let faults: [(String, (inout SpatialPooler) throws -> Void)] = [
      ("inhibitionRadius", { try $0.setInhibitionRadius(-1) }),
      ("inhibitionRadius", { try $0.setInhibitionRadius(1 << 32) }),
      ("updatePeriod", { try $0.setUpdatePeriod(0) }),
      ("updatePeriod", { try $0.setUpdatePeriod(1 << 16) }),
      ("iterationNum", { try $0.setIterationNum(-1) }),
      ("iterationLearnNum", { try $0.setIterationLearnNum(1 << 32) }),
      ("synPermTrimThreshold", { try $0.setSynPermTrimThreshold(.nan) }),
      ("synPermBelowStimulusInc", { try $0.setSynPermBelowStimulusInc(2) }),
      ("synPermMax", { try $0.setSynPermMax(-1) }),
      ("overlapDutyCycles", { try $0.setOverlapDutyCycles([0]) }),
      ("activeDutyCycles", { try $0.setActiveDutyCycles(Array(repeating: 2, count: 12)) }),
      (
        "minOverlapDutyCycles",
        { try $0.setMinOverlapDutyCycles(Array(repeating: .nan, count: 12)) }
      ),
      ("boostFactors", { try $0.setBoostFactors(Array(repeating: -1, count: 12)) }),
    ]
    let before = try pooler.bytes()
    for (path, change) in faults {
      let error = #expect(throws: HTMError.self) { try change(&pooler) }
      #expect(error?.path == path)
    }
    #expect(try pooler.bytes() == before)
  }

  @Test func synapsesOfAColumnAreSet() throws {
    var pooler = try pooler()
    var potential = [Bool](repeating: false, count: 30)
    for input in [2, 5, 29] { potential[input] = true }
    try pooler.setPotential(ofColumn: 4, potential)
    #expect(pooler.potential(ofColumn: 4) == potential)
    try pooler.setPermanences(ofColumn: 4, Array(repeating: 0.5, count: 30))
    #expect(pooler.connectedSynapses(ofColumn: 4) == potential)
    #expect(pooler.connectedCounts[4] == 3)
    #expect(pooler.permanences(ofColumn: 4).reduce(0, +) == 1.5)
    try pooler.compute(activeInputs: [2, 29, 30 - 2], learn: false)
    #expect(pooler.overlaps[4] == 2)
    #expect(throws: HTMError.self) { try pooler.setPermanences(ofColumn: 12, []) }
    #expect(throws: HTMError.self) { try pooler.setPermanences(ofColumn: 4, [0.5]) }
    #expect(throws: HTMError.self) {
      try pooler.setPermanences(ofColumn: 4, Array(repeating: .nan, count: 30))
    }
    #expect(throws: HTMError.self) { try pooler.setPotential(ofColumn: -1, potential) }
    #expect(try SpatialPooler(bytes: pooler.bytes()).bytes() == pooler.bytes())
  }
}
