/// What one of the two directions of a panel means.
struct Axis {
  enum Scale {
    case linear
    /// Whole numbers: no tick stands between two of them.
    case whole
    /// Powers of ten; what is not positive is not shown.
    case logarithmic
    /// Seconds since the beginning of 1970, shown as dates and times of UTC.
    case time
  }

  /// What the numbers are, with their unit.
  var label: String
  var scale = Scale.linear

  /// From where to where; nil for as far as the data reach.
  var range: ClosedRange<Double>?

  /// Whether there is a little room beyond both ends, so that what stays at one can be seen.
  var hasMargin = false

  init(
    _ label: String, _ scale: Scale = .linear, range: ClosedRange<Double>? = nil,
    hasMargin: Bool = false
  ) {
    (self.label, self.scale, self.range) = (label, scale, range)
    self.hasMargin = hasMargin
  }

  /// A range with the margin.
  func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let margin = (range.upperBound / 2 - range.lowerBound / 2) * 0.06
    let (lower, upper) = (range.lowerBound - margin, range.upperBound + margin)
    return scale != .logarithmic && lower.isFinite && upper.isFinite ? lower...upper : range
  }
}
