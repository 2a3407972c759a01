/// For each cell, the segments that it has synapses on, and whether these are connected.
///
/// It is the connections read backwards, kept so that a step need look only at the synapses of cells
/// that are active.
struct PresynapticIndex: Sendable {
  /// An entry is the segment's number, doubled, and one more where the synapse is connected.
  private(set) var store = RowStore<UInt32>(filler: 0)

  private func entry(_ segment: Int, _ isConnected: Bool) -> UInt32 {
    UInt32(truncatingIfNeeded: segment) << 1 | (isConnected ? 1 : 0)
  }

  mutating func add(_ segment: Int, to cell: UInt32, _ isConnected: Bool) {
    store.append(entry(segment, isConnected), to: Int(cell))
  }

  mutating func remove(_ segment: Int, from cell: UInt32, _ isConnected: Bool) {
    guard let place = place(entry(segment, isConnected), Int(cell)) else { return }
    store.removeUnordered(at: place, of: Int(cell))
  }

  /// Notes that a synapse became connected, or is so no more.
  mutating func change(_ segment: Int, of cell: UInt32, to isConnected: Bool) {
    guard let place = place(entry(segment, !isConnected), Int(cell)) else { return }
    store.elements[place] = entry(segment, isConnected)
  }

  // Where a cell has several synapses on a segment, any of the equal entries will do.
  private func place(_ entry: UInt32, _ cell: Int) -> Int? {
    let range = store.range(cell)
    let entries = store.elements.span
    for place in range where entries[place] == entry { return place }
    return nil
  }
}

extension PresynapticIndex {
  /// The index of connections, made at once.
  init(_ synapses: RowStore<Connections.Synapse>, segments: Int, cells: Int, threshold: Float) {
    var lengths: [Int32] = []
    for segment in 0..<segments {
      for synapse in synapses.row(segment) {
        let cell = Int(synapse.presynapticCell)
        if cell >= lengths.count {
          lengths.append(contentsOf: repeatElement(0, count: cell + 1 - lengths.count))
        }
        lengths[cell] += 1
      }
    }
    store = RowStore(filler: 0, lengths: lengths)
    for segment in 0..<segments {
      for synapse in synapses.row(segment) {
        add(segment, to: synapse.presynapticCell, synapse.permanence >= threshold)
      }
    }
  }
}
