internal import Foundation
internal import Reductions

/// How the loss went while a model was trained.
struct LossCurve {
  private let path: String
  private var series = LineSeries("all so far")
  private var recent = LineSeries("last examples")
  private var window = 1
  private var (recentSum, recentCount) = (0.0, 0)
  private var last = 0.0

  init(_ path: String) { self.path = path }

  mutating func add(_ measures: Measures) {
    recentSum += measures.lossSum - last
    last = measures.lossSum
    recentCount += 1
    guard recentCount >= window else { return }
    let x = Double(measures.examples)
    series.add(x, measures.loss)
    recent.add(x, recentSum / Double(recentCount))
    (recentSum, recentCount) = (0, 0)
    // About a hundredth of what went by.
    window = max(1, measures.examples / 100)
  }

  func write(_ title: String, _ type: PredictionType) throws(StowFailure) {
    let panel = Panel(
      x: Axis("examples"), y: Axis(Measures.lossName(type)), height: 320,
      layers: [.line(recent), .line(series)])
    let figure = Figure(
      title: title, subtitle: "Loss of each example before it was learnt.", panels: [panel])
    do {
      try ModelFile.write(Data(figure.svg.utf8), path)
    } catch {
      throw .failed("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
