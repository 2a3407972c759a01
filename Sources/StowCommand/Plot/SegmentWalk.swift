internal import CapnProto

/// Goes over the segments of a temporal memory, by cell.
struct SegmentWalk {
  private let cells: DynamicList.Reader

  /// Takes up Connections, or what holds one; nil where there is none.
  init?(_ root: DynamicStruct.Reader) throws {
    let connections = try root.inner("connections") ?? root
    guard let cells = try connections.list("cells"), case .structure = cells.elementType,
      !cells.hasEmptyElements
    else { return nil }
    self.cells = cells
  }

  var cellCount: Int { cells.count }

  /// Calls a function with the segments of each cell, and another one with each segment's synapses.
  func forEach(
    _ cell: (_ index: Int, _ segments: Int) throws -> Void,
    segment: (_ synapses: DynamicList.Reader?) throws -> Void
  ) throws {
    for index in 0..<cells.count {
      guard case .structure(let reader) = try cells.get(index) else { continue }
      let segments = try reader.list("segments")
      let count = segments.map { $0.hasEmptyElements ? 0 : $0.count } ?? 0
      try cell(index, count)
      guard let segments, count > 0 else { continue }
      for place in 0..<count {
        guard case .structure(let item) = try segments.get(place) else { continue }
        try segment(item.list("synapses"))
      }
    }
  }

  /// The permanences of all synapses.
  func forEachPermanence(_ body: (Double) throws -> Void) throws {
    try forEach(
      { _, _ in },
      segment: { synapses in
        guard let synapses, !synapses.hasEmptyElements else { return }
        for index in 0..<synapses.count {
          guard case .structure(let synapse) = try synapses.get(index) else { continue }
          if let value = try synapse.number("permanence") { try body(value) }
        }
      })
  }
}
