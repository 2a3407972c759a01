extension Cells4 {
  /// Checks that the parts of the state agree with each other, as is done before it is written.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public func validate() throws(HTMError) { try Self.validate(state, "Cells4Proto") }

  static func validate(_ state: Cells4Proto.Value, _ path: String) throws(HTMError) {
    guard state.version == 2 else {
      throw .state(
        "\(path).version", "it is \(state.version), and NuPIC reads nothing but version 2")
    }
    _ = try RandomProto.Value.random(state.rng, "\(path).rng")
    let columns = UInt64(state.nColumns)
    let cells = columns * UInt64(state.nCellsPerCol)
    try StateCheck.count(
      state.cells.count, cells, "\(path).cells", "nColumns times nCellsPerCol is")
    try validateStates(state, cells, path)
    for (name, list) in [
      ("cellConfidenceT", state.cellConfidenceT), ("cellConfidenceT1", state.cellConfidenceT1),
    ] { try StateCheck.optionalCount(list.count, cells, "\(path).\(name)", "the cells are") }
    for (name, list) in [
      ("colConfidenceT", state.colConfidenceT), ("colConfidenceT1", state.colConfidenceT1),
    ] { try StateCheck.optionalCount(list.count, columns, "\(path).\(name)", "the columns are") }
    for (name, patterns) in [
      ("prevInfPatterns", state.prevInfPatterns), ("prevLrnPatterns", state.prevLrnPatterns),
    ] {
      try StateCheck.allBelow(patterns, columns, "\(path).\(name)", "the number of columns")
    }
    try validateSegments(state, cells, path)
    try validateUpdates(state, cells, path)
  }

  private static func validateStates(
    _ state: Cells4Proto.Value, _ cells: UInt64, _ path: String
  ) throws(HTMError) {
    for (name, value) in [
      ("learnActiveStateT", state.learnActiveStateT),
      ("learnActiveStateT1", state.learnActiveStateT1),
      ("learnPredictedStateT", state.learnPredictedStateT),
      ("learnPredictedStateT1", state.learnPredictedStateT1),
      ("infActiveStateT", state.infActiveStateT), ("infActiveStateT1", state.infActiveStateT1),
      ("infPredictedStateT", state.infPredictedStateT),
      ("infPredictedStateT1", state.infPredictedStateT1),
    ] {
      guard let value else { continue }
      try StateCheck.count(value.pData.count, cells, "\(path).\(name).pData", "the cells are")
      try StateCheck.count(
        value.cellsOn.count, UInt64(value.countOn), "\(path).\(name).cellsOn", "countOn is")
      try StateCheck.allBelow(
        value.cellsOn, cells, "\(path).\(name).cellsOn", "the number of cells")
    }
  }

  private static func validateSegments(
    _ state: Cells4Proto.Value, _ cells: UInt64, _ path: String
  ) throws(HTMError) {
    for cell in state.cells.indices {
      let segments = state.cells[cell].segments
      for segment in segments.indices {
        let synapses = segments[segment].synapses
        for synapse in synapses.indices {
          try StateCheck.below(
            synapses[synapse].srcCellIdx, cells,
            "\(path).cells[\(cell)].segments[\(segment)].synapses[\(synapse)].srcCellIdx",
            "the number of cells")
        }
      }
    }
  }

  private static func validateUpdates(
    _ state: Cells4Proto.Value, _ cells: UInt64, _ path: String
  ) throws(HTMError) {
    for index in state.segmentUpdates.indices {
      let update = state.segmentUpdates[index]
      let place = "\(path).segmentUpdates[\(index)]"
      try StateCheck.below(update.cellIdx, cells, "\(place).cellIdx", "the number of cells")
      // A segment that is still to be made has the largest number.
      if update.segIdx != .max {
        let segments = state.cells[Int(update.cellIdx)].segments.count
        try StateCheck.below(
          update.segIdx, UInt64(segments), "\(place).segIdx", "the number of the cell's segments")
      }
      try StateCheck.allBelow(
        update.synapses, cells, "\(place).synapses", "the number of cells")
    }
  }
}
