public import Stowage

extension Cells4: Serializable {
  public func write(_ builder: Cells4Proto.Builder) throws {
    try validate()
    try writeState(builder)
  }

  func writeState(_ builder: Cells4Proto.Builder) throws {
    try state.write(to: builder)
    try Self.fillEmpty(builder)
    try absent.restore(builder.dynamic)
  }

  /// Reads the state, and checks that its parts agree.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state in which no cells can
  ///   be, each with the field.
  public static func read(_ reader: Cells4Proto.Reader) throws -> Cells4 {
    let cells = try Cells4(unchecked: reader, "Cells4Proto")
    try cells.validate()
    return cells
  }

  init(unchecked reader: Cells4Proto.Reader, _ path: String) throws {
    // Cells may take no memory in a message, so their number is looked at before they are copied.
    try StateCheck.count(
      reader.cells.count, UInt64(reader.nColumns) * UInt64(reader.nCellsPerCol), "\(path).cells",
      "nColumns times nCellsPerCol is")
    state = try Cells4Proto.Value(reader)
    absent = try AbsentFields(reader.dynamic)
  }

  /// Makes the empty lists in the elements of lists, which NuPIC does not leave out.
  static func fillEmpty(_ builder: Cells4Proto.Builder) throws {
    for cell in try builder.cells {
      if !cell.hasSegments { try cell.initSegments(count: 0) }
      for segment in try cell.segments where !segment.hasSynapses {
        try segment.initSynapses(count: 0)
      }
    }
    for update in try builder.segmentUpdates where !update.hasSynapses {
      try update.initSynapses(count: 0)
    }
  }
}
