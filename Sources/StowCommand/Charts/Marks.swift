/// Places along the x axis at which something happened.
struct Marks {
  /// What the legend says.
  let name: String
  private(set) var extent: ClosedRange<Double>?
  private var places: [Double] = []
  private static let most = 1 << 16

  init(_ name: String) { self.name = name }

  /// Adds a place; of a great many some are left out.
  mutating func add(_ x: Double) {
    guard x.isFinite else { return }
    extent = extent.map { min($0.lowerBound, x)...max($0.upperBound, x) } ?? x...x
    places.append(x)
    guard places.count > Self.most else { return }
    places = stride(from: 0, to: places.count, by: 2).map { places[$0] }
  }

  static func triangle(_ x: Double, _ y: Double) -> String {
    "M\(Number.of(x)) \(Number.of(y + 9))l-5 -9h10z"
  }

  /// How much room they take above the panel.
  static let height = 10.0

  func draw(on canvas: inout SVGCanvas, _ area: Area, color: Int) {
    var last = -Double.infinity
    var (lines, heads) = ("", "")
    for x in places.sorted() where area.x.holds(x) {
      let place = area.place(x: x)
      // Where they would touch, one stands for several.
      guard place - last >= 1.5 else { continue }
      lines += "M\(Number.of(place)) \(Number.of(area.top))V\(Number.of(area.bottom))"
      // Above, where they hide nothing.
      heads += Self.triangle(place, area.top - Self.height)
      last = place
    }
    guard !lines.isEmpty else { return }
    canvas.path(lines, .markLine(color))
    canvas.path(heads, .mark(color))
  }
}
