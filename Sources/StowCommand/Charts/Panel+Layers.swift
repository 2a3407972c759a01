extension Panel.Layer {
  /// What the legend says.
  var name: String {
    switch self {
    case .line(let series): series.name
    case .histogram(let histogram): histogram.name
    case .raster: ""
    case .marks(let marks): marks.name
    case .level(_, let name): name
    }
  }

  /// Whether nobody could guess what it is.
  var isExplained: Bool {
    switch self {
    case .marks, .level: true
    case .line, .histogram, .raster: false
    }
  }

  /// Whether it is a line that other things would hide.
  var isLine: Bool { if case .line = self { true } else { false } }

  func xExtent(_ scale: Axis.Scale) -> ClosedRange<Double>? {
    switch self {
    case .line(let series): series.xExtent
    case .histogram(let histogram): histogram.xExtent
    case .raster(let raster): raster.xExtent
    case .marks(let marks): marks.extent
    case .level: nil
    }
  }

  func yExtent(_ scale: Axis.Scale) -> ClosedRange<Double>? {
    switch self {
    case .line(let series): scale == .logarithmic ? series.positiveYExtent : series.yExtent
    case .histogram(let histogram): histogram.yExtent(scale)
    case .raster(let raster): raster.yExtent
    case .marks: nil
    case .level(let value, _): value.isFinite ? value...value : nil
    }
  }

  func draw(on canvas: inout SVGCanvas, _ area: Area, color: Int) {
    switch self {
    case .line(let series): series.draw(on: &canvas, area, color: color)
    case .histogram(let histogram): histogram.draw(on: &canvas, area, color: color)
    case .raster(let raster): raster.draw(on: &canvas, area)
    case .marks(let marks): marks.draw(on: &canvas, area, color: color)
    case .level(let value, _):
      guard area.y.holds(value) else { return }
      let place = area.place(y: value)
      canvas.line(area.left, place, area.right, place, .level)
    }
  }

  func drawKey(on canvas: inout SVGCanvas, x: Double, y: Double, color: Int) {
    switch self {
    case .line: canvas.path("M\(Number.of(x)) \(Number.of(y))h18", .line(color))
    case .histogram: canvas.rectangle(x, y - 5, 18, 10, .bar(color))
    case .raster: break
    case .marks: canvas.path(Marks.triangle(x + 9, y - 4), .mark(color))
    case .level: canvas.line(x, y, x + 18, y, .level)
    }
  }
}
