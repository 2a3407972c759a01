import HTM
import Stowage
import Testing

/// Numbers at the ends of their ranges do no harm.
struct SpatialPoolerLimitsTests {
  @Test func sixtyFourAxesAreEnough() throws {
    var dimensions = Array(repeating: 1, count: 64)
    dimensions[63] = 12
    var pooler = try SpatialPooler(inputDimensions: dimensions, columnDimensions: dimensions)
    try pooler.compute(activeInputs: 0..<6, learn: true)
    #expect(try SpatialPooler(bytes: pooler.bytes()).parameters == pooler.parameters)
    let tooMany = dimensions + [1]
    #expect(throws: HTMError.self) {
      try SpatialPooler(inputDimensions: tooMany, columnDimensions: tooMany)
    }
  }

  /// Files count steps in 32 bits; NuPIC divides by zero when they are over.
  @Test func theCountOfStepsNeverEnds() throws {
    var random = Random(seed: 3)
    var pooler = try random.pooler()
    try pooler.setUpdatePeriod(7)
    try pooler.setIterationNum(Int(UInt32.max))
    try pooler.setIterationLearnNum(Int(UInt32.max))
    try pooler.compute(activeInputs: [0], learn: true)
    #expect(pooler.iterationNum >= 65535)
    #expect(pooler.iterationNum < 1 << 20)
    #expect((pooler.iterationNum - Int(UInt32.max)) % 7 == 1 - 7)
    #expect(pooler.iterationLearnNum == Int(UInt32.max))
    #expect(try SpatialPooler(bytes: pooler.bytes()).iterationNum == pooler.iterationNum)
    #expect(pooler.activeDutyCycles.allSatisfy { (0...1).contains($0) })
  }

  /// Many columns on one axis, and many inputs on the other, make a radius beyond 32 bits.
  @Test func aRadiusBeyondThirtyTwoBitsIsSaved() throws {
    let (columns, inputs) = (4096, UInt32(1 << 24))
    var pooler = try SpatialPooler(inputDimensions: [1, 2], columnDimensions: [columns, 1]) {
      $0.potentialRadius = 1
      $0.potentialPct = 1
      $0.synPermConnected = 0
    }
    let message = MessageBuilder()
    let builder = try message.initRoot(SpatialPoolerProto.self)
    try pooler.write(builder)
    try builder.setInputDimensions([1, inputs])
    builder.numInputs = inputs
    try builder.potentialPools.numColumns = inputs
    try builder.permanences.numColumns = inputs
    builder.inhibitionRadius = 0
    builder.updatePeriod = 1
    for column in 0..<columns {
      try builder.potentialPools.indices[column][1] = inputs - 1
      try builder.permanences.rows[column].initValues(count: 0)
    }
    pooler = try SpatialPooler(bytes: [UInt8](try message.bytes()))
    try pooler.compute(activeInputs: [], learn: true)
    #expect(pooler.inhibitionRadius == Int(UInt32.max))
    #expect(try SpatialPooler(bytes: pooler.bytes()).inhibitionRadius == pooler.inhibitionRadius)
  }

  @Test func moreWinnersThanColumnsAreHalfOfThem() throws {
    for isGlobal in [true, false] {
      var pooler = try SpatialPooler(inputDimensions: [20], columnDimensions: [10]) {
        $0.globalInhibition = isGlobal
        $0.numActiveColumnsPerInhArea = Int(UInt32.max)
      }
      #expect(try pooler.compute(activeInputs: 0..<20, learn: true).count <= 10)
    }
  }

  @Test func aReachOfNothingIsOneInput() throws {
    let pooler = try SpatialPooler(inputDimensions: [20], columnDimensions: [10]) {
      $0.potentialRadius = 0
      $0.potentialPct = 1
    }
    for column in 0..<10 { #expect(pooler.potential(ofColumn: column).count { $0 } == 1) }
  }

  /// Boosting without bounds makes factors that are not finite, and they are saved as they are.
  @Test func infiniteBoostsAreKept() throws {
    var pooler = try SpatialPooler(inputDimensions: [20], columnDimensions: [10]) {
      $0.boostStrength = .greatestFiniteMagnitude
    }
    for step in 0..<10 { try pooler.compute(activeInputs: [step, step + 1], learn: true) }
    #expect(pooler.boostFactors.contains(.infinity))
    var restored = try SpatialPooler(bytes: pooler.bytes())
    #expect(restored.boostFactors == pooler.boostFactors)
    for step in 0..<10 {
      let expected = try pooler.compute(activeInputs: [step], learn: true)
      #expect(try restored.compute(activeInputs: [step], learn: true) == expected)
    }
  }

  @Test(arguments: [
    "inputDimensions", "columnDimensions", "potentialRadius", "potentialPct", "localAreaDensity",
    "numActiveColumnsPerInhArea", "stimulusThreshold", "dutyCyclePeriod", "spVerbosity",
    "synPermConnected", "boostStrength",
  ])
  func parametersThatMakeNoSenseAreRefused(_ name: String) {
    let error = #expect(throws: HTMError.self) {
      try SpatialPooler(inputDimensions: [20], columnDimensions: [10]) {
        switch name {
        case "inputDimensions": $0.inputDimensions = [-1]
        case "columnDimensions": $0.columnDimensions = [5, 2]
        case "potentialRadius": $0.potentialRadius = -1
        case "potentialPct": $0.potentialPct = .nan
        case "localAreaDensity": $0.localAreaDensity = 0.1
        case "numActiveColumnsPerInhArea": $0.numActiveColumnsPerInhArea = 1 << 32
        case "stimulusThreshold": $0.stimulusThreshold = 1 << 32
        case "dutyCyclePeriod": $0.dutyCyclePeriod = 1 << 16
        case "spVerbosity": $0.spVerbosity = 256
        case "synPermConnected": $0.synPermConnected = -0.5
        default: $0.boostStrength = .infinity
        }
      }
    }
    #expect(error?.code == .invalidParameter)
    #expect(error?.path == name)
  }
}
