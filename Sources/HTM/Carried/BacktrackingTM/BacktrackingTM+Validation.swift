extension BacktrackingTM {
  /// Checks that the parts of the state agree with each other, as is done before it is written.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public func validate() throws(HTMError) { try Self.validate(state, "BacktrackingTMProto") }

  static func validate(_ state: BacktrackingTMProto.Value, _ path: String) throws(HTMError) {
    _ = try RandomProto.Value.random(state.random, "\(path).random")
    let columns = UInt64(state.numberOfCols)
    let width = UInt64(state.cellsPerColumn)
    try StateCheck.matrix(state.cells, columns, width, "\(path).cells")
    try validateStates(state, columns, width, path)
    try validateConfidences(state, columns, width, path)
    switch state.currentOutput.which {
    case .list(let rows):
      try StateCheck.matrix(rows, columns, width, "\(path).currentOutput.list")
    case .none: break
    case .unrecognized(let tag):
      throw .state("\(path).currentOutput", "the member \(tag) of the union is not known")
    }
    try StateCheck.allBelow(
      state.activeColumns, columns, "\(path).activeColumns", "the number of columns")
    for (name, patterns) in [
      ("prevLrnPatterns", state.prevLrnPatterns), ("prevInfPatterns", state.prevInfPatterns),
    ] {
      try StateCheck.allBelow(patterns, columns, "\(path).\(name)", "the number of columns")
    }
    for column in state.cells.indices {
      for cell in state.cells[column].indices {
        let segments = state.cells[column][cell]
        for index in segments.indices {
          try validate(
            segments[index], columns, width, "\(path).cells[\(column)][\(cell)][\(index)]")
        }
      }
    }
    try validateUpdates(state, columns, width, path)
  }

  private static func validateStates(
    _ state: BacktrackingTMProto.Value, _ columns: UInt64, _ width: UInt64, _ path: String
  ) throws(HTMError) {
    for (name, rows) in [
      ("lrnActiveStateT", state.lrnActiveStateT), ("lrnActiveStateT1", state.lrnActiveStateT1),
      ("infActiveStateT", state.infActiveStateT), ("infActiveStateT1", state.infActiveStateT1),
      ("infActiveStateBackup", state.infActiveStateBackup),
      ("infActiveStateCandidate", state.infActiveStateCandidate),
      ("lrnPredictedStateT", state.lrnPredictedStateT),
      ("lrnPredictedStateT1", state.lrnPredictedStateT1),
      ("infPredictedStateT", state.infPredictedStateT),
      ("infPredictedStateT1", state.infPredictedStateT1),
      ("infPredictedStateBackup", state.infPredictedStateBackup),
      ("infPredictedStateCandidate", state.infPredictedStateCandidate),
    ] { try StateCheck.matrix(rows, columns, width, "\(path).\(name)") }
  }

  private static func validateConfidences(
    _ state: BacktrackingTMProto.Value, _ columns: UInt64, _ width: UInt64, _ path: String
  ) throws(HTMError) {
    for (name, rows) in [
      ("cellConfidenceT", state.cellConfidenceT), ("cellConfidenceT1", state.cellConfidenceT1),
      ("cellConfidenceCandidate", state.cellConfidenceCandidate),
    ] { try StateCheck.matrix(rows, columns, width, "\(path).\(name)") }
    for (name, row) in [
      ("colConfidenceT", state.colConfidenceT), ("colConfidenceT1", state.colConfidenceT1),
      ("colConfidenceCandidate", state.colConfidenceCandidate),
    ] { try StateCheck.count(row.count, columns, "\(path).\(name)", "numberOfCols is") }
  }

  private static func validate(
    _ segment: Segment, _ columns: UInt64, _ width: UInt64, _ path: @autoclosure () -> String
  ) throws(HTMError) {
    for index in segment.synapses.indices {
      let synapse = segment.synapses[index]
      try StateCheck.below(
        synapse.srcCellCol, columns, "\(path()).synapses[\(index)].srcCellCol", "numberOfCols")
      try StateCheck.below(
        synapse.srcCellIdx, width, "\(path()).synapses[\(index)].srcCellIdx", "cellsPerColumn")
    }
  }

  private static func validateUpdates(
    _ state: BacktrackingTMProto.Value, _ columns: UInt64, _ width: UInt64, _ path: String
  ) throws(HTMError) {
    for index in state.segmentUpdates.indices {
      let cell = state.segmentUpdates[index]
      let place = "\(path).segmentUpdates[\(index)]"
      try StateCheck.below(cell.columnIdx, columns, "\(place).columnIdx", "numberOfCols")
      try StateCheck.below(cell.cellIdx, width, "\(place).cellIdx", "cellsPerColumn")
      for inner in cell.segmentUpdates.indices {
        guard let update = cell.segmentUpdates[inner].segmentUpdate else { continue }
        let place = "\(place).segmentUpdates[\(inner)].segmentUpdate"
        try StateCheck.below(update.columnIdx, columns, "\(place).columnIdx", "numberOfCols")
        try StateCheck.below(update.cellIdx, width, "\(place).cellIdx", "cellsPerColumn")
        if let segment = update.segment {
          try validate(segment, columns, width, "\(place).segment")
        }
      }
    }
  }
}
