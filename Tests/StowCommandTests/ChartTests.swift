import Foundation
import Testing

@testable import StowCommand

/// Pictures are whole, however many or strange the numbers are.
struct ChartTests {
  /// Checks that a picture is XML, and keeps it where `STOWAGE_PICTURES` names a folder.
  private func check(_ figure: Figure, _ name: String) throws -> String {
    let svg = figure.svg
    let parser = XMLDepth()
    #expect(parser.parses(svg), "\(name) is no XML")
    #expect(!svg.contains("nan") && !svg.contains("inf"), "\(name) has places that are nowhere")
    if let folder = ProcessInfo.processInfo.environment["STOWAGE_PICTURES"] {
      try Data(svg.utf8).write(to: URL(filePath: folder).appending(path: name + ".svg"))
    }
    return svg
  }

  @Test func aMillionPointsAreAFewThousand() throws {
    var loss = LineSeries("loss")
    var average = LineSeries("running mean")
    var random = SplitMix(state: 7)
    for row in 0..<1_000_000 {
      let base = 0.2 + 2 * exp(-Double(row) / 120_000)
      loss.add(Double(row), base * (0.6 + Double.random(in: 0..<0.8, using: &random)))
      average.add(Double(row), base)
    }
    // One that stands out is not lost.
    loss.add(1_000_000, 9)
    let svg = try check(
      Figure(
        title: "Mean squared loss while training on 1 000 001 rows",
        subtitle: "CbAdf with mtr, interactions of user and article, learning rate 0.5",
        panels: [
          Panel(
            x: Axis("rows", .whole), y: Axis("loss"),
            layers: [.line(loss), .line(average), .level(0.2, name: "least possible")])
        ]), "loss")
    #expect(svg.utf8.count < 200_000, "\(svg.utf8.count)")
    #expect(loss.yExtent?.upperBound == 9)
  }

