public import Stowage

extension BacktrackingTM: Serializable {
  public func write(_ builder: BacktrackingTMProto.Builder) throws {
    try validate()
    try writeState(builder)
  }

  func writeState(_ builder: BacktrackingTMProto.Builder) throws {
    try state.write(to: builder)
    try Self.fillEmpty(builder)
    try absent.restore(builder.dynamic)
  }

  /// Reads the state, and checks that its parts agree.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state in which no memory can
  ///   be, each with the field.
  public static func read(_ reader: BacktrackingTMProto.Reader) throws -> BacktrackingTM {
    let memory = try BacktrackingTM(unchecked: reader, "BacktrackingTMProto")
    try memory.validate()
    return memory
  }

  init(unchecked reader: BacktrackingTMProto.Reader, _ path: String) throws {
    try StateCheck.count(
      reader.cells.count, UInt64(reader.numberOfCols), "\(path).cells", "the rows are")
    state = try BacktrackingTMProto.Value(reader)
    absent = try AbsentFields(reader.dynamic)
  }

  /// Makes the empty lists in the elements of lists, which NuPIC does not leave out.
  static func fillEmpty(_ builder: BacktrackingTMProto.Builder) throws {
    let columns = try builder.cells
    for column in 0..<columns.count {
      let cells = try columns[column]
      for cell in 0..<cells.count {
        for segment in try cells[cell] where !segment.hasSynapses {
          try segment.initSynapses(count: 0)
        }
      }
    }
    for cell in try builder.segmentUpdates {
      if !cell.hasSegmentUpdates { try cell.initSegmentUpdates(count: 0) }
      for wrapper in try cell.segmentUpdates where wrapper.hasSegmentUpdate {
        let update = try wrapper.segmentUpdate
        if !update.hasActiveSynapses { try update.initActiveSynapses(count: 0) }
        if update.hasSegment {
          let segment = try update.segment
          if !segment.hasSynapses { try segment.initSynapses(count: 0) }
        }
      }
    }
  }
}
