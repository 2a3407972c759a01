internal import Foundation
internal import Reductions

/// How the loss went while a model was trained.
struct LossCurve {
  /// The losses of examples one after another.
  private struct Part {
    var sum = 0.0
    var count = 0
    /// The examples up to here, and the mean of their losses.
    var end = 0
    var mean = 0.0
  }

  private let path: String
  private var parts: [Part] = []
  private var open = Part()
  private var window = 1
  private var last = 0.0

  init(_ path: String) { self.path = path }

  mutating func add(_ measures: Measures) {
    open.sum += measures.lossSum - last
    last = measures.lossSum
    open.count += 1
    guard open.count >= window else { return }
    (open.end, open.mean) = (measures.examples, measures.loss)
    parts.append(open)
    open = Part()
    // About a hundredth of what went by.
    window = max(1, measures.examples / 100)
  }

  /// The mean of the last examples, and of all so far, each over a hundredth of all.
  ///
  /// The losses of single examples at the start would make the scale, and nothing else be seen.
  private var lines: (recent: LineSeries, all: LineSeries) {
    var (recent, all) = (LineSeries("last examples"), LineSeries("all so far"))
    let width = (parts.last?.end ?? 0) / 100
    var joined = Part()
    for part in parts {
      joined.sum += part.sum
      joined.count += part.count
      guard joined.count >= width else { continue }
      recent.add(Double(part.end), joined.sum / Double(joined.count))
      all.add(Double(part.end), part.mean)
      joined = Part()
    }
    return (recent, all)
  }

  func write(_ title: String, _ type: PredictionType) throws(StowFailure) {
    let lines = lines
    let panel = Panel(
      x: Axis("examples"), y: Axis(Measures.lossName(type)), height: 320,
      layers: [.line(lines.recent), .line(lines.all)])
    let figure = Figure(
      title: title, subtitle: "Mean loss of the examples before they were learnt.", panels: [panel])
    do {
      try ModelFile.write(Data(figure.svg.utf8), path)
    } catch {
      throw .failed("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
