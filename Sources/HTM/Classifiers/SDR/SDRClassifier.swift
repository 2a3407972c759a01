/// Learns which bucket comes some steps after a pattern of bits, and tells how likely each is.
///
/// NuPIC has two such classifiers, whose answers differ: ``Implementation-swift.enum`` says which
/// one this is. Either way the answers are NuPIC's, bit for bit where the exponential of the C
/// library is the same.
public struct SDRClassifier: Sendable, Hashable {
  /// Which of NuPIC's classifiers one is.
  public enum Implementation: String, Sendable, Hashable, CaseIterable, Codable {
    /// That of `nupic.algorithms.sdr_classifier`; in parameters of regions, `py`.
    case python = "py"

    /// That of `nupic.bindings.algorithms`; in parameters of regions, `cpp`.
    ///
    /// It takes the largest activation off those up to and including the largest, and forgets the
    /// ones behind: their likelihoods come out too large where that activation is above zero. It also
    /// forgets weights of at most one millionth.
    case cpp
  }

  /// Which of NuPIC's classifiers it is.
  public var implementation: Implementation

  /// How many steps ahead it looks; ascending where NuPIC's C++ sorts them.
  public let steps: [Int]

  /// How fast it learns.
  public let alpha: Double

  /// How fast the value of a bucket follows the values that fall into it.
  public let actValueAlpha: Double

  /// Kept for NuPIC; it changes nothing here.
  public var verbosity: UInt8 = 0

  /// The largest bit that was in a pattern.
  public internal(set) var maxInputIdx = 0

  /// The largest bucket that was learnt.
  public var maxBucketIdx: Int { actualValues.count - 1 }

  /// What each bucket stands for, or nil where nothing fell into it.
  public internal(set) var actualValues: [ActualValue?] = [nil]

  /// The last patterns, the oldest first, with the numbers of their records.
  public var patternNZHistory: [(recordNum: Int, patternNZ: [Int])] {
    history.map { ($0.recordNum, $0.patternNZ) }
  }

  struct Record: Sendable, Hashable {
    var recordNum: Int
    var patternNZ: [Int]
  }

  var history: [Record] = []

  // One for each of the steps.
  var weights: [WeightMatrix]

  /// The length of the history.
  var maxSteps: Int { (steps.max() ?? 0) + 1 }

  // More weights for one number of steps would not be learnt but by mistake.
  static let maxWeights = 1 << 28

  /// Makes a classifier that has not learnt anything.
  ///
  /// - Parameters:
  ///   - steps: How many steps ahead it looks: each from 0 to 65535, and once.
  ///   - alpha: How fast it learns.
  ///   - actValueAlpha: How fast the value of a bucket follows the values that fall into it, from 0
  ///     to 1.
  ///   - implementation: Which of NuPIC's classifiers it is.
  /// - Throws: `HTMError` for parameters that make no sense.
  public init(
    steps: [Int] = [1], alpha: Double = 0.001, actValueAlpha: Double = 0.3,
    implementation: Implementation = .python
  ) throws(HTMError) {
    guard !steps.isEmpty, Set(steps).count == steps.count,
      steps.allSatisfy({ (0...Int(UInt16.max)).contains($0) })
    else {
      throw .parameter("steps", "\(steps) are not different numbers from 0 to 65535")
    }
    guard alpha >= 0, alpha.isFinite else {
      throw .parameter("alpha", "\(alpha) is not a number from 0 on")
    }
    guard actValueAlpha >= 0, actValueAlpha <= 1 else {
      throw .parameter("actValueAlpha", "\(actValueAlpha) is not from 0 to 1")
    }
    self.steps = implementation == .cpp ? steps.sorted() : steps
    self.alpha = alpha
    self.actValueAlpha = actValueAlpha
    self.implementation = implementation
    weights = steps.map { _ in WeightMatrix(rows: 1, columns: 1) }
  }

  /// The weights from a bit to all buckets, a number of steps ahead; nil where there are none.
  public func weights(ofBit bit: Int, steps: Int) -> [Double]? {
    guard let index = self.steps.firstIndex(of: steps), bit >= 0, bit <= maxInputIdx else {
      return nil
    }
    return Array(weights[index].row(bit))
  }
}
