extension TMRegion {
  /// Makes a region of what NuPIC's configurations say of it.
  ///
  /// There are as many columns as elements come in, whatever they say.
  init(_ table: inout ConfigTable, inputWidth: Int) throws(HTMError) {
    let implementation = try table.text("temporalImp") ?? "py"
    guard implementation == "tm_cpp" || implementation == "tm_py" else {
      let isKnown = implementation == "cpp" || implementation == "py"
      throw HTMError(
        isKnown ? .unsupported : .invalidParameter, table.path("temporalImp"),
        isKnown
          ? "the backtracking memory \(implementation) can be opened from NuPIC's files, and cannot "
            + "be made or run here: use tm_cpp"
          : "it is tm_cpp or tm_py, and not \(implementation)")
    }
    table.ignore(
      "inputWidth", "columnCount", "globalDecay", "maxAge", "outputType", "verbosity", "pamLength",
      "burnIn",
      "maxInfBacktrack", "maxLrnBacktrack", "maxSeqLength", "permanenceMax", "doPooling",
      "segUpdateValidDuration", "collectStats", "checkSynapseConsistency", "cellsSavePath")
    var parameters = TemporalMemory.Parameters()
    parameters.columnDimensions = [inputWidth]
    parameters.cellsPerColumn = try table.int("cellsPerColumn") ?? 10
    parameters.activationThreshold = try table.int("activationThreshold") ?? 12
    parameters.minThreshold = try table.int("minThreshold") ?? 8
    parameters.maxNewSynapseCount = try table.int("newSynapseCount") ?? 15
    parameters.initialPermanence = try table.float("initialPerm") ?? 0.11
    parameters.connectedPermanence = try table.float("connectedPerm") ?? 0.5
    parameters.permanenceIncrement = try table.float("permanenceInc") ?? 0.1
    parameters.permanenceDecrement = try table.float("permanenceDec") ?? 0.1
    parameters.predictedSegmentDecrement = try table.float("predictedSegmentDecrement") ?? 0
    parameters.maxSegmentsPerCell = try table.int("maxSegmentsPerCell") ?? 255
    parameters.maxSynapsesPerSegment = try table.int("maxSynapsesPerSegment") ?? 255
    parameters.seed = try table.seed("seed") ?? 42
    do throws(HTMError) {
      self.init(try TemporalMemory(parameters))
    } catch { throw table.placed(error) }
    temporalImp = implementation
    orColumnOutputs = try table.flag("orColumnOutputs") ?? false
    computePredictedActiveCellIndices =
      try table.flag("computePredictedActiveCellIndices") ?? false
  }
}
