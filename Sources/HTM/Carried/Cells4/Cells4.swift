/// The cells, segments and synapses of NuPIC's backtracking temporal memory in C++, as it saved
/// them.
///
/// The state is complete, and can be looked at, changed and saved again; NuPIC goes on from it. It
/// is not run here. Every field of ``state`` can be used as one of the cells: `cells.pamLength`.
///
/// A list that a file does not have is as empty as one that it has and that is empty; lists of
/// segments and synapses are written as NuPIC does, as there and empty.
@dynamicMemberLookup
public struct Cells4: Hashable, Codable, Sendable {
  /// A segment; a dead one has no synapses, and keeps its place for the next one.
  public typealias Segment = Cells4SegmentProto.Value

  /// Everything that NuPIC saves, by the names of its schema.
  public var state: Cells4Proto.Value

  var absent = AbsentFields()

  /// Takes up a state.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public init(state: Cells4Proto.Value) throws(HTMError) {
    self.state = state
    try validate()
  }

  /// A field of the state.
  public subscript<Field>(
    dynamicMember path: WritableKeyPath<Cells4Proto.Value, Field>
  ) -> Field {
    get { state[keyPath: path] }
    set { state[keyPath: path] = newValue }
  }

  /// The number of cells in all columns.
  public var numCells: Int { state.cells.count }

  /// The segments of a cell, with the places of dead ones.
  ///
  /// - Parameter cell: the number of the cell: that of its column times `nCellsPerCol`, plus its
  ///   own in the column.
  public func segments(ofCell cell: Int) -> [Segment] { state.cells[cell].segments }

  /// The segments of a cell, with the places of dead ones.
  public func segments(column: Int, cell: Int) -> [Segment] {
    segments(ofCell: column * Int(state.nCellsPerCol) + cell)
  }

  /// The number of segments that are alive.
  public var numSegments: Int {
    state.cells.reduce(0) { $0 + $1.segments.count { !$0.synapses.isEmpty } }
  }

  /// The number of synapses.
  public var numSynapses: Int {
    state.cells.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.synapses.count } }
  }

  /// The cells that are on in one of the states, such as `\.learnActiveStateT`, in ascending order.
  ///
  /// Cells that belong to a ``BacktrackingTMCPP`` leave the states of inference to it.
  public func cellsOn(_ field: KeyPath<Cells4Proto.Value, CStateProto.Value?>) -> [Int] {
    let bytes = state[keyPath: field]?.pData ?? []
    return bytes.indices.filter { bytes[$0] != 0 }
  }

  /// The generator of random numbers.
  ///
  /// - Throws: `HTMError` when the state has none.
  public var random: Random {
    get throws(HTMError) { try RandomProto.Value.random(state.rng, "Cells4Proto.rng") }
  }
}
