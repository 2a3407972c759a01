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

  /// What is done with an example of a list: it gives its prediction, where that is needed.
  typealias Body = (inout Workspace, ExampleList, Int) throws -> Prediction?

  /// Calls a function with each example and a workspace.
  func run(
    _ parser: ExampleParser, _ workspace: inout Workspace, _ measures: inout Measures, _ body: Body
  ) throws(StowFailure) -> End {
    let input = try DataInput(data.paths, standardInput: console.standardInput)
    let source = ExampleSource(input, parser, skipping: skipped)
    var period = period
    let progress =
      console.progress.isVisible ? TrainingProgress(console, of: input.bytesTotal) : nil
    if period != nil {
      try console.write(
        ([Self.titleOfCount] + measures.metrics.map(\.title)).joined(separator: "\t") + "\n")
    }
    source.start()
    // What the thread holds is let go of when it notices.
    defer { source.abandon() }
    while true {
      var batch = source.take()
      try run(batch, batch.examples, &workspace, &measures, &period, progress, body)
      if Interruption.isAsked { return .interrupted }
      if let failure = batch.failure { throw failure }
      if batch.isLast { return .all }
      if batch.isAwaited { try console.flush() }
      source.recycle(&batch)
    }
  }

  /// Goes through examples, which are the batch's: of a part of it each call would take a copy.
  private func run(
    _ batch: ExampleBatch, _ examples: ExampleList, _ workspace: inout Workspace,
    _ measures: inout Measures, _ period: inout ReportPeriod?, _ progress: TrainingProgress?,
    _ body: Body
  ) throws(StowFailure) {
    for index in 0..<examples.count {
      if Interruption.isAsked { return }
      do {
        if let prediction = try body(&workspace, examples, index) {
          measures.add(examples, index, prediction)
          try predictions?.add(prediction)
        } else {
          measures.count(examples.label(index))
        }
      } catch let failure as StowFailure {
        throw failure
      } catch {
        throw .failed("\(batch.name), line \(batch.lines[index]): \(error)")
      }
      if period?.isDue(measures.examples - 1) == true { try report(measures) }
      progress?.show(measures, batch.bytesRead)
    }
  }

  /// Prints a line with the measures so far.
  func report(_ measures: Measures) throws(StowFailure) {
    console.progress.clear()
    let line = ["\(max(0, measures.examples - 1))"] + measures.values
    try console.write(line.joined(separator: "\t") + "\n")
  }
}
