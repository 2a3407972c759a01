internal import Foundation

/// How far along an axis a number lies.
struct Scaling {
  let range: ClosedRange<Double>
  let scale: Axis.Scale

  init(_ range: ClosedRange<Double>, _ scale: Axis.Scale) {
    (self.range, self.scale) = (range, scale)
  }

  /// From 0 at the beginning to 1 at the end; what lies outside is put at the ends.
  func share(_ value: Double) -> Double {
    guard !value.isNaN else { return 0 }
    let share: Double
    if scale == .logarithmic {
      guard value > 0 else { return 0 }
      let (start, end) = (log10(range.lowerBound), log10(range.upperBound))
      share = (log10(value) - start) / (end - start)
    } else {
      // Halves, so that no difference is too large.
      share =
        (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    }
    return share.isNaN ? 0 : min(max(share, 0), 1)
  }

  /// Whether a number lies between both ends.
  func holds(_ value: Double) -> Bool { range.contains(value) }

  /// A range that is not empty, of numbers that can be shown.
  static func widened(_ range: ClosedRange<Double>, _ scale: Axis.Scale) -> ClosedRange<Double> {
    var lower = max(range.lowerBound, -1e300)
    var upper = min(range.upperBound, 1e300)
    if scale == .logarithmic {
      lower = max(lower, 1e-300)
      upper = max(upper, lower)
      return lower < upper ? lower...upper : lower / 2...upper * 2
    }
    guard lower < upper else {
      let room = scale == .time || scale == .whole ? 1 : max(lower.magnitude * 0.1, 1e-9)
      return lower - room...lower + room
    }
    // Closer together than numbers can be told apart.
    let least = max(lower.magnitude, upper.magnitude) * 1e-12
    return upper - lower < least ? lower - least...upper + least : lower...upper
  }

  /// A range that ends at ticks.
  static func rounded(
    _ range: ClosedRange<Double>, _ scale: Axis.Scale, _ most: Int
  ) -> ClosedRange<Double> {
    switch scale {
    case .time: return range
    case .logarithmic:
      let lower = pow(10, floor(log10(range.lowerBound) + 1e-9))
      let upper = pow(10, ceil(log10(range.upperBound) - 1e-9))
      return lower < upper ? max(lower, 1e-300)...upper : lower...lower * 10
    case .linear, .whole:
      let step = Ticks.step(range.upperBound - range.lowerBound, most: most, scale)
      let lower = floor(range.lowerBound / step + 1e-9) * step
      let upper = ceil(range.upperBound / step - 1e-9) * step
      return lower < upper && lower.isFinite && upper.isFinite ? lower...upper : range
    }
  }
}
