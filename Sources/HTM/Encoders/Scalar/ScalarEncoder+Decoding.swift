extension ScalarEncoder {
  /// The number of values that NuPIC tells apart, which need not be that of buckets.
  private var valueCount: Int {
    let (first, end) =
      periodic ? (minval + resolution / 2, maxval) : (minval, maxval + resolution / 2)
    return EncoderChecks.whole(((end - first) / resolution).rounded(.up)) ?? 0
  }

  /// The bucket of one of these values.
  private func bucket(ofValue index: Int) -> Int {
    let value = min(max(value(index), minval), maxval)
    guard periodic else { return (try? bucket(of: value)) ?? bucketCount - 1 }
    return (try? bucket(of: min(value, maxval.nextDown))) ?? 0
  }

  // As NumPy makes its ranges.
  private func value(_ index: Int) -> Double {
    let first = periodic ? minval + resolution / 2 : minval
    return index == 0 ? first : first + Double(index) * ((first + resolution) - first)
  }

  public func bucketInfo(of buckets: [Int]) throws(HTMError) -> [EncoderResult] {
    guard let index = buckets.first, index >= 0, index < valueCount else {
      throw .input("there are buckets from 0 to \(valueCount - 1) in \(name), and not \(buckets)")
    }
    let value =
      periodic
      ? minval + resolution / 2 + Double(index) * resolution
      : minval + Double(index) * resolution
    var ones: [Int] = []
    append(bucket(ofValue: index), at: 0, to: &ones)
    return [EncoderResult(value: .number(value), scalar: value, encoding: ones)]
  }

  /// The numbers that NuPIC tells apart, in order.
  public var bucketValues: [Double] { (0..<valueCount).map(value) }

  public func topDownCompute(_ ones: [Int]) throws(HTMError) -> [EncoderResult] {
    try checkOnes(ones)
    // How many ones there are before each place, twice around for what wraps.
    var counts = [0]
    counts.reserveCapacity(n + 1)
    for bit in ones.dense(n) { counts.append(counts[counts.count - 1] + (bit ? 1 : 0)) }
    func count(_ first: Int, _ end: Int) -> Int { counts[min(end, n)] - counts[max(first, 0)] }
    var (best, most) = (0, -1)
    for index in 0..<valueCount {
      let bucket = bucket(ofValue: index)
      let first = periodic ? bucket - halfwidth : bucket
      var shared = w < n ? count(first, first + w) : counts[n]
      if w < n, first < 0 { shared += count(first + n, n) }
      if w < n, first + w > n { shared += count(0, first + w - n) }
      if shared > most { (best, most) = (index, shared) }
    }
    return try bucketInfo(of: [best])
  }

  public func decode(_ ones: [Int], parentName: String) throws(HTMError) -> [DecodedField] {
    let ranges = try decodedRanges(ones)
    guard !ranges.isEmpty else { return [] }
    return [
      DecodedField(
        name: parentName.isEmpty ? name : "\(parentName).\(name)", ranges: ranges,
        description: PythonText.ranges(ranges))
    ]
  }

  /// The ranges of numbers whose ones these may be.
  func decodedRanges(_ ones: [Int]) throws(HTMError) -> [ClosedRange<Double>] {
    try checkOnes(ones)
    guard !ones.isEmpty else { return [] }
    var ranges: [ClosedRange<Double>] = []
    for run in runs(ones.dense(n)) {
      let (left, right): (Int, Int)
      if run.count <= w {
        left = run.start + run.count / 2
        right = left
      } else {
        left = run.start + halfwidth
        right = run.start + run.count - 1 - halfwidth
      }
      append(number(at: left), number(at: right), to: &ranges)
    }
    return ranges
  }

  private func number(at place: Int) -> Double {
    periodic
      ? Double(place - padding) * range / Double(nInternal) + minval
      : Double(place - padding) * resolution + minval
  }

  private func append(
    _ lower: Double, _ upper: Double, to ranges: inout [ClosedRange<Double>]
  ) {
    var (lower, upper) = (lower, upper)
    if periodic, lower >= maxval {
      lower -= range
      upper -= range
    }
    // Comparisons, as max may turn the sign of a zero.
    if lower < minval { lower = minval }
    if upper < minval { upper = minval }
    if periodic, upper >= maxval {
      ranges.append(ClosedRange(near: lower, maxval))
      ranges.append(ClosedRange(near: minval, upper - range))
    } else {
      ranges.append(ClosedRange(near: min(lower, maxval), min(upper, maxval)))
    }
  }

  /// The runs of ones, where gaps of up to half a width count as ones.
  private func runs(_ bits: [Bool]) -> [(start: Int, count: Int)] {
    var runs: [(start: Int, count: Int)] = []
    for place in bits.indices where bits[place] {
      if let last = runs.last, place - (last.start + last.count) <= halfwidth {
        runs[runs.count - 1].count = place + 1 - last.start
      } else {
        runs.append((place, 1))
      }
    }
    guard periodic, let first = runs.first, let last = runs.last else { return runs }
    let gap = first.start + n - (last.start + last.count)
    guard gap <= halfwidth, gap > 0 || runs.count > 1 else { return runs }
    if runs.count > 1 {
      runs[runs.count - 1].count += gap + first.count
      runs.removeFirst()
      // The gap around the end is filled from both sides, so the run begins anew there.
      return runs
    }
    return [(0, n)]
  }

  public func closenessScores(
    expected: [Double], actual: [Double], fractional: Bool
  ) -> [Double] {
    guard var expected = expected.first, var actual = actual.first else { return [] }
    if periodic {
      expected = Self.remainder(expected, maxval)
      actual = Self.remainder(actual, maxval)
    }
    var error = abs(expected - actual)
    if periodic { error = min(error, maxval - error) }
    return [fractional ? 1 - min(1, error / (maxval - minval)) : error]
  }

  /// The remainder with the sign of the divisor, as Python takes it.
  private static func remainder(_ number: Double, _ divisor: Double) -> Double {
    let rest = number.truncatingRemainder(dividingBy: divisor)
    return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest
  }
}
