extension SpatialPooler {
  /// What a spatial pooler is made with.
  ///
  /// The names and defaults are those of NuPIC's C++ class.
  public struct Parameters: Sendable, Hashable {
    /// The size of the input on each axis.
    public var inputDimensions: [Int] = [32, 32]

    /// The number of columns on each axis; as many axes as the input has.
    public var columnDimensions: [Int] = [64, 64]

    /// How far from its center a column can connect to inputs.
    public var potentialRadius = 16

    /// The part of those inputs that it can connect to.
    public var potentialPct: Float = 0.5

    /// Whether all columns compete with each other, and not just neighbours.
    public var globalInhibition = false

    /// The part of the columns that become active, or a negative number where
    /// `numActiveColumnsPerInhArea` says it.
    public var localAreaDensity: Float = -1

    /// How many of the columns that compete become active, or 0 where `localAreaDensity` says it.
    public var numActiveColumnsPerInhArea = 10

    /// The least overlap that lets a column become active.
    public var stimulusThreshold = 0

    /// What a synapse of an active column loses when its input is off.
    public var synPermInactiveDec: Float = 0.01

    /// What a synapse of an active column gains when its input is on.
    public var synPermActiveInc: Float = 0.1

    /// The permanence from which on a synapse is connected.
    public var synPermConnected: Float = 0.1

    /// The part of its neighbours' overlap duty cycle below which a column is helped.
    public var minPctOverlapDutyCycles: Float = 0.001

    /// Over how many steps duty cycles are taken.
    public var dutyCyclePeriod = 1000

    /// How strongly columns that are rarely active are preferred; 0 for not at all.
    public var boostStrength: Float = 0

    /// The seed of the random generator.
    public var seed: UInt64 = 1

    /// How much NuPIC prints; kept for its files, and nothing is printed here.
    public var spVerbosity = 0

    /// Whether the edges of the space are joined.
    public var wrapAround = true

    /// The defaults.
    public init() {}
  }
}

extension SpatialPooler.Parameters {
  var numInputs: Int {
    inputDimensions.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
  }
  var numColumns: Int {
    columnDimensions.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
  }

  /// Throws where NuPIC would fail, hang, or do what nobody can want.
  func check() throws(HTMError) {
    try Self.check(inputDimensions, "inputDimensions")
    try Self.check(columnDimensions, "columnDimensions")
    guard inputDimensions.count == columnDimensions.count else {
      throw .parameter(
        "columnDimensions",
        "as many axes are needed as the input has: \(inputDimensions.count), and these are "
          + "\(columnDimensions.count)")
    }
    guard (0...Int(UInt32.max)).contains(potentialRadius) else {
      throw .parameter("potentialRadius", "\(potentialRadius) is not from 0 to 2^32 - 1")
    }
    try Self.check(potentialPct, "potentialPct", 0...1)
    guard
      numActiveColumnsPerInhArea > 0 && localAreaDensity <= 0
        || numActiveColumnsPerInhArea == 0 && localAreaDensity > 0
    else {
      throw .parameter(
        "localAreaDensity",
        "either this or numActiveColumnsPerInhArea is above 0, and the other one is not")
    }
    guard numActiveColumnsPerInhArea <= Int(UInt32.max) else {
      throw .parameter("numActiveColumnsPerInhArea", "it is above 2^32 - 1")
    }
    if localAreaDensity > 0 { try Self.check(localAreaDensity, "localAreaDensity", 0...1) }
    try Self.check(synPermInactiveDec, "synPermInactiveDec", 0...1)
    try Self.check(synPermActiveInc, "synPermActiveInc", 0...1)
    try Self.check(synPermConnected, "synPermConnected", 0...1)
    try Self.check(minPctOverlapDutyCycles, "minPctOverlapDutyCycles", 0...1)
    guard boostStrength.isFinite, boostStrength >= 0 else {
      throw .parameter("boostStrength", "\(boostStrength) is not a number from 0 on")
    }
    guard (1...Int(UInt16.max)).contains(dutyCyclePeriod) else {
      throw .parameter("dutyCyclePeriod", "\(dutyCyclePeriod) is not from 1 to 65535")
    }
    guard (0...Int(UInt8.max)).contains(spVerbosity) else {
      throw .parameter("spVerbosity", "\(spVerbosity) is not from 0 to 255")
    }
    guard (0...Int(UInt32.max)).contains(stimulusThreshold) else {
      throw .parameter("stimulusThreshold", "\(stimulusThreshold) is not from 0 to 2^32 - 1")
    }
  }

  static func check(_ dimensions: [Int], _ name: String) throws(HTMError) {
    var product = 1
    for dimension in dimensions {
      let (next, overflow) = product.multipliedReportingOverflow(by: max(0, dimension))
      guard dimension > 0, !overflow, next < 1 << 31 else {
        throw .parameter(name, "each is at least 1, and their product is below 2^31: \(dimensions)")
      }
      product = next
    }
    guard !dimensions.isEmpty else { throw .parameter(name, "there are none") }
  }

  private static func check(
    _ value: Float, _ name: String, _ range: ClosedRange<Float>
  ) throws(HTMError) {
    guard range.contains(value) else {
      throw .parameter(name, "\(value) is not from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
