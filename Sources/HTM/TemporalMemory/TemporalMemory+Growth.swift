// How segments get new synapses.

extension TemporalMemory {
  /// Connects a segment with winners that it has no synapse from.
  mutating func grow(_ segment: Int, _ desired: Int, _ previousWinners: [UInt32]) {
    var candidates = candidates(segment, previousWinners)
    var count = min(desired, candidates.count)
    let limit = parameters.maxSynapsesPerSegment
    let excess = connections.synapseStore.count(segment) + count - limit
    if excess > 0 { removeWeakest(segment, excess, previousWinners) }
    count = min(count, limit - connections.synapseStore.count(segment))
    guard count > 0 else { return }
    connections.synapseStore.reserve(connections.synapseStore.count(segment) + count, in: segment)
    for _ in 0..<count {
      let index = Int(random.getUInt32(UInt32(truncatingIfNeeded: candidates.count)))
      connections.addSynapse(
        segment,
        Connections.Synapse(
          presynapticCell: candidates.remove(at: index), permanence: parameters.initialPermanence))
    }
  }

  private func candidates(_ segment: Int, _ previousWinners: [UInt32]) -> [UInt32] {
    var candidates = previousWinners
    for synapse in connections.synapseStore.row(segment) {
      if let index = candidates.index(of: synapse.presynapticCell) { candidates.remove(at: index) }
    }
    return candidates
  }

  /// Destroys the weakest synapses, but for those that have just been of use.
  private mutating func removeWeakest(
    _ segment: Int, _ count: Int, _ previousWinners: [UInt32]
  ) {
    for _ in 0..<count {
      var weakest: Int?
      var least = Float.greatestFiniteMagnitude
      for (offset, synapse) in connections.synapseStore.row(segment).enumerated() {
        // Of those that hardly differ, the first one goes, as in NuPIC.
        guard synapse.permanence < least - Connections.least,
          previousWinners.index(of: synapse.presynapticCell) == nil
        else { continue }
        (weakest, least) = (offset, synapse.permanence)
      }
      guard let weakest else { return }
      connections.removeSynapse(segment, at: weakest)
    }
  }
}

extension [UInt32] {
  /// Where a number is in ascending ones.
  fileprivate func index(of number: UInt32) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
