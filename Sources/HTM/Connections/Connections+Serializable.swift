public import Stowage

extension Connections: Serializable {
  public func write(_ builder: ConnectionsProto.Builder) throws {
    builder.version = version
    let cells = try builder.initCells(count: numCells)
    for cell in 0..<numCells where segmentStore.count(cell) > 0 {
      let segments = try cells[cell].initSegments(count: segmentStore.count(cell))
      for (index, segment) in segmentStore.row(cell).enumerated() {
        let row = synapseStore.row(Int(segment))
        let synapses = try segments[index].initSynapses(count: row.count)
        for (index, synapse) in row.enumerated() {
          let element = synapses[index]
          element.presynapticCell = synapse.presynapticCell
          element.permanence = synapse.permanence
        }
      }
    }
  }

  /// Makes connections of those in the struct.
  ///
  /// NuPIC's files do not say from which permanence on synapses are connected: here it is 0.5.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for connections that cannot be, each
  ///   with the field.
  public static func read(_ reader: ConnectionsProto.Reader) throws -> Connections {
    try read(reader, connectedPermanence: 0.5)
  }

  /// Makes connections of those in the struct.
  ///
  /// - Parameters:
  ///   - reader: the struct.
  ///   - connectedPermanence: the permanence from which on a synapse counts as connected.
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for connections that cannot be, each
  ///   with the field.
  public static func read(
    _ reader: ConnectionsProto.Reader, connectedPermanence: Float
  ) throws -> Connections {
    let cells = try reader.cells
    var connections = try Connections(
      numCells: cells.count, connectedPermanence: connectedPermanence)
    connections.version = reader.version
    var emptySegments = 0
    for (index, cell) in cells.enumerated() {
      let segments = try cell.segments
      for segment in segments {
        try connections.readSegment(segment, index)
        if connections.synapseStore.count(connections.cellOfSegment.count - 1) == 0 {
          emptySegments += 1
        }
        // They take no room in a message, so that a few bytes could claim millions of them.
        guard emptySegments <= 1 << 16 + connections.numSynapses else {
          throw HTMError.state(
            "ConnectionsProto.cells[\(index)].segments",
            "there are \(emptySegments) segments without synapses, more than there are synapses")
        }
      }
    }
    connections.rebuildIndex()
    return connections
  }

  private mutating func readSegment(
    _ reader: ConnectionsProto.SegmentProto.Reader, _ cell: Int
  ) throws {
    let synapses = try reader.synapses
    let segment = addSegment(cell)
    synapseStore.reserve(synapses.count, in: segment)
    for element in synapses {
      let synapse = Synapse(
        presynapticCell: element.presynapticCell, permanence: element.permanence)
      guard Int(synapse.presynapticCell) < numCells, (0...1).contains(synapse.permanence) else {
        throw Self.error(cell, indexOnCell(segment), synapse, numCells)
      }
      synapseStore.append(synapse, to: segment)
    }
    numSynapses += synapses.count
  }

  private static func error(
    _ cell: Int, _ segment: Int, _ synapse: Synapse, _ numCells: Int
  ) -> HTMError {
    .state(
      "ConnectionsProto.cells[\(cell)].segments[\(segment)].synapses",
      "a synapse from cell \(synapse.presynapticCell) with the permanence \(synapse.permanence) "
        + "cannot be: there are \(numCells) cells, and permanences are from 0 to 1")
  }
}
