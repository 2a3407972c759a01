/// A normal distribution of averaged anomaly scores.
public struct NormalDistribution: Sendable, Hashable {
  /// NuPIC's name of the kind of distribution; it knows no other than `normal`.
  public internal(set) var name = "normal"

  /// The mean.
  public let mean: Double

  /// The variance.
  public let variance: Double

  /// The standard deviation.
  public let stdev: Double

  init(mean: Double, variance: Double, stdev: Double) {
    self.mean = mean
    self.variance = variance
    self.stdev = stdev
  }

  /// One to which everything is about equally likely, for when too little is known.
  static let null = NormalDistribution(mean: 0.5, variance: 1e6, stdev: 1e3)

  /// The distribution of averages, of which there is at least one.
  ///
  /// It is not taken to be as narrow, nor as close to zero, as few samples may suggest.
  init(averages: ArraySlice<Double>) {
    let sampleMean = PairwiseSum.mean(averages)
    let sampleVariance = PairwiseSum.variance(averages, mean: sampleMean)
    mean = sampleMean < 0.03 ? 0.03 : sampleMean
    variance = sampleVariance < 0.0003 ? 0.0003 : sampleVariance
    stdev = variance.squareRoot()
  }

  /// How likely a number at least as far from the mean on its side is.
  public func tailProbability(_ x: Double) -> Double {
    // Not quite the root of two: so NuPIC has it.
    let distance = ((x < mean ? 2 * mean - x : x) - mean) / stdev
    return 0.5 * complementaryErrorFunction(distance / 1.4142)
  }
}
