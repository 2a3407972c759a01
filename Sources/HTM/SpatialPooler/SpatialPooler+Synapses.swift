// How the permanences of a column change, and with them its connections.

extension SpatialPooler {
  /// How far below the threshold a permanence still counts as connected.
  static let epsilon: Float = 0.000001

  private var limits: PermanenceLimits {
    PermanenceLimits(
      least: synPermMin, most: synPermMax, trim: synPermTrimThreshold,
      connected: parameters.synPermConnected - Self.epsilon)
  }

  /// Brings permanences into their range, and connections up to date with them.
  ///
  /// - Parameter raise: whether to raise them until the column can reach the stimulus threshold.
  mutating func updatePermanences(_ column: Int, raise: Bool) {
    let range = pools.range(column)
    let limits = limits
    if raise {
      limits.clip(&pools.permanences, range)
      raisePermanences(range, limits)
    }
    connectedCounts[column] = Self.settle(
      limits, &pools, &isConnected, &connectedColumns, range, column)
  }

  private static func settle(
    _ limits: PermanenceLimits, _ pools: inout PotentialPools, _ isConnected: inout [Bool],
    _ connectedColumns: inout ConnectedColumns?, _ range: Range<Int>, _ column: Int
  ) -> Int32 {
    let inputs = pools.inputs
    return limits.settle(&pools.permanences, &isConnected, range) { place, connects in
      connectedColumns?.set(Int(inputs[place]), column, connects)
    }
  }

  private mutating func raisePermanences(_ range: Range<Int>, _ limits: PermanenceLimits) {
    guard parameters.stimulusThreshold > 0 else { return }
    while limits.countConnected(pools.permanences, range) < parameters.stimulusThreshold {
      PermanenceLimits.add(synPermBelowStimulusInc, to: &pools.permanences, range)
    }
  }

  /// Finds all connections anew, and brings permanences into their range.
  mutating func rebuildConnections() {
    let limits = limits
    // A bit for each pair: more than 32 times the synapses' own memory is too much.
    let pairs = numInputs * numColumns
    let isDense = pairs / 8 <= max(1 << 20, pools.inputs.count * 64)
    var matrix = isDense ? ConnectedColumns(inputs: numInputs, columns: numColumns) : nil
    isConnected = Array(repeating: false, count: pools.inputs.count)
    for column in 0..<numColumns {
      let range = pools.range(column)
      connectedCounts[column] = limits.settle(&pools.permanences, &isConnected, range)
      matrix?.add(pools.inputs, isConnected, range, column)
    }
    isActiveInput = Array(repeating: false, count: numInputs)
    connectedColumns = matrix
  }
}

extension SpatialPooler {
  /// The permanences of a column, for all inputs; zero for those that it cannot connect to.
  public func permanences(ofColumn column: Int) -> [Float] {
    var all = [Float](repeating: 0, count: numInputs)
    for place in pools.range(column) { all[Int(pools.inputs[place])] = pools.permanences[place] }
    return all
  }

  /// Which inputs a column can connect to.
  public func potential(ofColumn column: Int) -> [Bool] {
    var all = [Bool](repeating: false, count: numInputs)
    for input in pools.row(column) { all[Int(input)] = true }
    return all
  }

  /// Which inputs a column is connected to.
  public func connectedSynapses(ofColumn column: Int) -> [Bool] {
    var all = [Bool](repeating: false, count: numInputs)
    for place in pools.range(column) where isConnected[place] {
      all[Int(pools.inputs[place])] = true
    }
    return all
  }

  /// Sets the permanences of a column, one for each input; those of inputs that it cannot connect to
  /// are left out.
  ///
  /// - Throws: `HTMError` when there are not as many as inputs, or one is not a number from 0 to 1.
  public mutating func setPermanences(
    ofColumn column: Int, _ permanences: [Float]
  ) throws(HTMError) {
    try checkColumn(column)
    guard permanences.count == numInputs else {
      throw .input("there are \(numInputs) inputs, and \(permanences.count) permanences were given")
    }
    guard permanences.allSatisfy({ (synPermMin...synPermMax).contains($0) }) else {
      throw .input("a permanence is a number from \(synPermMin) to \(synPermMax)")
    }
    for place in pools.range(column) {
      pools.permanences[place] = permanences[Int(pools.inputs[place])]
    }
    updatePermanences(column, raise: false)
  }

  /// Sets which inputs a column can connect to; permanences of those that stay are kept.
  ///
  /// - Throws: `HTMError` when there are not as many as inputs, or too few for the threshold.
  public mutating func setPotential(ofColumn column: Int, _ potential: [Bool]) throws(HTMError) {
    try checkColumn(column)
    guard potential.count == numInputs else {
      throw .input("there are \(numInputs) inputs, and \(potential.count) were given")
    }
    let row = (0..<numInputs).filter { potential[$0] }.map { UInt32($0) }
    guard row.count >= parameters.stimulusThreshold else {
      throw .input("\(row.count) inputs are less than the stimulus threshold")
    }
    let values = permanences(ofColumn: column)
    for place in pools.range(column) where isConnected[place] {
      connectedColumns?.set(Int(pools.inputs[place]), column, false)
    }
    isConnected.replaceSubrange(
      pools.range(column), with: repeatElement(false, count: row.count))
    pools.replace(column, row, row.map { values[Int($0)] })
    updatePermanences(column, raise: false)
  }

  private func checkColumn(_ column: Int) throws(HTMError) {
    guard (0..<numColumns).contains(column) else {
      throw .input("there is no column \(column) among \(numColumns)")
    }
  }
}
