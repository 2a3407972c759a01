internal import Foundation

/// How often numbers of each size occur.
struct Histogram {
  /// What the legend says.
  let name: String
  private let start: Double
  private let width: Double
  private(set) var counts: [Int]
  /// What was left out, as it is not a number or lies outside.
  private(set) var omitted = 0

  /// Makes one without any numbers yet.
  ///
  /// - Parameters:
  ///   - name: what the legend says.
  ///   - range: the numbers that are to be counted.
  ///   - bins: how many bars there are, at the most.
  ///   - isWhole: whether the numbers are whole, so that no bar is between two of them.
  init(_ name: String = "", range: ClosedRange<Double>, bins: Int = 60, isWhole: Bool = false) {
    self.name = name
    let bins = max(1, bins)
    guard !isWhole else {
      let (lower, upper) = (range.lowerBound.rounded(), range.upperBound.rounded())
      width = max(1, ((upper - lower + 1) / Double(bins)).rounded(.up))
      start = lower - 0.5
      counts = Array(
        repeating: 0, count: max(1, min(bins, Int(((upper - lower + 1) / width).rounded(.up)))))
      return
    }
    let range = Scaling.widened(range, .linear)
    // Round edges, so that a bar can be named.
    let step = Ticks.step(range.upperBound - range.lowerBound, most: bins / 2 + 1, .linear)
    start = (range.lowerBound / step + 1e-9).rounded(.down) * step
    width = step
    let count = ((range.upperBound - start) / step - 1e-9).rounded(.up)
    counts = Array(repeating: 0, count: max(1, min(Int(count), bins * 4)))
  }

  mutating func add(_ value: Double, times: Int = 1) {
    let place = (value - start) / width
    guard place >= 0, place <= Double(counts.count) + 1e-6 else {
      omitted += times
      return
    }
    counts[min(Int(place), counts.count - 1)] += times
  }

  var xExtent: ClosedRange<Double> { start...start + width * Double(counts.count) }

  /// Where bars begin on an axis that has no zero.
  static let least = 0.5

  func yExtent(_ scale: Axis.Scale) -> ClosedRange<Double> {
    let most = Double(max(1, counts.max() ?? 1))
    return scale == .logarithmic ? Self.least...max(most, 1) : 0...most
  }

  func draw(on canvas: inout SVGCanvas, _ area: Area, color: Int) {
    var path = ""
    for (index, count) in counts.enumerated() where count > 0 {
      let left = area.place(x: start + Double(index) * width)
      let right = area.place(x: start + Double(index + 1) * width)
      let top = area.place(y: Double(count))
      // A gap of a pixel, where there is room for one, shows where a bar ends.
      let gap = right - left > 4 ? 0.5 : 0
      // The rare is seen as well.
      let height = max(area.bottom - top, 1)
      path +=
        "M\(Number.of(left + gap)) \(Number.of(area.bottom))v\(Number.of(-height))"
        + "h\(Number.of(max(right - left - 2 * gap, 0.5)))v\(Number.of(height))z"
    }
    if !path.isEmpty { canvas.path(path, .bar(color)) }
  }
}
