// What may be changed of a memory after it was made.

extension TemporalMemory {
  /// Changes parameters, all at once; they count from the next step on.
  ///
  /// Segments and synapses stay, also where there are more of them than a new limit allows.
  ///
  /// - Throws: `HTMError` for parameters with which no such memory could be made; nothing is changed
  ///   then. Columns, cells and seed cannot be changed.
  public mutating func updateParameters(
    _ change: (inout Parameters) -> Void
  ) throws(HTMError) {
    var new = parameters
    change(&new)
    guard new.columnDimensions == parameters.columnDimensions,
      new.cellsPerColumn == parameters.cellsPerColumn
    else {
      throw .parameter("columnDimensions", "a memory keeps the shape that it was made with")
    }
    guard new.seed == parameters.seed else {
      throw .parameter("seed", "the generator is at work already: see setSeed")
    }
    try new.check()
    if new.connectedPermanence != parameters.connectedPermanence {
      connections.reconnect(at: new.connectedPermanence)
    }
    parameters = new
  }

  /// Begins with another generator, as if it were new.
  public mutating func setSeed(_ seed: UInt64) {
    random = Random(seed: seed)
    parameters.seed = random.seed
  }
}
