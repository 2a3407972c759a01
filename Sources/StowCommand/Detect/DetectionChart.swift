internal import HTM

/// The picture of a metric: its values, its scores, and the alerts.
struct DetectionChart {
  private var values = LineSeries("value")
  private var scores = LineSeries("anomaly score")
  private var raw = LineSeries("raw score")
  private var alerts = Marks("alert")
  private var count = 0
  private var alertCount = 0
  private var wasAlert = false
  private let threshold: Double

  init(threshold: Double) { self.threshold = threshold }

  mutating func add(_ time: DateTime, value: Double, score: Double, rawScore: Double) {
    let x = time.secondsSince1970
    values.add(x, value)
    scores.add(x, score)
    raw.add(x, rawScore)
    count += 1
    // Scores stay high for a while: one mark for each time that they rise.
    if score >= threshold, !wasAlert {
      alerts.add(x)
      alertCount += 1
    }
    wasAlert = score >= threshold
  }

  /// Takes in a row of an output.
  mutating func add(_ fields: [String]) {
    guard fields.count == 4, let time = DateTime(fields[0]), let value = Double(fields[1]),
      let score = Double(fields[2]), let rawScore = Double(fields[3])
    else { return }
    add(time, value: value, score: score, rawScore: rawScore)
  }

  func figure(_ title: String, valueName: String) -> Figure {
    let summary =
      "\(Ticks.label(Double(count), step: 1)) rows, \(alertCount) alert\(alertCount == 1 ? "" : "s") "
      + "at an anomaly score of \(threshold) or more"
    return Figure(
      title: title, subtitle: summary,
      panels: [
        Panel(
          x: Axis("", .time), y: Axis(valueName, hasMargin: true),
          layers: [.line(values), .marks(alerts)]),
        Panel(
          title: "Anomaly score", x: Axis("", .time),
          y: Axis("score", range: 0...1, hasMargin: true), height: 130,
          layers: [.line(scores), .level(threshold, name: "threshold"), .marks(alerts)]),
        Panel(
          title: "Raw score: the part that was not predicted", x: Axis("time", .time),
          y: Axis("score", range: 0...1, hasMargin: true), height: 110, layers: [.line(raw)]),
      ])
  }
}

extension DateTime {
  /// Seconds since the beginning of 1970, as if the clock were that of UTC.
  fileprivate var secondsSince1970: Double {
    let past = year - 1
    let days = past * 365 + past / 4 - past / 100 + past / 400 + dayOfYear - 719_163
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    return Double(seconds) + Double(microsecond) / 1e6
  }
}
