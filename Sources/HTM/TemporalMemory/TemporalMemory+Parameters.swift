extension TemporalMemory {
  /// What a temporal memory is made with.
  ///
  /// The names and defaults are those of NuPIC's C++ class.
  public struct Parameters: Sendable, Hashable {
    /// The number of columns on each axis.
    public var columnDimensions: [Int] = [2048]

    /// The number of cells in each column.
    public var cellsPerColumn = 32

    /// How many connected synapses from active cells make a segment active.
    public var activationThreshold = 13

    /// The permanence of a new synapse.
    public var initialPermanence: Float = 0.21

    /// The permanence from which on a synapse is connected.
    public var connectedPermanence: Float = 0.5

    /// How many synapses from active cells let a segment be chosen for learning.
    public var minThreshold = 10

    /// How many synapses a segment grows in a step at most.
    public var maxNewSynapseCount = 20

    /// What a synapse of a learning segment gains when its cell was active.
    public var permanenceIncrement: Float = 0.1

    /// What a synapse of a learning segment loses when its cell was not active.
    public var permanenceDecrement: Float = 0.1

    /// What the active synapses of a segment lose that predicted what did not come.
    public var predictedSegmentDecrement: Float = 0

    /// The seed of the random generator.
    public var seed: UInt64 = 42

    /// How many segments a cell has at most.
    public var maxSegmentsPerCell = 255

    /// How many synapses a segment has at most.
    public var maxSynapsesPerSegment = 255

    /// Whether NuPIC insists on sorted input; kept for its files, and input is sorted here.
    public var checkInputs = true

    /// The defaults.
    public init() {}
  }
}

extension TemporalMemory.Parameters {
  var numColumns: Int {
    columnDimensions.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
  }

  /// Throws where NuPIC would fail, or do what nobody can want.
  func check() throws(HTMError) {
    try SpatialPooler.Parameters.check(columnDimensions, "columnDimensions")
    let (cells, overflow) = numColumns.multipliedReportingOverflow(by: max(0, cellsPerColumn))
    guard cellsPerColumn > 0, !overflow, cells < Int(UInt32.max) else {
      throw .parameter(
        "cellsPerColumn",
        "it is at least 1, and makes less than 2^32 - 1 cells: \(cellsPerColumn)")
    }
    try check(activationThreshold, "activationThreshold", 0...Int(UInt32.max))
    try check(minThreshold, "minThreshold", 0...Int(UInt32.max))
    try check(maxNewSynapseCount, "maxNewSynapseCount", 0...Int(Int32.max))
    try check(maxSegmentsPerCell, "maxSegmentsPerCell", 1...Int(UInt16.max))
    try check(maxSynapsesPerSegment, "maxSynapsesPerSegment", 1...Int(UInt16.max))
    for (value, name) in [
      (initialPermanence, "initialPermanence"), (connectedPermanence, "connectedPermanence"),
      (permanenceIncrement, "permanenceIncrement"), (permanenceDecrement, "permanenceDecrement"),
      (predictedSegmentDecrement, "predictedSegmentDecrement"),
    ] where !(0...1).contains(value) {
      throw .parameter(name, "\(value) is not from 0 to 1")
    }
  }

  private func check(
    _ value: Int, _ name: String, _ range: ClosedRange<Int>
  ) throws(HTMError) {
    guard range.contains(value) else {
      throw .parameter(name, "\(value) is not from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
