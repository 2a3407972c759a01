public import Stowage

extension SpatialPooler: Serializable {
  public func write(_ builder: SpatialPoolerProto.Builder) throws {
    try random.write(builder.initRandom())
    builder.numInputs = UInt32(numInputs)
    builder.numColumns = UInt32(numColumns)
    try builder.setColumnDimensions(parameters.columnDimensions.map { UInt32($0) })
    try builder.setInputDimensions(parameters.inputDimensions.map { UInt32($0) })
    writeNumbers(builder)
    try writeSynapses(builder)
    try builder.setTieBreaker(tieBreaker)
    try builder.setOverlapDutyCycles(overlapDutyCycles)
    try builder.setActiveDutyCycles(activeDutyCycles)
    try builder.setMinOverlapDutyCycles(minOverlapDutyCycles)
    try builder.setBoostFactors(boostFactors)
  }

  private func writeNumbers(_ builder: SpatialPoolerProto.Builder) {
    builder.potentialRadius = UInt32(parameters.potentialRadius)
    builder.potentialPct = parameters.potentialPct
    builder.inhibitionRadius = UInt32(inhibitionRadius)
    builder.globalInhibition = parameters.globalInhibition
    builder.numActiveColumnsPerInhArea = UInt32(parameters.numActiveColumnsPerInhArea)
    builder.localAreaDensity = parameters.localAreaDensity
    builder.stimulusThreshold = UInt32(parameters.stimulusThreshold)
    builder.synPermInactiveDec = parameters.synPermInactiveDec
    builder.synPermActiveInc = parameters.synPermActiveInc
    builder.synPermBelowStimulusInc = synPermBelowStimulusInc
    builder.synPermConnected = parameters.synPermConnected
    builder.minPctOverlapDutyCycles = parameters.minPctOverlapDutyCycles
    builder.dutyCyclePeriod = UInt16(parameters.dutyCyclePeriod)
    builder.boostStrength = parameters.boostStrength
    builder.wrapAround = parameters.wrapAround
    builder.spVerbosity = UInt8(parameters.spVerbosity)
    builder.synPermMin = synPermMin
    builder.synPermMax = synPermMax
    builder.synPermTrimThreshold = synPermTrimThreshold
    builder.updatePeriod = UInt16(updatePeriod)
    builder.version = version
    builder.iterationNum = UInt32(truncatingIfNeeded: iterationNum)
    builder.iterationLearnNum = UInt32(truncatingIfNeeded: iterationLearnNum)
  }
}
