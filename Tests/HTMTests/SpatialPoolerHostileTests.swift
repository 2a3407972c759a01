import Foundation
import HTM
import Stowage
import Testing

/// Files that say what no pooler can have been are refused, with the field.
struct SpatialPoolerHostileTests {
  typealias Builder = SpatialPoolerProto.Builder

  struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    let damage: @Sendable (Builder) throws -> Void
    let line: UInt

    init(
      _ path: String, line: UInt = #line, _ damage: @escaping @Sendable (Builder) throws -> Void
    ) {
      (self.path, self.damage, self.line) = (path, damage, line)
    }

    var testDescription: String { "\(path), line \(line)" }
  }

  static let shapes = [
    Fault("inputDimensions") { try $0.setInputDimensions([]) },
    Fault("inputDimensions") { try $0.setInputDimensions(Array(repeating: 1, count: 65)) },
    Fault("inputDimensions") { try $0.setInputDimensions([0, 8]) },
    Fault("inputDimensions") { try $0.setInputDimensions([1 << 16, 1 << 15]) },
    Fault("inputDimensions") { try $0.setInputDimensions([.max, .max]) },
    Fault("columnDimensions") { try $0.setColumnDimensions([16]) },
    Fault("columnDimensions") { try $0.setColumnDimensions([4, 0]) },
    Fault("columnDimensions") { try $0.setColumnDimensions([]) },
    Fault("numInputs") { try $0.setInputDimensions([6, 7]) },
    Fault("numInputs") { $0.numInputs = 35 },
    Fault("numColumns") { $0.numColumns = 17 },
    Fault("numColumns") { try $0.setColumnDimensions([4, 5]) },
    Fault("potentialPools") { try $0.potentialPools.initIndices(count: 15) },
    Fault("potentialPools.numRows") { try $0.potentialPools.numRows = 15 },
    Fault("potentialPools.numColumns") { try $0.potentialPools.numColumns = 37 },
    Fault("permanences.numRows") { try $0.permanences.numRows = 15 },
    Fault("permanences.numColumns") { try $0.permanences.numColumns = 35 },
    Fault("permanences.rows") { try $0.permanences.initRows(count: 17) },
    Fault("tieBreaker") { try $0.setTieBreaker([0]) },
    Fault("overlapDutyCycles") { try $0.setOverlapDutyCycles([]) },
    Fault("activeDutyCycles") { try $0.setActiveDutyCycles(Array(repeating: 0, count: 17)) },
    Fault("minOverlapDutyCycles") { try $0.setMinOverlapDutyCycles([0]) },
    Fault("boostFactors") { try $0.setBoostFactors([1]) },
  ]

  static let synapses = [
    Fault("potentialPools.indices[3]") { try $0.potentialPools.indices[3][2] = 36 },
    Fault("potentialPools.indices[3]") { try $0.potentialPools.indices[3][0] = .max },
    Fault("potentialPools.indices[3]") {
      let row = try $0.potentialPools.indices[3]
      row[1] = row[0]
    },
    Fault("permanences.rows[3].values") { try $0.permanences.rows[3].values[1].index = 0 },
    Fault("permanences.rows[3].values") { try $0.permanences.rows[3].values[1].index = .max },
    Fault("permanences.rows[3].values") { try $0.permanences.rows[3].values[0].value = .nan },
    Fault("permanences.rows[3].values") { try $0.permanences.rows[3].values[0].value = .infinity },
    Fault("permanences.rows[3].values") {
      // One more synapse, which the pool does not have: its first input.
      let pool = try $0.potentialPools.indices.initialize(3, count: 1)
      pool[0] = 35
    },
  ]

  static let numbers = [
    Fault("potentialPct") { $0.potentialPct = 1.5 },
    Fault("potentialPct") { $0.potentialPct = .nan },
    Fault("localAreaDensity") { $0.localAreaDensity = 0.5 },
    Fault("localAreaDensity") { $0.localAreaDensity = .nan },
    Fault("localAreaDensity") { $0.numActiveColumnsPerInhArea = 0 },
    Fault("localAreaDensity") {
      $0.numActiveColumnsPerInhArea = 0
      $0.localAreaDensity = 0.001
    },
    Fault("localAreaDensity") {
      $0.numActiveColumnsPerInhArea = 0
      $0.localAreaDensity = 2
    },
    Fault("stimulusThreshold") { $0.stimulusThreshold = 37 },
    Fault("stimulusThreshold") { $0.stimulusThreshold = .max },
    Fault("synPermBelowStimulusInc") { $0.synPermBelowStimulusInc = 0 },
    Fault("synPermBelowStimulusInc") { $0.synPermBelowStimulusInc = 1e-7 },
    Fault("synPermBelowStimulusInc") { $0.synPermBelowStimulusInc = .nan },
    Fault("synPermInactiveDec") { $0.synPermInactiveDec = .nan },
    Fault("synPermActiveInc") { $0.synPermActiveInc = -1 },
    Fault("synPermConnected") { $0.synPermConnected = .infinity },
    Fault("synPermMin") { $0.synPermMin = .nan },
    // A fuzzer found it: what was cut to the maximum was trimmed away at the next load.
    Fault("synPermTrimThreshold") { $0.synPermMax = 0.001 },
    Fault("synPermMin") {
      $0.synPermMin = 0.5
      $0.synPermMax = 0.25
    },
    Fault("synPermMax") { $0.synPermMax = 1.5 },
    Fault("synPermTrimThreshold") { $0.synPermTrimThreshold = -0.5 },
    Fault("minPctOverlapDutyCycles") { $0.minPctOverlapDutyCycles = 2 },
    Fault("dutyCyclePeriod") { $0.dutyCyclePeriod = 0 },
    Fault("updatePeriod") { $0.updatePeriod = 0 },
    Fault("boostStrength") { $0.boostStrength = -1 },
    Fault("boostStrength") { $0.boostStrength = .infinity },
    Fault("tieBreaker") { try $0.tieBreaker[3] = .nan },
    Fault("overlapDutyCycles") { try $0.overlapDutyCycles[3] = .nan },
    Fault("activeDutyCycles") { try $0.activeDutyCycles[3] = 1.5 },
    Fault("minOverlapDutyCycles") { try $0.minOverlapDutyCycles[3] = -1 },
    Fault("boostFactors") { try $0.boostFactors[3] = -1 },
    Fault("boostFactors") { try $0.boostFactors[3] = .nan },
  ]

  @Test(arguments: shapes + synapses + numbers)
  func whatCannotBeIsRefused(_ fault: Fault) throws {
    let error = #expect(throws: HTMError.self) { try damaged(fault.damage) }
    #expect(error?.code == .invalidState)
    #expect(error?.path == "SpatialPoolerProto.\(fault.path)")
  }

  static let generators = [
    Fault("fptr") { try $0.random.impl.fptr = -1 },
    Fault("fptr") { try $0.random.impl.fptr = 31 },
    Fault("rptr") { try $0.random.impl.rptr = .max },
    Fault("rptr") { try $0.random.impl.rptr = .min },
    Fault("rptr") { try $0.random.impl.rptr -= 31 },
    Fault("state") { try $0.random.impl.setState([1]) },
    Fault("state") { try $0.random.impl.state[7] = 0xFFFF_FFFF },
    Fault("state") { try $0.random.impl.state[7] = -1 },
    Fault("state") { try $0.random.impl.setState(Array(repeating: 0, count: 31)) },
  ]

  @Test(arguments: generators) func generatorsInNoStateAreRefused(_ fault: Fault) throws {
    let error = #expect(throws: HTMError.self) { try damaged(fault.damage) }
    #expect(error?.path == "RandomProto.impl")
  }

  /// What is as it was is read: the tests above fail for what they change, and for nothing else.
  @Test func whatIsSoundIsRead() throws {
    #expect(throws: Never.self) { try damaged { _ in } }
  }

  /// A few bytes must not ask for gigabytes.
  @Test func hugeInputsWithFewSynapsesAreRefused() throws {
    let error = #expect(throws: HTMError.self) {
      try damaged {
        try $0.setInputDimensions([1 << 15, 1 << 14])
        $0.numInputs = 1 << 29
        try $0.potentialPools.numColumns = 1 << 29
        try $0.permanences.numColumns = 1 << 29
      }
    }
    #expect(error?.path == "SpatialPoolerProto.inputDimensions")
  }

  /// Rows that another program wrote: as words, as structs with room for more, as indices alone.
  @Test func rowsOfAnotherLayoutAreRead() throws {
    let sound = try damaged { _ in }
    let inputs = sound.potential(ofColumn: 3).indices.filter { sound.potential(ofColumn: 3)[$0] }
    let first = UInt32(inputs[0])
    let value: Float = 0.5
    let words = try damaged {
      let row = try $0.permanences.rows[3]._raw.initialize(List<UInt64>.self, at: 0, count: 1)
      row[0] = UInt64(first) | UInt64(value.bitPattern) << 32
    }
    let structs = try damaged {
      let row = try $0.permanences.rows[3]._raw.initialize(
        List<TemporalMemoryProto.SegmentUInt64Pair>.self, at: 0, count: 1)
      row[0].cell = first
      row[0].idxOnCell = value.bitPattern
      row[0].number = 7
    }
    let indices = try damaged {
      let row = try $0.permanences.rows[3]._raw.initialize(List<UInt32>.self, at: 0, count: 1)
      row[0] = first
    }
    for (pooler, value) in [(words, value), (structs, value), (indices, 0)] {
      let permanences = pooler.permanences(ofColumn: 3)
      #expect(permanences[inputs[0]] == value)
      #expect(permanences.reduce(0, +) == value)
      #expect(pooler.connectedCounts[3] == (value == 0 ? 0 : 1))
    }
  }

  @Test func damagedFilesAreRefusedOrGoOn() throws {
    let sound = [UInt8](try Reference.bytes("sp_py_topo/sp.bin"))
    var random = Random(seed: 2000)
    var (refused, read) = (0, 0)
    for round in 0..<2000 {
      var bytes = sound
      for _ in 0..<random.number(1...3) {
        // Half of the damage is in the first words, where all but the synapses is.
        let reach = random.oneIn(2) ? min(1000, bytes.count) : bytes.count
        bytes[random.number(0...reach - 1)] = UInt8(random.number(0...255))
      }
      if round % 10 == 0 { bytes.removeLast(random.number(1...bytes.count)) }
      do {
        var pooler = try SpatialPooler(bytes: bytes)
        read += 1
        // Those that were read as they were need not be tried each time.
        guard read % 8 == 0 else { continue }
        for step in 0..<5 {
          try pooler.compute(activeInputs: random.input(of: pooler), learn: step != 2)
        }
        _ = try pooler.bytes()
      } catch is HTMError {
        refused += 1
      } catch is CapnProtoError {
        refused += 1
      }
    }
    #expect(refused > 100 && read > 100)
  }

  /// A pooler of 16 columns and 36 inputs with a stimulus threshold, saved, damaged and loaded.
  @discardableResult
  private func damaged(_ damage: (Builder) throws -> Void) throws -> SpatialPooler {
    var pooler = try SpatialPooler(inputDimensions: [6, 6], columnDimensions: [4, 4]) {
      $0.potentialRadius = 6
      $0.potentialPct = 0.5
      $0.globalInhibition = true
      $0.numActiveColumnsPerInhArea = 4
      $0.stimulusThreshold = 1
    }
    try pooler.compute(activeInputs: 0..<9, learn: true)
    let message = MessageBuilder()
    let builder = try message.initRoot(SpatialPoolerProto.self)
    try pooler.write(builder)
    try damage(builder)
    return try SpatialPooler(bytes: [UInt8](try message.bytes()))
  }
}
