// How often columns overlap and win, over the last steps.

extension SpatialPooler {
  mutating func updateDutyCycles() {
    let period = Float(min(parameters.dutyCyclePeriod, iterationNum))
    for column in activeDutyCycles.indices { activeDutyCycles[column] *= period - 1 }
    for column in activeColumns { activeDutyCycles[column] += 1 }
    for column in activeDutyCycles.indices { activeDutyCycles[column] /= period }
    let overlaps = overlaps
    var cycles = overlapDutyCycles.mutableSpan
    for column in cycles.indices {
      let overlap: Float = overlaps[column] > 0 ? 1 : 0
      cycles[column] = (cycles[column] * (period - 1) + overlap) / period
    }
  }

  /// What the columns compete with: when learning, those that are rarely active are preferred.
  mutating func boostOverlaps(_ learn: Bool) {
    let (overlaps, factors) = (overlaps, boostFactors)
    var boosted = boostedOverlaps.mutableSpan
    if learn {
      for column in boosted.indices { boosted[column] = Float(overlaps[column]) * factors[column] }
    } else {
      for column in boosted.indices { boosted[column] = Float(overlaps[column]) }
    }
  }
}
