internal import Foundation
internal import HTM
internal import Stowage

/// `stow detect`: finds what is unusual in a metric.
struct DetectCommand: Command {
  static let syntax = Syntax(
    name: "detect",
    summary: "Find what is unusual in a metric, row by row.",
    discussion: """
      Reads a metric from <data>, or from standard input: comma-separated values with names in the
      first row, of which `timestamp` and `value` count; it may be gzip. Writes each row with its anomaly
      score, which is near 1 where something is unusual, and its raw score, the part of it that was
      not predicted.

      Times are written as 2014-04-01 13:05:00; seconds may be missing. A row that cannot be read ends
      the run, and the message says which line it is on.

      The detector is that of NuPIC with the parameters of the Numenta Anomaly Benchmark. It has to know
      between which values the metric is about; these are found in a plain file, and given as --min
      and --max for a stream. In the first rows, 15 % of a file and at most 750, all scores are low but
      those of values far beyond all others so far.

      With --output-model the model is saved at the end, with --checkpoint-every in between, and when
      the run is interrupted. Given as --input-model it goes on where it was: rows of <data> that it
      has seen are passed over, and <scores> is cut back to them, so that it becomes what one run
      would have written. Input that begins with new rows is told by --new-rows; a stream always does.

      Rows that come one by one are written one by one. With --follow, <data> is waited for when it
      ends, as long as nobody interrupts.
      """,
    examples: [
      ("stow detect cpu.csv -o scores.csv --plot cpu.svg", "Scores, and a picture of them."),
      (
        "stow detect cpu.csv -o scores.csv --output-model cpu.stow --resume",
        "The same, which goes on after whatever stopped it."
      ),
      (
        "stow detect --min 0 --max 100 --output-model cpu.stow",
        "A metric that keeps coming to standard input."
      ),
    ],
    exitCodes: [
      (0, "All rows have scores."), (1, "A row cannot be read, or a file cannot be used."),
      (2, "The arguments make no sense."), (130, "The run was interrupted; all files are whole."),
    ],
    operands: [Operand("<data>", isOptional: true, completion: .files)],
    options: [
      Option(
        "-o", "--output", value: "<scores>", completion: .files,
        help: "Where to write the scores, rather than to standard output."),
      Option(
        "--input-model", value: "<model>", completion: .files, help: "Go on with a model."),
      Option(
        "--output-model", value: "<model>", completion: .files, help: "Save the model there."),
      Option("--resume", help: "Go on with --output-model if it is there."),
      Option(
        "--checkpoint-every", value: "<rows>", help: "Save the model after so many rows, each time."
      ),
      Option("--new-rows", help: "<data> begins with rows that the model has not seen."),
      Option(
        "--preset", value: "<name>", completion: .words(["numentaTM"]),
        help: "The parameters of a new model: numentaTM, which is all there is."),
      Option("--min", value: "<number>", help: "About the least value to expect."),
      Option("--max", value: "<number>", help: "About the largest value to expect."),
      Option(
        "--probation", value: "<rows>", help: "For how many rows a new model's scores are low."),
      Option("--timestamp-column", value: "<name>", help: "Which column has the times."),
      Option("--value-column", value: "<name>", help: "Which column has the values."),
      Option("--follow", help: "Wait for more rows at the end of <data>."),
      Option(
        "--plot", value: "<chart>", completion: .files, help: "Draw values, scores and alerts."),
      Option(
        "--threshold", value: "<score>", help: "From which score on --plot shows an alert: 0.5."),
      Option("--quiet", help: "Do not tell how far it is."),
    ])

  let data: String?
  let output: String?
  let inputModel: String?
  let outputModel: String?
  let checkpointEvery: Int?
  let limits: (least: Double?, most: Double?)
  let probation: Int?
  let names: (timestamp: String, value: String)
  let chart: String?
  let threshold: Double
  let hasNewRows: Bool
  let follows: Bool
  let isQuiet: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    let operand = invocation.operand(0)
    data = operand == "-" ? nil : operand
    output = invocation.value("--output").flatMap { $0 == "-" ? nil : $0 }
    outputModel = invocation.value("--output-model")
    hasNewRows = invocation.has("--new-rows")
    follows = invocation.has("--follow")
    isQuiet = invocation.has("--quiet")
    chart = invocation.value("--plot")
    names = (
      invocation.value("--timestamp-column") ?? "timestamp",
      invocation.value("--value-column") ?? "value"
    )
    checkpointEvery = try Self.number(invocation, "--checkpoint-every") { Int($0) }
    probation = try Self.number(invocation, "--probation") { Int($0) }
    limits = try (
      Self.number(invocation, "--min") { Double($0) },
      Self.number(invocation, "--max") { Double($0) }
    )
    threshold = try Self.number(invocation, "--threshold") { Double($0) } ?? 0.5
    guard checkpointEvery.map({ $0 > 0 }) ?? true else {
      throw .usage("--checkpoint-every needs at least one row", "detect")
    }
    guard checkpointEvery == nil || outputModel != nil else {
      throw .usage("--checkpoint-every needs --output-model", "detect")
    }
    guard (limits.least == nil) == (limits.most == nil) else {
      throw .usage("--min and --max are given together", "detect")
    }
    if let preset = invocation.value("--preset"), preset != "numentaTM" {
      throw .usage("there is no preset '\(preset)', but numentaTM", "detect")
    }
    var model = invocation.value("--input-model")
    if invocation.has("--resume") {
      guard let outputModel else { throw .usage("--resume needs --output-model", "detect") }
      if model == nil, FileManager.default.fileExists(atPath: outputModel) { model = outputModel }
    }
    inputModel = model
    if let output, [inputModel, outputModel, chart].contains(output) {
      throw .usage("\(output) cannot hold two things", "detect")
    }
  }

  private static func number<Number>(
    _ invocation: Invocation, _ name: String, _ parse: (String) -> Number?
  ) throws(StowFailure) -> Number? {
    guard let text = invocation.value(name) else { return nil }
    guard let number = parse(text) else {
      throw .usage("\(name) needs a number, and not '\(text)'", "detect")
    }
    return number
  }

  func run(_ console: Console) throws(StowFailure) {
    Interruption.watch()
    defer { Interruption.ignore() }
    var run = try DetectRun(self, console)
    try run.perform()
  }
}
