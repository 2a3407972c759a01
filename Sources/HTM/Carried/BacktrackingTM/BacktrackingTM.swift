/// The state of NuPIC's backtracking temporal memory in Python, as it saved it.
///
/// The state is complete, and can be looked at, changed and saved again; NuPIC goes on from it. It
/// is not run here. Every field of ``state`` can be used as one of the memory: `tm.pamLength`.
///
/// A list that a file does not have is as empty as one that it has and that is empty; lists of
/// synapses are written as NuPIC does, as there and empty.
@dynamicMemberLookup
public struct BacktrackingTM: Hashable, Codable, Sendable {
  /// A segment, with its synapses.
  public typealias Segment = BacktrackingSegmentProto.Value

  /// Everything that NuPIC saves, by the names of its schema.
  public var state: BacktrackingTMProto.Value

  var absent = AbsentFields()

  /// Takes up a state.
  ///
  /// - Throws: `HTMError` with the field that does not agree with the others.
  public init(state: BacktrackingTMProto.Value) throws(HTMError) {
    self.state = state
    try validate()
  }

  /// A field of the state.
  public subscript<Field>(
    dynamicMember path: WritableKeyPath<BacktrackingTMProto.Value, Field>
  ) -> Field {
    get { state[keyPath: path] }
    set { state[keyPath: path] = newValue }
  }

  /// The segments of a cell.
  public func segments(column: Int, cell: Int) -> [Segment] { state.cells[column][cell] }

  /// The number of segments.
  public var numSegments: Int {
    state.cells.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
  }

  /// The number of synapses.
  public var numSynapses: Int {
    state.cells.joined().joined().reduce(0) { $0 + $1.synapses.count }
  }

  /// The cells that are on in one of the states, such as `\.infActiveStateT`.
  public func cellsOn(
    _ field: KeyPath<BacktrackingTMProto.Value, [[Int8]]>
  ) -> [(column: Int, cell: Int)] { state.cellsOn(state[keyPath: field]) }

  /// What the memory gave out last, by column and cell; nil before the first time.
  public var output: [[Bool]]? {
    get {
      if case .list(let rows) = state.currentOutput.which { rows } else { nil }
    }
    set { state.currentOutput.which = newValue.map { .list($0) } ?? .none }
  }

  /// The average number of active columns; nil as long as it is not known.
  public var inputDensity: Double? {
    get { state.avgInputDensity < 0 ? nil : state.avgInputDensity }
    set { state.avgInputDensity = newValue ?? -1 }
  }

  /// The generator of random numbers.
  ///
  /// - Throws: `HTMError` when the state has none.
  public var random: Random {
    get throws(HTMError) {
      try RandomProto.Value.random(state.random, "BacktrackingTMProto.random")
    }
  }
}

extension BacktrackingTMProto.Value {
  func cellsOn(_ rows: [[Int8]]) -> [(column: Int, cell: Int)] {
    rows.indices.flatMap { column in
      rows[column].indices.filter { rows[column][$0] != 0 }.map { (column, $0) }
    }
  }
}
