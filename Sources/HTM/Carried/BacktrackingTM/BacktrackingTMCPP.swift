/// The state of NuPIC's backtracking temporal memory with its cells in C++, as it saved it.
///
/// This is the temporal memory of most models. What infers is in ``base``: the states of inference
/// and the confidences; what learns is in ``cells4``: segments, and the states of learning. It is
/// not run here.
public struct BacktrackingTMCPP: Hashable, Codable, Sendable {
  /// What NuPIC keeps in Python: parameters, and the states of inference, but no segments.
  public var base: BacktrackingTM

  /// What NuPIC keeps in C++: segments, and the states of learning.
  public var cells4: Cells4

  /// Whether NuPIC makes the cells again for each call.
  public var makeCells4Ephemeral: Bool

  /// The seed that the memory was made with.
  public var seed: Int64

  /// Whether NuPIC checks its synapses.
  public var checkSynapseConsistency: Bool

  /// The arguments of the initializer, as JSON.
  public var initArgs: String

  var absent = AbsentFields()

  /// Puts the two parts together.
  ///
  /// - Throws: `HTMError` with the field where they do not agree.
  public init(
    base: BacktrackingTM, cells4: Cells4, seed: Int64, initArgs: String,
    makeCells4Ephemeral: Bool = false, checkSynapseConsistency: Bool = false
  ) throws(HTMError) {
    self.base = base
    self.cells4 = cells4
    self.seed = seed
    self.initArgs = initArgs
    self.makeCells4Ephemeral = makeCells4Ephemeral
    self.checkSynapseConsistency = checkSynapseConsistency
    try validate()
  }

  /// Checks that the parts of the state agree with each other, as is done before it is written.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public func validate() throws(HTMError) {
    let path = "BacktrackingTMCppProto"
    try BacktrackingTM.validate(base.state, "\(path).baseTM")
    try Cells4.validate(cells4.state, "\(path).cells4")
    guard cells4.state.nColumns == base.state.numberOfCols else {
      throw .state(
        "\(path).cells4.nColumns",
        "it is \(cells4.state.nColumns), and baseTM.numberOfCols is \(base.state.numberOfCols)")
    }
    guard cells4.state.nCellsPerCol == base.state.cellsPerColumn else {
      throw .state(
        "\(path).cells4.nCellsPerCol",
        "it is \(cells4.state.nCellsPerCol), and baseTM.cellsPerColumn is "
          + "\(base.state.cellsPerColumn)")
    }
  }

  /// The segments of a cell, with the places of dead ones.
  public func segments(column: Int, cell: Int) -> [Cells4.Segment] {
    cells4.segments(column: column, cell: cell)
  }
}
