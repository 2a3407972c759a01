internal import Foundation
internal import Reductions

/// `stow train`: makes a model of examples, or goes on with one.
struct TrainCommand: Command {
  static let syntax = Syntax(
    name: "train",
    summary: "Train a model from examples.",
    discussion: """
      Learns the examples of <file>, one by one in their order, and writes the model. It begins with a
      configuration (see `stow config`), or goes on with a model, of Stowage or of reductionml. Files
      that begin like gzip are unpacked.

      Standard output has a line of measures after some examples, for which predictions are made
      before they are learnt. The same examples in the same order give the same model, bit for bit.
      Examples without a label are not learnt.

      Ctrl-C stops it. With --on-interrupt=save the model so far is written, which goes on exactly from
      there: give it as --input-model, with --skip and the number of examples that was said.

      Takes the arguments of `reml train`.
      """,
    examples: [
      (
        "stow train -d data.vw -c config.json -o model.stow -m mse",
        "Train on a file, and see the mean squared error."
      ),
      (
        "stow train -d more.json.gz --data-format json -i model.stow -o model.stow",
        "Go on with more examples."
      ),
      (
        "stow train -d data.vw -c config.json -o model.stow --loss-curve loss.svg",
        "Draw how the loss went."
      ),
    ],
    exitCodes: [
      (0, "The model is written."), (1, "The work failed, and nothing was written."),
      (2, "The arguments make no sense."), (130, "Ctrl-C stopped it."),
    ],
    operands: [],
    options: DataOptions.options + [
      Option(
        "-c", "--config", value: "<file>", completion: .files,
        help: "Begin with the configuration in <file>."),
      Option(
        "-i", "--input-model", value: "<file>", completion: .files,
        help: "Go on with the model in <file>."),
      Option(
        "-o", "--output-model", value: "<file>", completion: .files,
        help: "Write the model to <file>."),
      ModelFile.option,
      Option(
        "-p", "--predictions", value: "<file>", completion: .files,
        help: "Write the prediction of each example to <file>, as JSON."),
      Option(
        "--progress", value: "<when>",
        help: "Print measures after every <when> examples, or after times *2 (the default)."),
      Option("--save-every", value: "<n>", help: "Write the model after every <n> examples too."),
      Option("--skip", value: "<n>", help: "Leave out the first <n> examples."),
      Option(
        "--on-interrupt", value: "<what>", completion: .words(["save", "discard"]),
        help: "What Ctrl-C does with the model so far: save, or discard (the default)."),
      Option(
        "--loss-curve", value: "<file>", completion: .files,
        help: "Draw how the loss went, as SVG."),
      Option("--quiet", help: "Print nothing but failures."),
      Option("--queue-size", value: "<n>", help: "Has no effect; reductionml has it."),
      Option("--num-parse-threads", value: "<n>", help: "Has no effect; reductionml has it."),
    ])

  private let invocation: Invocation
  private let data: DataOptions
  private let form: ModelFile.Form
  private let period: ReportPeriod
  private let saveEvery: Int?
  private let skipped: Int

  init(_ invocation: Invocation) throws(StowFailure) {
    self.invocation = invocation
    data = try DataOptions(invocation, "train")
    form = try ModelFile.form(invocation, "train")
    period = try ReportPeriod(invocation.value("--progress") ?? "*2", "train")
    saveEvery = try invocation.number("--save-every", in: 1...Int.max, "train")
    skipped = try invocation.number("--skip", in: 0...Int.max, "train") ?? 0
    guard invocation.has("--config") != invocation.has("--input-model") else {
      throw .usage("either --config or --input-model is needed, to begin with", "train")
    }
    if let word = invocation.value("--on-interrupt"), !["save", "discard"].contains(word) {
      throw .usage("--on-interrupt is save or discard, not '\(word)'", "train")
    }
    let savesLater = invocation.has("--save-every") || invocation.value("--on-interrupt") == "save"
    if savesLater, !invocation.has("--output-model") {
      throw .usage("--output-model is needed to save to", "train")
    }
  }

  func run(_ console: Console) throws(StowFailure) {
    var workspace = try begin(console)
    try data.check(workspace, "train")
    let isQuiet = invocation.has("--quiet")
    console.countsFiles()
    var loop = ExampleLoop(data: data, period: isQuiet ? nil : period, console: console)
    loop.skipped = skipped
    if let path = invocation.value("--predictions") { loop.predictions = try PredictionsFile(path) }
    Interruption.watch()
    defer { Interruption.ignore() }
    var measures = Measures(data.metrics)
    var curve = invocation.value("--loss-curve").map(LossCurve.init)
    let parser: ExampleParser
    do {
      parser = try workspace.createParser(data.format)
    } catch {
      throw .usage(error.message, "train")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let end = try learn(&workspace, loop, parser, &measures, &curve)
    if !isQuiet { try loop.report(measures) }
    try console.flush()
    let isKept = end == .all || invocation.value("--on-interrupt") == "save"
    if isKept {
      try loop.predictions?.finish()
      if let path = invocation.value("--output-model") {
        try ModelFile.save(workspace, path, form)
      }
      try curve?.write(invocation.value("--data") ?? "Training", workspace.predictionType)
    }
    if end == .interrupted { console.code = 130 }
    if !isQuiet || end == .interrupted { tell(end, isKept, measures, clock.now - start, console) }
  }

  private func begin(_ console: Console) throws(StowFailure) -> Workspace {
    if let path = invocation.value("--input-model") { return try ModelFile.load(path, console) }
    let path = invocation.value("--config") ?? ""
    return try ConfigCommand.workspace(path, console)
  }

  private func learn(
    _ workspace: inout Workspace, _ loop: ExampleLoop, _ parser: ExampleParser,
    _ measures: inout Measures, _ curve: inout LossCurve?
  ) throws(StowFailure) -> ExampleLoop.End {
    var count = 0
    let (saveEvery, output, form) = (saveEvery, invocation.value("--output-model"), form)
    var drawn = curve
    var own = Measures([])
    defer { curve = drawn }
    // Nobody sees the predictions of a quiet run: they take a third of its time.
    let isPredicting = loop.period != nil || loop.predictions != nil || drawn != nil
    return try loop.run(parser, &workspace, &measures) { workspace, examples, index in
      let prediction = isPredicting ? try workspace.predict(examples, index) : nil
      try workspace.learn(examples, index)
      count += 1
      if let prediction, drawn != nil {
        own.add(examples, index, prediction)
        drawn?.add(own)
      }
      if let saveEvery, let output, count % saveEvery == 0 {
        try ModelFile.save(workspace, output, form)
      }
      return prediction
    }
  }

  private func tell(
    _ end: ExampleLoop.End, _ isKept: Bool, _ measures: Measures, _ duration: Duration,
    _ console: Console
  ) {
    let seconds =
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let rate = Int(Double(measures.examples) / max(seconds, 1e-9))
    var text =
      "\(measures.examples) examples in \(Float((seconds * 100).rounded() / 100)) s (\(rate)/s)"
    let missing = measures.examples - measures.labeled
    if missing > 0 { text += "\n\(missing) of them have no label, and were not learnt" }
    if end == .interrupted {
      text = "stopped after " + text
      if isKept, let path = invocation.value("--output-model") {
        text +=
          "\nthe model so far is in \(path); to go on, give it as --input-model with "
          + "--skip=\(skipped + measures.examples)"
      } else {
        text += "\nnothing was written"
      }
    }
    console.report("stow train", text)
  }
}
