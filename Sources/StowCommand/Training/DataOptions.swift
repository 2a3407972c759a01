internal import Reductions

/// What commands that read examples are told of them.
struct DataOptions {
  static let options = [
    Option(
      "-d", "--data", value: "<file>", completion: .files,
      help: "Read examples from <file>; - is standard input. Can be given more than once."),
    Option(
      "--data-format", value: "<format>",
      completion: .words(DataFormat.allCases.map(\.rawValue)),
      help: "How the examples are written: vw-text (the default), json or dsjson."),
    Option(
      "-m", "--metrics", value: "<names>",
      completion: .words(Metric.allCases.map(\.rawValue)),
      help: "Measure mse, ips or parsed-features; several with commas between them."),
  ]

  let paths: [String]
  let format: DataFormat
  let metrics: [Metric]

  init(_ invocation: Invocation, _ command: String) throws(StowFailure) {
    paths = invocation.values("--data")
    guard !paths.isEmpty else {
      throw .usage("--data is missing: the file with the examples, or -", command)
    }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw .usage("standard input can be read only once", command)
    }
    let name = invocation.value("--data-format") ?? DataFormat.vwText.rawValue
    guard let format = DataFormat(rawValue: name) else {
      throw .usage("--data-format is one of vw-text, json, dsjson, not '\(name)'", command)
    }
    self.format = format
    var metrics: [Metric] = []
    for list in invocation.values("--metrics") {
      for name in list.split(separator: ",") {
        // reductionml writes it with an underscore.
        guard let metric = Metric(rawValue: String(name).replacing("_", with: "-")) else {
          let names = Metric.allCases.map(\.rawValue).joined(separator: ", ")
          throw .usage("there is no metric '\(name)'; there are \(names)", command)
        }
        metrics.append(metric)
      }
    }
    self.metrics = metrics
  }

  /// Refuses metrics that the predictions of a workspace do not have.
  func check(_ workspace: Workspace, _ command: String) throws(StowFailure) {
    for metric in metrics where !metric.fits(workspace.predictionType) {
      throw .usage(
        "\(metric.rawValue) does not measure predictions of this model, which are "
          + "\(workspace.predictionType)", command)
    }
  }
}