  @Test func panelsShareTheirLeftEdge() throws {
    var (value, score, likelihood) = (LineSeries("value"), LineSeries("score"), LineSeries())
    var alerts = Marks("alert")
    var random = SplitMix(state: 3)
    let start = 1_392_768_000.0
    for row in 0..<40_000 {
      let time = start + Double(row) * 300
      let day = sin(Double(row) / 288 * 2 * .pi) * 20 + 60
      let isStrange = row % 9_000 == 8_000
      value.add(time, isStrange ? 140 : day + Double.random(in: -5..<5, using: &random))
      let anomaly = isStrange ? 1 : pow(Double.random(in: 0..<1, using: &random), 4)
      score.add(time, anomaly)
      likelihood.add(time, isStrange ? 0.99999 : 0.5)
      if isStrange { alerts.add(time) }
    }
    let time = Axis("", .time)
    let svg = try check(
      Figure(
        title: "ec2_cpu_utilization_5f5533.csv", subtitle: "4 alerts in 40 000 rows",
        panels: [
          Panel(
            x: time, y: Axis("CPU, %"), height: 200, layers: [.line(value), .marks(alerts)]),
          Panel(
            x: time, y: Axis("anomaly score", range: 0...1), height: 110, layers: [.line(score)]),
          Panel(
            x: Axis("time, UTC", .time), y: Axis("likelihood", range: 0...1), height: 110,
            layers: [.line(likelihood), .level(0.9999, name: "threshold 0.9999")]),
        ]), "detect")
    let edges = svg.matches(of: #/class="f" d="M([0-9.]+) /#).map(\.1)
    #expect(edges.count == 3 && Set(edges).count == 1)
    #expect(svg.contains("2014-02-19") || svg.contains("2014-03"))
  }

  @Test func histogramAndRaster() throws {
    var permanences = Histogram(range: 0...1, bins: 50)
    var counts = Histogram(range: 0...32, bins: 60, isWhole: true)
    var random = SplitMix(state: 5)
    for _ in 0..<100_000 {
      let number = Double.random(in: 0..<1, using: &random)
      permanences.add(number * number)
      counts.add((number * number * 32).rounded())
    }
    #expect(permanences.counts.reduce(0, +) == 100_000)
    var pools = Raster(columns: 2048, rows: 1024, legend: "permanence", range: 0...1)
    for row in 0..<1024 {
      for column in 0..<2048 where abs(column - row * 2) < 120 {
        pools.set(Double.random(in: 0..<1, using: &random), column: column, row: row)
      }
    }
    _ = try check(
      Figure(
        title: "htm.SpatialPooler in pooler.stow",
        panels: [
          Panel(
            title: "Permanences of 100 000 synapses", x: Axis("permanence"), y: Axis("synapses"),
            layers: [.histogram(permanences)]),
          Panel(
            title: "Synapses per segment", x: Axis("synapses", .whole),
            y: Axis("segments", .logarithmic), layers: [.histogram(counts)]),
          Panel(
            title: "Potential pools", x: Axis("input", .whole), y: Axis("column", .whole),
            height: 320, layers: [.raster(pools)]),
        ]), "pooler")
  }

  @Test(
    arguments: [
      [], [1], [0, 0], [.nan], [.infinity, 1, -.infinity], [1e300, -1e300], [1e-300, 2e-300],
      [1e9, 1e9 + 1e-7], [1, .nan, 2, .nan, .nan, 3], [-1, -2, -3],
    ] as [[Double]], [Axis.Scale.linear, .whole, .logarithmic, .time])
  func strangeNumbers(_ numbers: [Double], _ scale: Axis.Scale) throws {
    var series = LineSeries("a <strange> & \"quoted\" name\u{1}")
    var marks = Marks("marks")
    for (index, number) in numbers.enumerated() {
      series.add(Double(index), number)
      series.add(number, Double(index))
      marks.add(number)
    }
    _ = try check(
      Figure(
        title: String(repeating: "a very long title ", count: 30),
        subtitle: String(repeating: "x", count: 500),
        panels: [
          Panel(x: Axis("x", scale), y: Axis("y", scale), layers: [.line(series), .marks(marks)])
        ]), "strange")
  }

  @Test func ticksAreRound() {
    func labels(_ range: ClosedRange<Double>, _ scale: Axis.Scale = .linear) -> [String] {
      Ticks.of(Scaling(range, scale), most: 6).map(\.label)
    }
    #expect(labels(0...1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(0...1_000_000).last == "1\u{202F}000\u{202F}000")
    #expect(labels(0...3, .whole) == ["0", "1", "2", "3"])
    #expect(labels(-0.02...0.02) == ["−0.02", "−0.01", "0", "0.01", "0.02"])
    #expect(labels(1...100_000, .logarithmic).first == "1")
    #expect(labels(0...2e-7).last == "2.0e−7")
    #expect(labels(1_392_768_000...1_392_768_000 + 86400 * 4, .time).first == "2014-02-19")
    #expect(labels(0...86400 * 365 * 30, .time).contains("1990"))
    #expect(labels(1_392_768_000...1_392_768_000 + 3600 * 5, .time).contains("01:00"))
  }

  /// All points count, in whichever bucket they are.
  @Test func thinningKeepsTheExtremes() {
    var series = LineSeries(columns: 4)
    for index in 0..<10_000 { series.add(Double(index), index == 5_003 ? 100 : -Double(index % 7)) }
    #expect(series.count == 10_000)
    #expect(series.yExtent == -6...100)
    #expect(series.xExtent == 0...9_999)
    var canvas = SVGCanvas()
    let area = Area(
      left: 0, top: 0, right: 100, bottom: 106, x: Scaling(0...9_999, .linear),
      y: Scaling(-6...100, .linear))
    series.draw(on: &canvas, area, color: 0)
    let svg = canvas.document(width: 100, height: 106, title: "")
    // The greatest is at the top, and the line reaches down to the least.
    #expect(svg.contains(" 0L") || svg.contains(" 0\""))
    #expect(svg.contains(" 106"))
  }
}

/// Reads XML to its end.
private final class XMLDepth {
  func parses(_ text: String) -> Bool {
    // Enough of XML for what is written here: tags that are closed, in order.
    var open: [Substring] = []
    for match in text.matches(of: #/<(/?)([a-z]+)([^<>]*?)(/?)>/#) {
      if !match.1.isEmpty {
        guard open.popLast() == match.2 else { return false }
      } else if match.4.isEmpty {
        open.append(match.2)
      }
    }
    let control = text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
    return open.isEmpty && text.hasSuffix("</svg>\n") && !control
  }
}
