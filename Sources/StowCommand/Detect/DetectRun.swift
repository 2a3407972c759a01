internal import Foundation
internal import HTM
internal import Stowage

/// One run of `stow detect`.
struct DetectRun {
  private let command: DetectCommand
  private let console: Console
  private let input: MetricInput
  private let output: ScoreOutput
  private let new: Expectation
  // Made with the first row: it takes a while, which is in vain where there is none.
  private var detector: AnomalyDetector?
  private var chart: DetectionChart?
  private var sinceCheckpoint = 0

  /// Opens the files, and makes or loads the model.
  init(_ command: DetectCommand, _ console: Console) throws(StowFailure) {
    (self.command, self.console) = (command, console)
    input = try MetricInput(
      path: command.data, standard: console.inputDescriptor, names: command.names,
      follows: command.follows)
    for path in [command.output, command.outputModel, command.chart].compactMap(\.self)
    where input.isSame(as: path) {
      throw .usage("\(path) is the input", "detect")
    }
    output = ScoreOutput(path: command.output, console)
    chart = command.chart.map { _ in DetectionChart(threshold: command.threshold) }
    if let path = command.inputModel {
      do {
        try TypeRegistry.shared.registerHTM()
        detector = try load(path, as: AnomalyDetector.self)
      } catch {
        throw .failed("\(path): \(error)")
      }
      new = Expectation(least: 0, most: 0, probation: 1)
    } else {
      new = try Self.expectation(command, input)
    }
    if !command.isQuiet {
      console.countsRows(isPrinting: command.output == nil)
      console.progress.begin(input.length)
      input.onRead = { [progress = console.progress] in progress.add(bytes: $0) }
    }
  }

  /// What a new model has to know.
  private struct Expectation {
    let least: Double
    let most: Double
    let probation: Int
  }

  /// Finds out what a new model has to know; a plain file is read once before for that.
  private static func expectation(
    _ command: DetectCommand, _ input: MetricInput
  ) throws(StowFailure) -> Expectation {
    var (least, most) = command.limits
    var rows = 5000
    if least == nil {
      guard input.isPlainFile else {
        throw .usage("a stream needs --min and --max: about which values to expect", "detect")
      }
      rows = 0
      while let row = try input.next({ () throws(StowFailure) in }) {
        least = min(least ?? row.value, row.value)
        most = max(most ?? row.value, row.value)
        rows += 1
      }
      try input.rewind()
    }
    let limits = (least: least ?? 0, most: most ?? 0)
    guard limits.least <= limits.most, (limits.most - limits.least).isFinite else {
      throw .usage("--min \(limits.least) is not at most --max \(limits.most)", "detect")
    }
    return Expectation(
      least: limits.least, most: limits.most,
      probation: command.probation ?? max(1, min(rows * 15 / 100, 750)))
  }

  mutating func perform() throws(StowFailure) {
    // The input is looked at first, so that nothing is written where it is another one.
    if let detector, input.isFile, !command.hasNewRows { try passOver(detector) }
    var kept: [[String]] = []
    let wantsRows = chart != nil
    if let detector, try output.resume(after: detector, { if wantsRows { kept.append($0) } }) {
      for fields in kept { chart?.add(fields) }
    } else {
      try output.begin()
    }
    do throws(StowFailure) {
      while let row = try input.next({ () throws(StowFailure) in try output.flush() }) {
        try take(row)
      }
    } catch {
      // What came before the row that cannot be read has its scores.
      try? finish()
      throw error
    }
    guard input.hasHeader || Interruption.isAsked else {
      throw .failed("the input has no row with the names of its columns")
    }
    try finish()
    if Interruption.isAsked {
      throw StowFailure(code: 130, message: "interrupted after row \(detector?.rows ?? 0)")
    }
  }

  /// Passes over the rows that the model has seen.
  private func passOver(_ detector: AnomalyDetector) throws(StowFailure) {
    guard let last = detector.last else { return }
    for index in 1...max(1, detector.rows) {
      guard let row = try input.next({ () throws(StowFailure) in }) else {
        if Interruption.isAsked { return }
        throw .failed(
          "the model has seen \(detector.rows) rows, and the input has \(index - 1): "
            + "give --new-rows where it begins with new ones")
      }
      guard index == detector.rows else { continue }
      guard row.timestamp == last.timestamp, row.value == last.value else {
        throw .failed(
          "row \(index) of the input is not the last one that the model has seen, \(last.timestamp) "
            + "and \(last.value): give --new-rows where it begins with new ones")
      }
    }
  }

  private mutating func take(_ row: MetricRow) throws(StowFailure) {
    if detector == nil {
      do {
        detector = try AnomalyDetector.numentaTM(
          minimum: new.least, maximum: new.most, probation: new.probation)
      } catch { throw .usage("\(error)", "detect") }
    }
    var result: AnomalyDetector.Detection?
    do {
      // In place: a copy of the model would cost more than the row.
      result = try detector?.detect(timestamp: row.timestamp, value: row.value)
    } catch { throw .failed("\(row.timestampText): \(error)") }
    guard let found = result else { return }
    try output.write(
      "\(row.timestampText),\(row.valueText),\(found.anomalyScore),\(found.rawScore)\n")
    if !input.isPlainFile { try output.flush() }
    chart?.add(
      row.timestamp, value: row.value, score: found.anomalyScore, rawScore: found.rawScore)
    if !command.isQuiet { console.progress.addItem() }
    sinceCheckpoint += 1
    if let every = command.checkpointEvery, sinceCheckpoint >= every { try checkpoint() }
  }

  /// Saves the model, behind the scores that it goes on from.
  private mutating func checkpoint() throws(StowFailure) {
    guard let path = command.outputModel, detector != nil else { return }
    try output.sync()
    detector?.outputBytes = command.output == nil ? 0 : output.length
    sinceCheckpoint = 0
    guard let detector else { return }
    do { try save(path, detector) } catch { throw .failed("\(path): \(error)") }
  }

  private mutating func finish() throws(StowFailure) {
    try checkpoint()
    try output.flush()
    guard let path = command.chart, let chart else { return }
    let title = command.data.map { URL(filePath: $0).lastPathComponent } ?? "Metric"
    let figure = chart.figure(title, valueName: command.names.value)
    try console.writeFile(Data(figure.svg.utf8), path)
  }
}
