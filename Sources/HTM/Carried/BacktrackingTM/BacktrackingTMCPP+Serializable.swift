public import Stowage

extension BacktrackingTMCPP: Serializable {
  public func write(_ builder: BacktrackingTMCppProto.Builder) throws {
    try validate()
    builder.makeCells4Ephemeral = makeCells4Ephemeral
    builder.seed = seed
    builder.checkSynapseConsistency = checkSynapseConsistency
    try builder.setInitArgs(initArgs)
    try absent.restore(builder.dynamic)
    try base.writeState(builder.initBaseTM())
    try cells4.writeState(builder.initCells4())
  }

  /// Reads the state, and checks that its parts agree.
  ///
  /// - Throws: `CapnProtoError` for a damaged message, `HTMError` for a state in which no memory can
  ///   be, each with the field.
  public static func read(_ reader: BacktrackingTMCppProto.Reader) throws -> BacktrackingTMCPP {
    let path = "BacktrackingTMCppProto"
    for (name, isThere) in [("baseTM", reader.hasBaseTM), ("cells4", reader.hasCells4)] {
      guard isThere else {
        throw HTMError.state("\(path).\(name)", "it is not there")
      }
    }
    var memory = try BacktrackingTMCPP(
      base: BacktrackingTM(unchecked: reader.baseTM, "\(path).baseTM"),
      cells4: Cells4(unchecked: reader.cells4, "\(path).cells4"),
      seed: reader.seed, initArgs: String(reader.initArgs),
      makeCells4Ephemeral: reader.makeCells4Ephemeral,
      checkSynapseConsistency: reader.checkSynapseConsistency)
    memory.absent = try AbsentFields(reader.dynamic, deep: false)
    return memory
  }
}
