import HTM
import Testing

/// Compares numbers that an exponential is in.
///
/// NuPIC's Python takes another one than its C++, which differs in the last bit; it is C++ that this
/// library follows.
func expectNear(_ ours: [Float], _ theirs: Reference) throws {
  let theirs = try theirs.floats
  #expect(ours.count == theirs.count)
  #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) <= $1.ulp })
}

extension SpatialPooler.Parameters {
  init(_ reference: Reference) throws {
    self.init()
    inputDimensions = try reference["inputDimensions"].ints
    columnDimensions = try reference["columnDimensions"].ints
    potentialRadius = try reference["potentialRadius"].int
    potentialPct = try reference["potentialPct"].float
    globalInhibition = try reference["globalInhibition"].bool
    localAreaDensity = try reference["localAreaDensity"].float
    numActiveColumnsPerInhArea = try reference["numActiveColumnsPerInhArea"].int
    stimulusThreshold = try reference["stimulusThreshold"].int
    synPermInactiveDec = try reference["synPermInactiveDec"].float
    synPermActiveInc = try reference["synPermActiveInc"].float
    synPermConnected = try reference["synPermConnected"].float
    minPctOverlapDutyCycles = try reference["minPctOverlapDutyCycle"].float
    dutyCyclePeriod = try reference["dutyCyclePeriod"].int
    boostStrength = try reference["boostStrength"].float
    seed = UInt64(try reference["seed"].int)
    wrapAround = try reference["wrapAround"].bool
  }
}

extension SpatialPooler {
  /// Compares the state with what NuPIC's own functions showed.
  func expect(_ state: Reference) throws {
    #expect(overlapDutyCycles == (try state["overlapDutyCycles"].floats))
    #expect(activeDutyCycles == (try state["activeDutyCycles"].floats))
    #expect(minOverlapDutyCycles == (try state["minOverlapDutyCycles"].floats))
    try expectNear(boostFactors, state["boostFactors"])
    #expect(connectedCounts.map(Int.init) == (try state["connectedCounts"].ints))
    #expect(inhibitionRadius == (try state["inhibitionRadius"].int))
    #expect(iterationNum == (try state["iterationNum"].int))
    #expect(iterationLearnNum == (try state["iterationLearnNum"].int))
    #expect(updatePeriod == (try state["updatePeriod"].int))
    #expect(synPermTrimThreshold == (try state["synPermTrimThreshold"].float))
    #expect(synPermBelowStimulusInc == (try state["synPermBelowStimulusInc"].float))
    for column in 0..<numColumns {
      let potential = potential(ofColumn: column)
      #expect(
        potential.indices.filter { potential[$0] } == (try state["potentialPools"][column].ints))
      let connected = connectedSynapses(ofColumn: column)
      let expected = try state["connectedSynapses"][column].ints
      #expect(connected.indices.filter { connected[$0] } == expected)
      let permanences = permanences(ofColumn: column)
      let ours = permanences.indices.filter { permanences[$0] != 0 }.map { ($0, permanences[$0]) }
      let theirs = try state["permanences"][column].items.map { (try $0[0].int, try $0[1].float) }
      #expect(ours.map(\.0) == theirs.map(\.0))
      #expect(ours.map(\.1) == theirs.map(\.1))
    }
  }
}
