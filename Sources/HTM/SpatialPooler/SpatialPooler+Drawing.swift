// How the synapses of a new pooler are drawn.

extension SpatialPooler {
  /// Which part of the synapses is connected at first.
  private static let initConnectedPct = 0.5

  var inputNeighborhood: Neighborhood {
    Neighborhood(parameters.inputDimensions, wraps: parameters.wrapAround)
  }

  mutating func drawSynapses() {
    let neighborhood = inputNeighborhood
    let columns = Neighborhood(parameters.columnDimensions, wraps: false)
    for column in 0..<numColumns {
      var reach: [UInt32] = []
      neighborhood.forEach(
        around: center(columns.coordinates(column)), radius: parameters.potentialRadius
      ) {
        reach.append(UInt32(truncatingIfNeeded: $0))
      }
      let count = (Float(reach.count) * parameters.potentialPct).rounded()
      let row = random.sample(reach, Int(count)).sorted()
      pools.append(row)
      for place in pools.range(column) { pools.permanences[place] = drawPermanence() }
    }
  }

  /// The input at the middle of a column's reach.
  private func center(_ coordinates: [Int]) -> Int {
    var center = 0
    for (axis, coordinate) in coordinates.enumerated() {
      let inputs = parameters.inputDimensions[axis]
      let ratio = Float(inputs) / Float(parameters.columnDimensions[axis])
      let place = Float((Double(coordinate) + 0.5) * Double(ratio))
      center = center * inputs + min(inputs - 1, Int(place))
    }
    return center
  }

  private mutating func drawPermanence() -> Float {
    let connected = Double(parameters.synPermConnected)
    var value: Float
    if random.getReal64() <= Self.initConnectedPct {
      value = Float(
        connected + Double(synPermMax - parameters.synPermConnected) * random.getReal64())
    } else {
      value = Float(connected * random.getReal64())
    }
    // NuPIC keeps five digits, so that a file of decimal numbers could hold them.
    value = Float(Double(Int(value * 100_000)) / 100_000)
    return value < synPermTrimThreshold ? 0 : value
  }

  /// Throws where a column could never reach the threshold, for which NuPIC tries for ever.
  func checkStimulus() throws(HTMError) {
    let threshold = parameters.stimulusThreshold
    guard threshold > 0 else { return }
    let smallest = (0..<numColumns).map { pools.range($0).count }.min() ?? 0
    guard smallest >= threshold else {
      throw .parameter(
        "stimulusThreshold",
        "\(threshold) is more than the \(smallest) inputs that some column can connect to: lower it, "
          + "or raise potentialRadius or potentialPct")
    }
    // Each round must bring every synapse nearer to being connected.
    guard synPermBelowStimulusInc > 0, synPermBelowStimulusInc.isFinite,
      synPermMin + synPermBelowStimulusInc > synPermMin,
      parameters.synPermConnected - Self.epsilon + synPermBelowStimulusInc
        > parameters.synPermConnected - Self.epsilon
    else {
      throw .parameter(
        "synPermConnected",
        "with a stimulusThreshold a tenth of it is what synapses gain until enough are connected, "
          + "and \(synPermBelowStimulusInc) is too little")
    }
  }

  /// Throws where the inputs take far more memory than the synapses to them.
  func checkProportion() throws(HTMError) {
    guard numInputs <= max(1 << 24, 64 * pools.inputs.count) else {
      throw .parameter(
        "inputDimensions",
        "\(numInputs) inputs are out of proportion to \(pools.inputs.count) potential synapses")
    }
  }
}
