/// One coordinate system with what is drawn in it.
struct Panel {
  enum Layer {
    case line(LineSeries)
    case histogram(Histogram)
    case raster(Raster)
    /// Places along the x axis, such as alerts.
    case marks(Marks)
    /// A value of y that means something, such as a threshold.
    case level(Double, name: String)
  }

  var title = ""
  var x: Axis
  var y: Axis
  var layers: [Layer]

  /// The height of what is drawn, without title and labels.
  var height = 240.0

  init(title: String = "", x: Axis, y: Axis, height: Double = 240, layers: [Layer]) {
    (self.title, self.x, self.y, self.layers) = (title, x, y, layers)
    self.height = height
  }
}

// MARK: Measures

extension Panel {
  /// How many ticks there is room for, at the most.
  private var mostTicks: Int { max(3, min(6, Int(height / 34))) }

  private var plain: Bool { !layers.contains { if case .raster = $0 { true } else { false } } }

  /// From where to where the ticks of an axis go: as given, or so that all is between them.
  private func range(
    _ axis: Axis, _ extents: [ClosedRange<Double>], isPadded: Bool
  ) -> ClosedRange<Double> {
    if let range = axis.range { return Scaling.widened(range, axis.scale) }
    guard let lower = extents.map(\.lowerBound).min(),
      let upper = extents.map(\.upperBound).max()
    else { return axis.scale == .logarithmic ? 1...10 : 0...1 }
    let range = Scaling.widened(lower...upper, axis.scale)
    guard isPadded else { return range }
    let rounded = Scaling.rounded(range, axis.scale, mostTicks)
    // Half of one is where bars of a histogram begin that has no zero.
    return axis.scale == .logarithmic && range.lowerBound == Histogram.least
      ? range.lowerBound...rounded.upperBound : rounded
  }

  private var xRange: ClosedRange<Double> {
    range(x, layers.compactMap { $0.xExtent(x.scale) }, isPadded: false)
  }

  private var yRange: ClosedRange<Double> {
    range(y, layers.compactMap { $0.yExtent(y.scale) }, isPadded: plain)
  }

  private func yTicks() -> [Tick] {
    Ticks.of(Scaling(yRange, y.scale), most: mostTicks)
  }

  /// The room that the labels on the left take.
  var leftMargin: Double {
    let widest = yTicks().map { TextWidth.of($0.label, size: 12) }.max() ?? 0
    return 16 + (y.label.isEmpty ? 0 : 20) + widest + 10
  }
}

// MARK: Drawing

extension Panel {
  /// Draws the panel, and tells where it ends below.
  func draw(
    on canvas: inout SVGCanvas, left: Double, top: Double, width: Double
  ) -> Double {
    var top = top
    if !title.isEmpty {
      for line in TextWidth.wrapped(title, size: 14, width: width - left - 16, isBold: true) {
        canvas.text(line, x: left, y: top + 13, .heading)
        top += 19
      }
    }
    top = drawLegend(on: &canvas, left: left, top: top, width: width - left - 16)
    top += hasMarks ? 6 + Marks.height : 6
    let right = width - 16 - (colorBar == nil ? 0 : 74)
    let area = Area(
      left: left, top: top, right: max(right, left + 40), bottom: top + height,
      x: Scaling(xRange, x.scale),
      y: Scaling(y.hasMargin ? y.widened(yRange) : yRange, y.scale))
    drawGrid(on: &canvas, area)
    // Lines stand before what marks places on them, and bars behind it.
    for isFirst in [true, false] {
      for (index, layer) in layers.enumerated() where layer.isLine != isFirst {
        layer.draw(on: &canvas, area, color: color(of: index))
      }
    }
    canvas.frame(area)
    if let colorBar { colorBar.drawScale(on: &canvas, area) }
    var bottom = drawXLabels(on: &canvas, area)
    if !y.label.isEmpty {
      canvas.vertical(y.label, x: 28, y: (area.top + area.bottom) / 2, room: height + 20)
    }
    bottom += 10
    return bottom
  }

  private var colorBar: Raster? {
    for case .raster(let raster) in layers where raster.showsScale { return raster }
    return nil
  }

  private var hasMarks: Bool { layers.contains { if case .marks = $0 { true } else { false } } }

  private func color(of index: Int) -> Int {
    layers[..<index].count { if case .level = $0 { false } else { true } }
  }

  private func drawLegend(
    on canvas: inout SVGCanvas, left: Double, top: Double, width: Double
  ) -> Double {
    let named = layers.enumerated().filter { !$0.element.name.isEmpty }
    // One thing by itself is what the title and the axes say.
    guard named.count > 1 || named.contains(where: { $0.element.isExplained }) else { return top }
    var (x, y) = (left, top + 4)
    for (index, layer) in named {
      let room = 26 + TextWidth.of(layer.name, size: 12) + 18
      if x + room > left + width, x > left { (x, y) = (left, y + 18) }
      layer.drawKey(on: &canvas, x: x, y: y + 8, color: color(of: index))
      canvas.text(layer.name, x: x + 26, y: y + 12, .label)
      x += room
    }
    return y + 18
  }

  private func drawGrid(on canvas: inout SVGCanvas, _ area: Area) {
    for tick in yTicks() {
      let place = area.place(y: tick.value)
      if plain { canvas.line(area.left, place, area.right, place, .grid) }
      canvas.line(area.left - 5, place, area.left, place, .axis)
      canvas.text(tick.label, x: area.left - 8, y: place + 4, .tickRight)
    }
  }

  private func drawXLabels(on canvas: inout SVGCanvas, _ area: Area) -> Double {
    let ticks = fittingTicks(area)
    var last = -Double.infinity
    for tick in ticks {
      let place = area.place(x: tick.value)
      canvas.line(place, area.bottom, place, area.bottom + 5, .axis)
      let half = TextWidth.of(tick.label, size: 12) / 2
      // At the ends, labels stay within the picture.
      let x = min(max(place, half + 2), area.right + 12 - half)
      guard x - half > last + 8 else { continue }
      last = x + half
      canvas.text(tick.label, x: x, y: area.bottom + 19, .tickMiddle)
    }
    guard !x.label.isEmpty else { return area.bottom + 24 }
    canvas.text(x.label, x: (area.left + area.right) / 2, y: area.bottom + 38, .labelMiddle)
    return area.bottom + 44
  }

  /// As many ticks as there are, with labels that do not touch.
  private func fittingTicks(_ area: Area) -> [Tick] {
    for most in stride(from: 10, to: 2, by: -1) {
      let ticks = Ticks.of(area.x, most: most)
      let room = ticks.reduce(0) { $0 + TextWidth.of($1.label, size: 12) + 18 }
      if room < area.right - area.left { return ticks }
    }
    return Ticks.of(area.x, most: 2)
  }
}
