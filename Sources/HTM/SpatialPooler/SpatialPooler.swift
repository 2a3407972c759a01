/// Turns inputs into sparse sets of active columns, which it learns to tell apart.
///
/// It computes what NuPIC's C++ class computes, bit for bit, and reads and writes its files.
public struct SpatialPooler: Sendable {
  /// What it was made with.
  ///
  /// Of the numbers that NuPIC keeps apart from these, each has a property of its own.
  public internal(set) var parameters: Parameters

  /// The number of inputs.
  public let numInputs: Int

  /// The number of columns.
  public let numColumns: Int

  /// What every synapse of a column gains that overlaps too rarely.
  public internal(set) var synPermBelowStimulusInc: Float

  /// The permanence below which a synapse has none.
  public internal(set) var synPermTrimThreshold: Float

  /// The least permanence.
  public internal(set) var synPermMin: Float = 0

  /// The largest permanence.
  public internal(set) var synPermMax: Float = 1

  /// After how many steps the inhibition radius and the least duty cycles are found anew.
  public internal(set) var updatePeriod = 50

  /// How far columns compete with each other.
  public internal(set) var inhibitionRadius = 0

  /// The number of steps.
  public internal(set) var iterationNum = 0

  /// The number of steps with learning.
  public internal(set) var iterationLearnNum = 0

  /// For each column, the part of the steps in which it overlapped with the input.
  public internal(set) var overlapDutyCycles: [Float]

  /// For each column, the part of the steps in which it was active.
  public internal(set) var activeDutyCycles: [Float]

  /// For each column, the overlap duty cycle below which it is helped.
  public internal(set) var minOverlapDutyCycles: [Float]

  /// For each column, what its overlap is multiplied with when learning.
  public internal(set) var boostFactors: [Float]

  /// Numbers that NuPIC draws for each column, keeps in its files, and never uses.
  public internal(set) var tieBreaker: [Float]

  /// The columns that became active in the last step, ascending.
  public internal(set) var activeColumns: [Int] = []

  /// For each column, how many of its connected inputs were on in the last step.
  public internal(set) var overlaps: [Int32]

  /// For each column, what it competed with in the last step.
  public internal(set) var boostedOverlaps: [Float]

  /// The generator that drew the synapses.
  public internal(set) var random: Random

  var pools: PotentialPools
  /// Whether each potential synapse is connected.
  var isConnected: [Bool]
  /// How many connected synapses each column has.
  public internal(set) var connectedCounts: [Int32]
  /// Nil where it would take far more memory than the synapses do.
  var connectedColumns: ConnectedColumns?
  var isActiveInput: [Bool]

  /// What NuPIC's version says in the files that it writes.
  var version: UInt16 = 2

  /// Makes a pooler that has not learnt anything, with synapses that the seed draws.
  ///
  /// - Throws: `HTMError` for parameters that make no sense, or with which NuPIC would never end.
  public init(_ parameters: Parameters) throws(HTMError) {
    try parameters.check()
    self.init(shape: parameters)
    self.parameters.potentialRadius = min(parameters.potentialRadius, numInputs)
    for column in 0..<numColumns { tieBreaker[column] = Float(0.01 * random.getReal64()) }
    drawSynapses()
    try checkProportion()
    try checkStimulus()
    rebuildConnections()
    for column in 0..<numColumns { updatePermanences(column, raise: true) }
    updateInhibitionRadius()
    try checkDensity()
  }

  /// Makes a pooler for inputs and columns of a shape, the other parameters as they are by default.
  ///
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(
    inputDimensions: [Int], columnDimensions: [Int],
    _ change: (inout Parameters) -> Void = { _ in }
  ) throws(HTMError) {
    var parameters = Parameters()
    parameters.inputDimensions = inputDimensions
    parameters.columnDimensions = columnDimensions
    change(&parameters)
    try self.init(parameters)
  }

  /// A pooler without synapses.
  init(shape parameters: Parameters) {
    self.parameters = parameters
    (numInputs, numColumns) = (parameters.numInputs, parameters.numColumns)
    synPermBelowStimulusInc = Float(Double(parameters.synPermConnected) / 10)
    synPermTrimThreshold = Float(Double(parameters.synPermActiveInc) / 2)
    random = Random(seed: parameters.seed)
    let zeros = [Float](repeating: 0, count: numColumns)
    overlapDutyCycles = zeros
    activeDutyCycles = zeros
    minOverlapDutyCycles = zeros
    boostFactors = Array(repeating: 1, count: numColumns)
    tieBreaker = zeros
    boostedOverlaps = zeros
    overlaps = Array(repeating: 0, count: numColumns)
    connectedCounts = overlaps
    pools = PotentialPools(columns: numColumns, synapses: 0)
    isConnected = []
    isActiveInput = []
  }
}
