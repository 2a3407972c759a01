// Which columns win.

extension SpatialPooler {
  /// The most columns in an area that may be active when their number is given.
  private static let maxDensity: Float = 0.5

  private var columnNeighborhood: Neighborhood {
    Neighborhood(parameters.columnDimensions, wraps: parameters.wrapAround)
  }

  private var isGlobal: Bool {
    parameters.globalInhibition || inhibitionRadius > (parameters.columnDimensions.max() ?? 0)
  }

  /// The part of the columns that become active.
  private var density: Float {
    guard parameters.numActiveColumnsPerInhArea > 0 else { return parameters.localAreaDensity }
    var area: Float = 1
    for _ in parameters.columnDimensions { area *= Float(2 * inhibitionRadius + 1) }
    area = min(area, Float(numColumns))
    return min(Float(parameters.numActiveColumnsPerInhArea) / area, Self.maxDensity)
  }

  /// Throws where no column could ever become active.
  func checkDensity() throws(HTMError) {
    guard !isGlobal || Int(density * Float(numColumns)) > 0 else {
      throw .parameter(
        "localAreaDensity",
        "with \(numColumns) columns it lets none become active: the part is \(density)")
    }
  }

  mutating func inhibit() {
    activeColumns.removeAll(keepingCapacity: true)
    if isGlobal { inhibitGlobally() } else { inhibitLocally() }
  }

  /// The columns with the largest overlaps; of equal ones, those with the higher index.
  private mutating func inhibitGlobally() {
    let wanted = Int(density * Float(numColumns))
    let threshold = Float(parameters.stimulusThreshold)
    guard wanted > 0 else { return }
    var best = LargestColumns(capacity: wanted)
    best.offer(boostedOverlaps, from: threshold)
    activeColumns = best.columns
  }

  /// The columns that have fewer larger neighbours than may be active around them.
  private mutating func inhibitLocally() {
    let density = density
    let neighborhood = columnNeighborhood
    let threshold = Float(parameters.stimulusThreshold)
    var isActive = [Bool](repeating: false, count: numColumns)
    for column in 0..<numColumns {
      let overlap = boostedOverlaps[column]
      guard overlap >= threshold else { continue }
      var (neighbors, larger) = (0, 0)
      neighborhood.forEach(around: column, radius: inhibitionRadius) { other in
        guard other != column else { return }
        neighbors += 1
        let difference = boostedOverlaps[other] - overlap
        if difference > 0 || difference == 0 && isActive[other] { larger += 1 }
      }
      let allowed = Int(0.5 + Double(density * Float(neighbors + 1)))
      guard larger < allowed else { continue }
      isActive[column] = true
      activeColumns.append(column)
    }
  }

  mutating func updateBoostFactors() {
    // The exponential of nothing is 1, whatever the duty cycles are.
    guard parameters.boostStrength != 0 else {
      for column in boostFactors.indices { boostFactors[column] = 1 }
      return
    }
    if parameters.globalInhibition {
      let target = density
      for column in 0..<numColumns { boost(column, target) }
      return
    }
    let neighborhood = columnNeighborhood
    for column in 0..<numColumns {
      var (sum, count): (Float, Int) = (0, 0)
      neighborhood.forEach(around: column, radius: inhibitionRadius) {
        sum += activeDutyCycles[$0]
        count += 1
      }
      boost(column, sum / Float(count))
    }
  }

  private mutating func boost(_ column: Int, _ target: Float) {
    boostFactors[column] = exponential(
      (target - activeDutyCycles[column]) * parameters.boostStrength)
  }

  mutating func updateInhibitionRadius() {
    if parameters.globalInhibition {
      inhibitionRadius = parameters.columnDimensions.max() ?? 0
      return
    }
    var span: Float = 0
    for column in 0..<numColumns { span += connectedSpan(column) }
    span /= Float(numColumns)
    var ratio: Float = 0
    for (columns, inputs) in zip(parameters.columnDimensions, parameters.inputDimensions) {
      ratio += Float(columns) / Float(inputs)
    }
    ratio /= Float(parameters.columnDimensions.count)
    let radius = Float(Double(span * ratio - 1) / 2)
    inhibitionRadius = min(Int(max(1, radius).rounded()), Int(UInt32.max))
  }

  /// How far the connected inputs of a column are spread, on average over the axes.
  private func connectedSpan(_ column: Int) -> Float {
    let dimensions = parameters.inputDimensions
    var lows = dimensions
    var highs = [Int](repeating: -1, count: dimensions.count)
    for place in pools.range(column) where isConnected[place] {
      var rest = Int(pools.inputs[place])
      for axis in dimensions.indices.reversed() {
        let (quotient, coordinate) = rest.quotientAndRemainder(dividingBy: dimensions[axis])
        lows[axis] = min(lows[axis], coordinate)
        highs[axis] = max(highs[axis], coordinate)
        rest = quotient
      }
    }
    guard highs[0] >= 0 else { return 0 }
    return Float(zip(lows, highs).reduce(0) { $0 + $1.1 - $1.0 + 1 }) / Float(dimensions.count)
  }

  mutating func updateMinDutyCycles() {
    let part = parameters.minPctOverlapDutyCycles
    if isGlobal {
      let most = overlapDutyCycles.max() ?? 0
      for column in 0..<numColumns { minOverlapDutyCycles[column] = most * part }
      return
    }
    let neighborhood = columnNeighborhood
    for column in 0..<numColumns {
      var most: Float = 0
      neighborhood.forEach(around: column, radius: inhibitionRadius) {
        most = max(most, overlapDutyCycles[$0])
      }
      minOverlapDutyCycles[column] = most * part
    }
  }
}
