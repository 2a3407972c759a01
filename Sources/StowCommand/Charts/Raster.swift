/// Numbers in rows and columns, as colors.
struct Raster {
  /// How many pixels there are at the most, in each direction.
  static let most = (columns: 720, rows: 480)

  let columns: Int
  let rows: Int
  private var sums: [Float]
  private let width: Int
  private let height: Int
  private let range: ClosedRange<Double>
  private let rangeIsGiven: Bool
  /// What the colors mean.
  let legend: String

  /// Makes one of nothing but zeros.
  ///
  /// - Parameters:
  ///   - columns: how many numbers a row has.
  ///   - rows: how many rows there are.
  ///   - legend: what the colors mean; empty where there is no need to say.
  ///   - range: what the lightest and the darkest stand for; nil for the least and the greatest.
  init(columns: Int, rows: Int, legend: String = "", range: ClosedRange<Double>? = nil) {
    (self.columns, self.rows) = (max(1, columns), max(1, rows))
    width = min(self.columns, Self.most.columns)
    height = min(self.rows, Self.most.rows)
    sums = Array(repeating: 0, count: width * height)
    self.legend = legend
    self.range = range ?? 0...1
    rangeIsGiven = range != nil
  }

  /// Puts a number in a place; of those that share a pixel, the greatest is shown.
  mutating func set(_ value: Double, column: Int, row: Int) {
    guard (0..<columns).contains(column), (0..<rows).contains(row), value.isFinite else { return }
    let x = columns == width ? column : Int(Double(column) * Double(width) / Double(columns))
    let y = rows == height ? row : Int(Double(row) * Double(height) / Double(rows))
    let place = min(y, height - 1) * width + min(x, width - 1)
    sums[place] = max(sums[place], Float(value))
  }

  /// Adds to a number, and to what else shares its pixel.
  mutating func add(_ value: Double, column: Int, row: Int) {
    guard (0..<columns).contains(column), (0..<rows).contains(row), value.isFinite else { return }
    let x = min(Int(Double(column) * Double(width) / Double(columns)), width - 1)
    let y = min(Int(Double(row) * Double(height) / Double(rows)), height - 1)
    sums[y * width + x] += Float(value)
  }

  /// The same with each pixel divided by how many places it stands for.
  func shares(legend: String) -> Raster {
    var shares = Raster(columns: columns, rows: rows, legend: legend, range: 0...1)
    for y in 0..<height {
      for x in 0..<width {
        let across = places(x, width, columns)
        let share = sums[y * width + x] / Float(across * places(y, height, rows))
        shares.sums[y * width + x] = share
      }
    }
    return shares
  }

  private func places(_ pixel: Int, _ pixels: Int, _ all: Int) -> Int {
    func first(_ pixel: Int) -> Int {
      Int((Double(pixel) * Double(all) / Double(pixels)).rounded(.up))
    }
    return max(1, first(pixel + 1) - first(pixel))
  }

  var xExtent: ClosedRange<Double> { -0.5...Double(columns) - 0.5 }
  var yExtent: ClosedRange<Double> { -0.5...Double(rows) - 0.5 }
  /// How many pixels are drawn one by one.
  private static let mostDrawn = 2048
  var showsScale: Bool { !legend.isEmpty }

  private var shownRange: ClosedRange<Double> {
    guard !rangeIsGiven else { return range }
    let least = Double(sums.min() ?? 0)
    let greatest = Double(sums.max() ?? 1)
    return min(least, 0)...max(greatest, least + 1e-9)
  }

  func draw(on canvas: inout SVGCanvas, _ area: Area) {
    let range = shownRange
    let pixels = (0..<height).flatMap { row in
      // The first row is at the bottom, where its number is.
      sums[(height - 1 - row) * width..<(height - row) * width].map { value -> UInt8 in
        let share = (Double(value) - range.lowerBound) / (range.upperBound - range.lowerBound)
        return UInt8(min(max(share, 0), 1) * 255)
      }
    }
    guard pixels.count > Self.mostDrawn else { return draw(pixels, on: &canvas, area) }
    canvas.image(
      PNGImage(width: width, height: height, pixels: pixels, palette: HeatColors.palette).base64,
      area)
  }

  /// Draws few pixels as rectangles, as some viewers blur small pictures.
  private func draw(_ pixels: [UInt8], on canvas: inout SVGCanvas, _ area: Area) {
    let across = (area.right - area.left) / Double(width)
    let down = (area.bottom - area.top) / Double(height)
    canvas.rectangle(
      area.left, area.top, area.right - area.left, area.bottom - area.top,
      .palette(HeatColors.palette[0]))
    var paths: [UInt8: String] = [:]
    for (index, pixel) in pixels.enumerated() where pixel > 0 {
      let x = area.left + Double(index % width) * across
      let y = area.top + Double(index / width) * down
      paths[pixel, default: ""] +=
        "M\(Number.of(x)) \(Number.of(y))h\(Number.of(across))v\(Number.of(down))"
        + "h\(Number.of(-across))z"
    }
    for (pixel, path) in paths.sorted(by: { $0.key < $1.key }) {
      canvas.path(path, .palette(HeatColors.palette[Int(pixel)]))
    }
  }

  /// Draws what the colors mean, at the right.
  func drawScale(on canvas: inout SVGCanvas, _ area: Area) {
    let scale = Area(
      left: area.right + 14, top: area.top, right: area.right + 26, bottom: area.bottom,
      x: area.x, y: Scaling(shownRange, .linear))
    // Some viewers blur small pictures, so these are steps.
    let steps = 32
    let height = (scale.bottom - scale.top) / Double(steps)
    for step in 0..<steps {
      canvas.rectangle(
        scale.left, scale.bottom - Double(step + 1) * height, scale.right - scale.left,
        height + 0.3, .palette(HeatColors.palette[step * 255 / (steps - 1)]))
    }
    canvas.frame(scale)
    for tick in Ticks.of(scale.y, most: 5) {
      let place = scale.place(y: tick.value)
      canvas.line(scale.right, place, scale.right + 4, place, .axis)
      canvas.text(tick.label, x: scale.right + 7, y: place + 4, .label)
    }
    canvas.vertical(
      legend, x: scale.right + 46, y: (area.top + area.bottom) / 2, room: area.bottom - area.top)
  }
}
