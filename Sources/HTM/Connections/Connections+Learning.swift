// How segments learn and are excited, in the loops that a step spends its time in.

extension Connections {
  /// The permanence below which a synapse is destroyed.
  static let least: Float = 0.000001

  /// Moves the permanences of a segment, and destroys the synapses that come to nothing.
  ///
  /// - Parameters:
  ///   - isActive: whether each cell is active.
  ///   - gain: what synapses from active cells gain.
  ///   - loss: what the others lose.
  /// - Returns: whether synapses are left.
  mutating func adapt(_ segment: Int, _ isActive: [Bool], gain: Float, loss: Float) -> Bool {
    let range = synapseStore.range(segment)
    var kept = range.lowerBound
    let isActive = isActive.span
    // Taken out for the time being, so that the index can change meanwhile.
    var elements: [Synapse] = []
    swap(&elements, &synapseStore.elements)
    defer { swap(&elements, &synapseStore.elements) }
    var synapses = elements.mutableSpan
    for place in range {
      var synapse = synapses[place]
      let cell = synapse.presynapticCell
      let wasConnected = synapse.permanence >= threshold
      let value = synapse.permanence + (isActive[Int(cell)] ? gain : -loss)
      synapse.permanence = value < 0 ? 0 : value > 1 ? 1 : value
      if synapse.permanence < Self.least {
        presynaptic.remove(segment, from: cell, wasConnected)
        numSynapses -= 1
        continue
      }
      let connects = synapse.permanence >= threshold
      if connects != wasConnected { presynaptic.change(segment, of: cell, to: connects) }
      synapses[kept] = synapse
      kept += 1
    }
    if kept < range.upperBound { synapseStore.truncate(segment, to: kept - range.lowerBound) }
    return kept > range.lowerBound
  }

  /// Counts the synapses of active cells on each segment.
  ///
  /// - Parameters:
  ///   - activeCells: the cells that are active.
  ///   - activity: the counts, all zero before; as many as segments or more.
  ///   - excited: is given the segments that have such synapses.
  func count(
    _ activeCells: [UInt32], into activity: inout [SegmentActivity], _ excited: inout [UInt32]
  ) {
    var counts = activity.mutableSpan
    let entries = presynaptic.store.elements.span
    for cell in activeCells {
      for place in presynaptic.store.range(Int(cell)) {
        let entry = entries[place]
        let segment = Int(entry >> 1)
        var count = counts[segment]
        if count.potential == 0 { excited.append(entry >> 1) }
        count.potential &+= 1
        count.connected &+= entry & 1
        counts[segment] = count
      }
    }
  }

  /// Sorts segments by their cells, and those of a cell by age.
  func sort(_ segments: [UInt32]) -> [UInt32] {
    var keys = segments.map { segment in
      UInt64(cellOfSegment[Int(segment)]) << 32 | UInt64(segment)
    }
    keys.sort()
    var sorted = keys.map { UInt32(truncatingIfNeeded: $0) }
    var start = 0
    while start < keys.count {
      let cell = keys[start] >> 32
      var end = start + 1
      while end < keys.count, keys[end] >> 32 == cell { end += 1 }
      if end > start + 1 {
        // A cell's segments are in the order of their age, which their numbers do not tell.
        var counts: [UInt32: Int] = [:]
        for segment in sorted[start..<end] { counts[segment, default: 0] += 1 }
        var place = start
        for segment in segmentStore.row(Int(cell)) {
          for _ in 0..<(counts[segment] ?? 0) {
            sorted[place] = segment
            place += 1
          }
        }
      }
      start = end
    }
    return sorted
  }

  /// The cell of each of some segments, and which of the cell's segments it is.
  ///
  /// - Parameter sorted: the segments, sorted.
  func places(_ sorted: [UInt32]) -> [(cell: Int, index: Int)] {
    var places: [(cell: Int, index: Int)] = []
    places.reserveCapacity(sorted.count)
    var next = 0
    while next < sorted.count {
      let cell = Int(cellOfSegment[Int(sorted[next])])
      let first = next
      for (index, segment) in segmentStore.row(cell).enumerated() where segment == sorted[next] {
        places.append((cell, index))
        next += 1
        if next == sorted.count || Int(cellOfSegment[Int(sorted[next])]) != cell { break }
      }
      if next == first { next += 1 }
    }
    return places
  }
}
