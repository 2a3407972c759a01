internal import CapnProto

extension SpatialPooler {
  /// Makes a pooler that goes on where the one in the struct was.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state that no pooler can be
  ///   in, each with the field.
  public static func read(_ reader: SpatialPoolerProto.Reader) throws -> SpatialPooler {
    do {
      return try restore(reader)
    } catch let error as HTMError {
      throw error.read(from: "SpatialPoolerProto")
    }
  }

  private static func restore(_ reader: SpatialPoolerProto.Reader) throws -> SpatialPooler {
    let parameters = try readParameters(reader)
    try parameters.check()
    try match(Int(reader.numInputs), parameters.numInputs, "numInputs", "inputDimensions")
    try match(Int(reader.numColumns), parameters.numColumns, "numColumns", "columnDimensions")
    // Memory is taken only for columns that the file has.
    let potential = try reader.potentialPools
    try match(try potential.indices.count, parameters.numColumns, "potentialPools", "numColumns")
    var pooler = SpatialPooler(shape: parameters)
    pooler.random = try Random.read(reader.random)
    try pooler.readNumbers(reader)
    try pooler.readSynapses(potential, reader.permanences)
    try pooler.checkStimulus()
    pooler.rebuildConnections()
    try pooler.checkDensity()
    return pooler
  }

  static func match(
    _ count: Int, _ expected: Int, _ field: String, _ other: String
  ) throws(HTMError) {
    guard count == expected else {
      throw .state(
        "SpatialPoolerProto.\(field)",
        "\(count) does not agree with \(other), which makes \(expected)")
    }
  }

  private static func readParameters(
    _ reader: SpatialPoolerProto.Reader
  ) throws -> Parameters {
    var parameters = Parameters()
    parameters.inputDimensions = try dimensions(
      reader.inputDimensions, "SpatialPoolerProto.inputDimensions")
    parameters.columnDimensions = try dimensions(
      reader.columnDimensions, "SpatialPoolerProto.columnDimensions")
    parameters.potentialRadius = Int(reader.potentialRadius)
    parameters.potentialPct = reader.potentialPct
    parameters.globalInhibition = reader.globalInhibition
    parameters.localAreaDensity = reader.localAreaDensity
    parameters.numActiveColumnsPerInhArea = Int(reader.numActiveColumnsPerInhArea)
    parameters.stimulusThreshold = Int(reader.stimulusThreshold)
    parameters.synPermInactiveDec = reader.synPermInactiveDec
    parameters.synPermActiveInc = reader.synPermActiveInc
    parameters.synPermConnected = reader.synPermConnected
    parameters.minPctOverlapDutyCycles = reader.minPctOverlapDutyCycles
    parameters.dutyCyclePeriod = Int(reader.dutyCyclePeriod)
    parameters.boostStrength = reader.boostStrength
    parameters.spVerbosity = Int(reader.spVerbosity)
    parameters.wrapAround = reader.wrapAround
    return parameters
  }

  static func dimensions(
    _ list: List<UInt32>.Reader, _ path: String
  ) throws(HTMError) -> [Int] {
    guard (1...64).contains(list.count) else {
      throw .state(path, "\(list.count) axes are not from 1 to 64")
    }
    return list.map { Int($0) }
  }

  private mutating func readNumbers(_ reader: SpatialPoolerProto.Reader) throws {
    parameters.seed = random.seed
    try Self.checkPart(reader.synPermMin, "synPermMin")
    try Self.checkPart(reader.synPermMax, "synPermMax")
    try Self.checkPart(reader.synPermTrimThreshold, "synPermTrimThreshold")
    try Self.checkPart(reader.synPermBelowStimulusInc, "synPermBelowStimulusInc")
    synPermMin = reader.synPermMin
    synPermMax = reader.synPermMax
    synPermTrimThreshold = reader.synPermTrimThreshold
    synPermBelowStimulusInc = reader.synPermBelowStimulusInc
    guard synPermMin <= synPermMax else {
      throw HTMError.state("SpatialPoolerProto.synPermMin", "it is above synPermMax")
    }
    // A permanence cut to the maximum would otherwise be trimmed away when it is next loaded.
    guard synPermTrimThreshold <= synPermMax else {
      throw HTMError.state("SpatialPoolerProto.synPermTrimThreshold", "it is above synPermMax")
    }
    guard reader.updatePeriod > 0 else {
      throw HTMError.state("SpatialPoolerProto.updatePeriod", "it is 0")
    }
    updatePeriod = Int(reader.updatePeriod)
    inhibitionRadius = Int(reader.inhibitionRadius)
    iterationNum = Int(reader.iterationNum)
    iterationLearnNum = Int(reader.iterationLearnNum)
    version = reader.version
    tieBreaker = Array(try reader.tieBreaker)
    let most = Float.greatestFiniteMagnitude
    try checkColumns(tieBreaker, "tieBreaker", -most...most)
    try setOverlapDutyCycles(Array(reader.overlapDutyCycles))
    try setActiveDutyCycles(Array(reader.activeDutyCycles))
    try setMinOverlapDutyCycles(Array(reader.minOverlapDutyCycles))
    try setBoostFactors(Array(reader.boostFactors))
  }
}
