public import Stowage

extension TMRegion: Serializable {
  public func write(_ builder: TMRegionProto.Builder) throws {
    try builder.setTemporalImp(temporalImp)
    builder.columnCount = UInt32(truncatingIfNeeded: columnCount)
    builder.inputWidth = UInt32(truncatingIfNeeded: inputWidth)
    builder.cellsPerColumn = UInt32(truncatingIfNeeded: cellsPerColumn)
    builder.learningMode = learningMode
    builder.inferenceMode = inferenceMode
    builder.anomalyMode = anomalyMode
    builder.topDownMode = topDownMode
    builder.computePredictedActiveCellIndices = computePredictedActiveCellIndices
    builder.orColumnOutputs = orColumnOutputs
    switch memory {
    case .temporal(let memory): try memory.write(builder.initTemporalMemory())
    case .backtracking(let memory): try memory.write(builder.initBacktrackingTM())
    case .backtrackingCPP(let memory): try memory.write(builder.initBacktrackingTMCpp())
    }
  }

  public static func read(_ reader: TMRegionProto.Reader) throws -> TMRegion {
    let path = "TMRegionProto"
    let memory: Memory
    switch try reader.which {
    case .temporalMemory(let state): memory = .temporal(try TemporalMemory.read(state))
    case .backtrackingTM(let state): memory = .backtracking(try BacktrackingTM.read(state))
    case .backtrackingTMCpp(let state):
      memory = .backtrackingCPP(try BacktrackingTMCPP.read(state))
    case .unrecognized(let tag):
      throw HTMError.state(path, "it holds a memory of a kind that is not known: \(tag)")
    }
    let region = try TMRegion(memory, reader)
    for (name, given, own) in [
      ("columnCount", reader.columnCount, region.columnCount),
      ("cellsPerColumn", reader.cellsPerColumn, region.cellsPerColumn),
    ] where Int(given) != own {
      throw HTMError.state("\(path).\(name)", "it is \(given), and the memory's is \(own)")
    }
    return region
  }

  private init(_ memory: Memory, _ reader: TMRegionProto.Reader) throws {
    self.init(
      memory, temporalImp: String(try reader.temporalImp), inputWidth: Int(reader.inputWidth))
    learningMode = reader.learningMode
    inferenceMode = reader.inferenceMode
    anomalyMode = reader.anomalyMode
    topDownMode = reader.topDownMode
    computePredictedActiveCellIndices = reader.computePredictedActiveCellIndices
    orColumnOutputs = reader.orColumnOutputs
  }
}
