internal import Foundation

/// The complement of the error function, as Python 2 computes it.
///
/// C libraries are more exact in the last bits; to be equal to NuPIC, this takes the same terms of
/// the same two expansions (Abramowitz and Stegun 7.1.6 and 7.1.14).
func complementaryErrorFunction(_ x: Double) -> Double {
  guard !x.isNaN else { return x }
  let magnitude = abs(x)
  if magnitude < 1.5 { return 1 - errorSeries(x) }
  let tail = errorFraction(magnitude)
  return x > 0 ? tail : 2 - tail
}

private let rootOfPi = 1.772453850905516027298167483341145182798

/// The first 25 terms of a series, from the last.
private func errorSeries(_ x: Double) -> Double {
  let square = x * x
  var sum = 0.0
  for term in (1...25).reversed() { sum = 2 + square * sum / (Double(term) + 0.5) }
  return sum * x * exp(-square) / rootOfPi
}

/// The first 50 steps of a continued fraction, by the recurrence of its numerators and denominators.
private func errorFraction(_ x: Double) -> Double {
  guard x < 30 else { return 0 }
  let square = x * x
  var factor = 0.0
  var difference = 0.5
  var (numerator, lastNumerator) = (1.0, 0.0)
  var (denominator, lastDenominator) = (difference + square, 1.0)
  for _ in 0..<50 {
    factor += difference
    difference += 2
    let partial = difference + square
    (numerator, lastNumerator) = (partial * numerator - factor * lastNumerator, numerator)
    (denominator, lastDenominator) =
      (partial * denominator - factor * lastDenominator, denominator)
  }
  return numerator / denominator * x * exp(-square) / rootOfPi
}
