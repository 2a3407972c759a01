internal import Foundation
internal import Reductions

/// `stow predict`: what a model makes of examples.
struct PredictCommand: Command {
  static let syntax = Syntax(
    name: "predict",
    summary: "Print what a model makes of examples.",
    discussion: """
      Prints the prediction of each example of <file> as a line of JSON, and learns nothing. Files
      that begin like gzip are unpacked.
      """,
    examples: [
      ("stow predict -i model.stow -d data.vw", "Print predictions."),
      (
        "stow predict -i model.stow -d test.vw -p /dev/null -m mse",
        "Measure a model on examples that it has not seen."
      ),
    ],
    exitCodes: [
      (0, "All predictions are written."), (1, "The work failed."),
      (2, "The arguments make no sense."), (130, "Ctrl-C stopped it."),
    ],
    operands: [],
    options: DataOptions.options + [
      Option(
        "-i", "--input-model", value: "<file>", completion: .files, help: "Use the model in <file>."
      ),
      Option(
        "-p", "--predictions", value: "<file>", completion: .files,
        help: "Write the predictions to <file>, and not to standard output."),
      Option("--quiet", help: "Print nothing but predictions and failures."),
    ])

  private let invocation: Invocation
  private let data: DataOptions

  init(_ invocation: Invocation) throws(StowFailure) {
    self.invocation = invocation
    data = try DataOptions(invocation, "predict")
    guard invocation.has("--input-model") else {
      throw .usage("--input-model is missing: the model to predict with", "predict")
    }
  }

  func run(_ console: Console) throws(StowFailure) {
    var workspace = try ModelFile.load(invocation.value("--input-model") ?? "", console)
    try data.check(workspace, "predict")
    console.countsFiles()
    var loop = ExampleLoop(data: data, period: nil, console: console)
    let path = invocation.value("--predictions")
    if let path, path != "/dev/null", path != "-" { loop.predictions = try PredictionsFile(path) }
    Interruption.watch()
    defer { Interruption.ignore() }
    var measures = Measures(data.metrics)
    var line: [UInt8] = []
    let isPrinted = path == nil || path == "-"
    let parser: ExampleParser
    do {
      parser = try workspace.createParser(data.format)
    } catch {
      throw .usage(error.message, "predict")
    }
    let end = try loop.run(parser, &workspace, &measures) { workspace, examples, index in
      let prediction = try workspace.predict(examples, index)
      if isPrinted {
        prediction.appendJSON(to: &line)
        line.append(10)
        try console.write(line: &line)
      }
      return prediction
    }
    try console.flush()
    if end == .interrupted {
      console.code = 130
    } else {
      try loop.predictions?.finish()
    }
    guard !invocation.has("--quiet"), !data.metrics.isEmpty else { return }
    let values = zip(data.metrics, measures.values).map { "\($0.title): \($1)" }
    console.report("stow predict", values.joined(separator: "\n"))
  }
}
