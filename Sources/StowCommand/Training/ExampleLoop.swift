internal import Foundation
internal import Reductions

/// Goes through the examples of files.
struct ExampleLoop {
  let data: DataOptions
  let period: ReportPeriod?
  let console: Console
  /// Examples that are left out in front.
  var skipped = 0
  var predictions: PredictionsFile?

  /// Why it ended.
  enum End { case all, interrupted }

  private static let titleOfCount = "example"

  /// Calls a function with each example, which gives its prediction where that is needed.
  func run(
    _ parser: ExampleParser, _ measures: inout Measures,
    _ body: (Example) throws -> Prediction?
  ) throws(StowFailure) -> End {
    let input = try DataInput(data.paths, standardInput: console.standardInput)
    let total = input.bytesTotal
    let source = ExampleSource(input, parser, skipping: skipped)
    var period = period
    let progress = TrainingProgress(console)
    if period != nil {
      try console.write(
        ([Self.titleOfCount] + measures.metrics.map(\.title)).joined(separator: "\t") + "\n")
    }
    source.start()
    // What the thread holds is let go of when it notices.
    defer { source.abandon() }
    while true {
      let batch = source.take()
      for index in 0..<batch.count {
        if Interruption.isAsked { return .interrupted }
        let example = batch.buffers[index].example
        do {
          if let prediction = try body(example) {
            measures.add(example, prediction)
            try predictions?.add(prediction)
          } else {
            measures.count(example)
          }
        } catch let failure as StowFailure {
          throw failure
        } catch {
          throw .failed("\(batch.name), line \(batch.lines[index]): \(error)")
        }
        if period?.isDue(measures.examples - 1) == true { try report(measures) }
        progress.show(measures, batch.bytesRead, of: total)
      }
      if let failure = batch.failure { throw failure }
      if batch.isLast { return Interruption.isAsked ? .interrupted : .all }
      source.recycle(batch)
    }
  }

  /// Prints a line with the measures so far.
  func report(_ measures: Measures) throws(StowFailure) {
    console.progress.clear()
    let line = ["\(max(0, measures.examples - 1))"] + measures.values
    try console.write(line.joined(separator: "\t") + "\n")
  }
}
