extension KNNClassifier {
  /// How the distance between an input and a pattern is found.
  public enum DistanceMethod: String, Sendable, Hashable, CaseIterable, Codable {
    /// A norm of the difference, divided by the largest.
    case norm
    /// The input's sum less what it has in common with the pattern.
    case rawOverlap
    /// One less the part of the larger of the two that they have in common.
    case pctOverlapOfLarger
    /// The part of the pattern that is not in the input.
    case pctOverlapOfProto
    /// The part of the input that is not in the pattern.
    case pctOverlapOfInput
  }

  /// How many principal components patterns are reduced to.
  public enum SVDDims: Sendable, Hashable {
    /// So many.
    case count(Int)
    /// As many as are larger than ``Parameters/fractionOfMax`` of the largest.
    case adaptive
  }

  /// What a classifier is made with, by NuPIC's names.
  public struct Parameters: Sendable, Hashable {
    /// How many of the nearest patterns vote.
    public var k = 1

    /// Whether only patterns that equal the input vote.
    public var exact = false

    /// Which norm a difference has: 2 for Euclid's.
    public var distanceNorm = 2.0

    /// How distances are found; dense patterns know the norm only.
    public var distanceMethod = DistanceMethod.norm

    /// A pattern nearer than this to one that is there is not learnt.
    public var distThreshold = 0.0

    /// Whether patterns and inputs are made binary.
    public var doBinarization = false

    /// What is above this becomes one.
    public var binarizationThreshold = 0.5

    /// Whether only what is not zero is stored.
    public var useSparseMemory = true

    /// What is not above this is taken for zero.
    public var sparseThreshold = 0.1

    /// Whether the threshold is a part of the largest number.
    public var relativeThreshold = false

    /// How many numbers of a pattern are kept, where it has more above zero.
    ///
    /// As in NuPIC, those are the smallest of all its numbers, zeros included.
    public var numWinners = 0

    /// After how many patterns the principal components are found.
    public var numSVDSamples = 0

    /// How many components patterns are reduced to, or nil not to reduce them.
    public var numSVDDims: SVDDims?

    /// Which part of the largest component the smallest is, where their number is found.
    public var fractionOfMax: Double?

    /// Kept for NuPIC; it changes nothing here.
    public var verbosity: Int8 = 0

    /// How many patterns there are at most, or zero or less for no limit.
    public var maxStoredPatterns = -1

    /// Whether a pattern that is there takes the category that it comes with.
    public var replaceDuplicates = false

    /// How many numbers belong to one column, of which only the first counts when all are on.
    public var cellsPerCol = 0

    /// A pattern with a smaller part on is not learnt.
    public var minSparsity = 0.0

    /// NuPIC's defaults.
    public init() {}

    var isReduced: Bool { numSVDDims != nil && numSVDSamples > 0 }

    var hasFixedCapacity: Bool { maxStoredPatterns > 0 }

    func check() throws(HTMError) {
      for (name, number) in [
        ("k", k), ("numWinners", numWinners), ("numSVDSamples", numSVDSamples),
        ("maxStoredPatterns", maxStoredPatterns), ("cellsPerCol", cellsPerCol),
      ] where Int32(exactly: number) == nil {
        throw .parameter(name, "\(number) does not fit into 32 bits")
      }
      for (name, number) in [
        ("distThreshold", distThreshold), ("binarizationThreshold", binarizationThreshold),
        ("sparseThreshold", sparseThreshold), ("minSparsity", minSparsity),
        ("fractionOfMax", fractionOfMax ?? 0),
      ] where !number.isFinite {
        throw .parameter(name, "\(number) is not finite")
      }
      guard distanceNorm >= 0, distanceNorm.isFinite else {
        throw .parameter("distanceNorm", "\(distanceNorm) is not a number from 0 on")
      }
      if case .count(let count) = numSVDDims, Int32(exactly: count) == nil || count < 0 {
        throw .parameter("numSVDDims", "\(count) is not from 0 to 2^31 - 1")
      }
      if case .adaptive = numSVDDims, fractionOfMax == nil {
        throw .parameter("fractionOfMax", "it is needed where numSVDDims is adaptive")
      }
      guard useSparseMemory && !isReduced || !hasFixedCapacity else {
        throw .parameter(
          "maxStoredPatterns", "a limit of patterns is there for sparse patterns only")
      }
      guard useSparseMemory && !isReduced || cellsPerCol <= 0 else {
        throw .parameter("cellsPerCol", "columns are there for sparse patterns only")
      }
      guard useSparseMemory && !isReduced || distanceMethod == .norm else {
        throw .parameter(
          "distanceMethod", "\(distanceMethod.rawValue) is there for sparse patterns only")
      }
    }
  }
}
