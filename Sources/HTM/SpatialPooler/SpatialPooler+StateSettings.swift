// Permanences' limits, and the numbers that there are for each column.

extension SpatialPooler {
  /// Sets the permanence below which a synapse has none; those that are below it go at once.
  ///
  /// - Throws: `HTMError` when it is not a number from 0 to the largest permanence.
  public mutating func setSynPermTrimThreshold(_ value: Float) throws(HTMError) {
    guard (0...synPermMax).contains(value) else {
      throw .parameter("synPermTrimThreshold", "\(value) is not from 0 to \(synPermMax), the most")
    }
    synPermTrimThreshold = value
    rebuildConnections()
  }

  /// Sets what every synapse of a column gains that overlaps too rarely.
  ///
  /// - Throws: `HTMError` when it is not a number from 0 to 1, or too little to bring columns to the
  ///   stimulus threshold.
  public mutating func setSynPermBelowStimulusInc(_ value: Float) throws(HTMError) {
    try Self.checkPart(value, "synPermBelowStimulusInc")
    let old = synPermBelowStimulusInc
    synPermBelowStimulusInc = value
    do {
      try checkStimulus()
    } catch {
      synPermBelowStimulusInc = old
      throw error
    }
  }

  /// Sets the largest permanence; larger ones become it at once.
  ///
  /// - Throws: `HTMError` when it is not a number from `synPermMin` to 1.
  public mutating func setSynPermMax(_ value: Float) throws(HTMError) {
    let least = max(synPermMin, synPermTrimThreshold)
    guard (least...1).contains(value) else {
      throw .parameter(
        "synPermMax", "\(value) is not from \(least), the least and the trim threshold, to 1")
    }
    synPermMax = value
    rebuildConnections()
  }

  /// Sets for each column the part of the steps in which it overlapped with the input.
  ///
  /// - Throws: `HTMError` when there are not as many as columns, or one is not from 0 to 1.
  public mutating func setOverlapDutyCycles(_ values: [Float]) throws(HTMError) {
    try checkColumns(values, "overlapDutyCycles", 0...1)
    overlapDutyCycles = values
  }

  /// Sets for each column the part of the steps in which it was active.
  ///
  /// - Throws: `HTMError` when there are not as many as columns, or one is not from 0 to 1.
  public mutating func setActiveDutyCycles(_ values: [Float]) throws(HTMError) {
    try checkColumns(values, "activeDutyCycles", 0...1)
    activeDutyCycles = values
  }

  /// Sets for each column the overlap duty cycle below which it is helped.
  ///
  /// - Throws: `HTMError` when there are not as many as columns, or one is not from 0 to 1.
  public mutating func setMinOverlapDutyCycles(_ values: [Float]) throws(HTMError) {
    try checkColumns(values, "minOverlapDutyCycles", 0...1)
    minOverlapDutyCycles = values
  }

  /// Sets for each column what its overlap is multiplied with when learning.
  ///
  /// - Throws: `HTMError` when there are not as many as columns, or one is negative or no number.
  public mutating func setBoostFactors(_ values: [Float]) throws(HTMError) {
    try checkColumns(values, "boostFactors", 0...Float.infinity)
    boostFactors = values
  }

  /// Throws where there is not a number from a range for each column.
  func checkColumns(
    _ values: [Float], _ name: String, _ range: ClosedRange<Float>
  ) throws(HTMError) {
    guard values.count == numColumns else {
      throw .parameter(name, "there are \(numColumns) columns, and these are \(values.count)")
    }
    guard values.allSatisfy({ range.contains($0) }) else {
      throw .parameter(
        name, "not all of them are numbers from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  static func checkPart(_ value: Float, _ name: String) throws(HTMError) {
    guard (0...1).contains(value) else {
      throw .parameter(name, "\(value) is not from 0 to 1")
    }
  }
}
