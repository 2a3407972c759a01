// What may be changed of a pooler after it was made. Each change is checked before it is made, and
// takes effect at once, so that a pooler that is saved and loaded goes on as this one does.

extension SpatialPooler {
  /// Changes parameters, all at once.
  ///
  /// The synapses stay: another `potentialRadius` or `potentialPct` is only kept for files.
  ///
  /// - Throws: `HTMError` for parameters with which no such pooler could be made; nothing is changed
  ///   then. Dimensions and seed cannot be changed.
  public mutating func updateParameters(
    _ change: (inout Parameters) -> Void
  ) throws(HTMError) {
    var new = parameters
    change(&new)
    guard new.inputDimensions == parameters.inputDimensions,
      new.columnDimensions == parameters.columnDimensions
    else {
      throw .parameter("inputDimensions", "a pooler keeps the shape that it was made with")
    }
    guard new.seed == parameters.seed else {
      throw .parameter("seed", "the synapses are drawn already, with \(parameters.seed)")
    }
    try new.check()
    var changed = self
    changed.parameters = new
    try changed.checkStimulus()
    try changed.checkDensity()
    if new.synPermConnected != parameters.synPermConnected { changed.rebuildConnections() }
    self = changed
  }

  /// Sets how far columns compete with each other, until it is next found anew.
  ///
  /// - Throws: `HTMError` for a number that is negative or above 2^32 - 1, or with which no column
  ///   could ever become active.
  public mutating func setInhibitionRadius(_ radius: Int) throws(HTMError) {
    try Self.check(radius, "inhibitionRadius", 0...Int(UInt32.max))
    let old = inhibitionRadius
    inhibitionRadius = radius
    do {
      try checkDensity()
    } catch {
      inhibitionRadius = old
      throw error
    }
  }

  /// Sets after how many steps the inhibition radius and the least duty cycles are found anew.
  ///
  /// - Throws: `HTMError` for a number that is not from 1 to 65535.
  public mutating func setUpdatePeriod(_ period: Int) throws(HTMError) {
    try Self.check(period, "updatePeriod", 1...Int(UInt16.max))
    updatePeriod = period
  }

  /// Sets the number of steps.
  ///
  /// - Throws: `HTMError` for a number that is negative or above 2^32 - 1.
  public mutating func setIterationNum(_ number: Int) throws(HTMError) {
    try Self.check(number, "iterationNum", 0...Int(UInt32.max))
    iterationNum = number
  }

  /// Sets the number of steps with learning.
  ///
  /// - Throws: `HTMError` for a number that is negative or above 2^32 - 1.
  public mutating func setIterationLearnNum(_ number: Int) throws(HTMError) {
    try Self.check(number, "iterationLearnNum", 0...Int(UInt32.max))
    iterationLearnNum = number
  }

  static func check(
    _ value: Int, _ name: String, _ range: ClosedRange<Int>
  ) throws(HTMError) {
    guard range.contains(value) else {
      throw .parameter(name, "\(value) is not from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
