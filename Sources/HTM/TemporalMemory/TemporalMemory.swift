/// Learns sequences of active columns, and predicts the cells that become active next.
///
/// It computes what NuPIC's C++ class computes, bit for bit, and reads and writes its files.
public struct TemporalMemory: Sendable {
  /// What it was made with; those that may change later can be set.
  public internal(set) var parameters: Parameters

  /// The number of columns.
  public let numColumns: Int

  /// The number of cells.
  public let numCells: Int

  /// The segments and synapses.
  public internal(set) var connections: Connections

  /// The generator that chooses between equals.
  public internal(set) var random: Random

  /// The number of steps with learning.
  public internal(set) var iteration: UInt64 = 0

  var active: [UInt32] = []
  var winners: [UInt32] = []

  /// Segments that are active, by cell and age.
  var activeSegmentList: [UInt32] = []

  /// Segments that could become active, by cell and age.
  var matchingSegmentList: [UInt32] = []

  /// For each segment, its synapses from active cells.
  var activity: [SegmentActivity] = []

  /// The segments that have such synapses.
  var excited: [UInt32] = []

  /// For each segment, the last step with learning in which it was active.
  var lastUsed: [UInt64] = []

  /// Scratch: one for each cell, all false between steps.
  var isMarked: [Bool]

  /// Makes a memory that has not learnt anything.
  ///
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(_ parameters: Parameters) throws(HTMError) {
    try parameters.check()
    let numCells = parameters.numColumns * parameters.cellsPerColumn
    self.init(
      parameters, Connections(cells: numCells, parameters.connectedPermanence),
      Random(seed: parameters.seed))
  }

  /// Makes a memory for columns of a shape, the other parameters as they are by default.
  ///
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(
    columnDimensions: [Int], cellsPerColumn: Int = 32,
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws(HTMError) {
    var parameters = Parameters()
    parameters.columnDimensions = columnDimensions
    parameters.cellsPerColumn = cellsPerColumn
    change(&parameters)
    try self.init(parameters)
  }

  /// A memory of parts that fit each other.
  init(_ parameters: Parameters, _ connections: Connections, _ random: Random) {
    self.parameters = parameters
    self.connections = connections
    self.random = random
    numColumns = parameters.numColumns
    numCells = connections.numCells
    isMarked = Array(repeating: false, count: numCells)
    makeRoomForSegments()
  }

  /// Has counts for each segment that there is.
  mutating func makeRoomForSegments() {
    let missing = connections.segmentFlatListLength - activity.count
    guard missing > 0 else { return }
    activity.append(contentsOf: repeatElement(SegmentActivity(), count: missing))
    lastUsed.append(contentsOf: repeatElement(0, count: missing))
  }
}
