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

  init(_ label: String, _ scale: Scale = .linear, range: ClosedRange<Double>? = nil) {
    (self.label, self.scale, self.range) = (label, scale, range)
  }
}
