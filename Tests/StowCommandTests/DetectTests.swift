import Foundation
import Testing

/// `stow detect` on files, streams, and after whatever stopped it.
struct DetectTests {
  private static let metric = Repository.root.appending(
    path: "Tests/Fixtures/nab/exchange-2_cpc_results.csv")

  /// The first rows of the metric.
  private func rows(_ count: Int) throws -> String {
    let text = try String(contentsOf: Self.metric, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).prefix(count + 1).joined(separator: "\n") + "\n"
  }

  private let limits = ["--min", "0", "--max", "1", "--probation", "20"]

  @Test func rowsHaveTheirScores() throws {
    let folder = try TemporaryFolder()
    let data = try folder.file("data.csv", Data(rows(60).utf8))
    let run = try Run.stow(["detect", data.path()])
    #expect(run.code == 0)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 61)
    #expect(lines[0] == "timestamp,value,anomaly_score,raw_score")
    #expect(lines[1] == "2011-07-01 00:00:01,0.0819647355164,0.0301029996658834,1.0")
    // The same from a stream, once it is said what the file says of itself.
    let values = lines.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
    let stream = try Run.stow(
      [
        "detect", "--min", "\(values.min() ?? 0)", "--max", "\(values.max() ?? 0)", "--probation",
        "9",
      ],
      input: Data(rows(60).utf8))
    #expect(stream.output == run.output)
  }

  @Test func stoppedAnywhereItGoesOn() throws {
    let folder = try TemporaryFolder()
    let text = try rows(60)
    let data = try folder.file("data.csv", Data(text.utf8))
    let whole = try Run.stow(
      ["detect", data.path(), "-o", folder.url("whole.csv").path()] + limits)
    #expect(whole.code == 0)
    let expected = try Data(contentsOf: folder.url("whole.csv"))
    let (scores, model) = (folder.url("scores.csv"), folder.url("model.stow"))
    let arguments =
      [
        "detect", data.path(), "-o", scores.path(), "--output-model", model.path(), "--resume",
        "--checkpoint-every", "15", "--plot", folder.url("chart.svg").path(),
      ] + limits
    for stop in [1, 16, 16, 47] {
      // As much as there was of the input when it stopped.
      try Data(rows(stop).utf8).write(to: data)
      #expect(try Run.stow(arguments).code == 0)
      // Killed behind a save, there may be more rows than the model knows, and half ones.
      try (Data(contentsOf: scores) + Data("2011-07-01 00:00:01,0".utf8)).write(to: scores)
    }
    try Data(text.utf8).write(to: data)
    #expect(try Run.stow(arguments).code == 0)
    #expect(try Data(contentsOf: scores) == expected)
    let chart = try String(contentsOf: folder.url("chart.svg"), encoding: .utf8)
    #expect(chart.contains("60 rows"))
    // Once more, with nothing new.
    #expect(try Run.stow(arguments).code == 0)
    #expect(try Data(contentsOf: scores) == expected)
  }

  @Test func newRowsGoOnFromAModel() throws {
    let folder = try TemporaryFolder()
    let model = folder.url("model.stow").path()
    let lines = try rows(30).split(separator: "\n")
    let first = try Run.stow(
      ["detect", "--output-model", model] + limits,
      input: Data(lines.prefix(18).joined(separator: "\n").utf8))
    let second = try Run.stow(
      ["detect", "--input-model", model, "--new-rows"],
      input: Data(([lines[0]] + lines.dropFirst(18)).joined(separator: "\n").utf8))
    let whole = try Run.stow(["detect"] + limits, input: Data(rows(30).utf8))
    #expect(first.code == 0)
    #expect(first.output + second.output == whole.output)
  }

  @Test func otherOutputsAreNotCut() throws {
    let folder = try TemporaryFolder()
    let data = try folder.file("data.csv", Data(rows(20).utf8))
    let (scores, model) = (folder.url("scores.csv"), folder.url("model.stow").path())
    let arguments = ["detect", data.path(), "-o", scores.path()]
    #expect(try Run.stow(arguments + limits + ["--output-model", model]).code == 0)
    for other in [
      String(repeating: "precious\n", count: 500), "",
      "timestamp,value,anomaly_score,raw_score\n" + String(repeating: "1,2,3,4\n", count: 500),
    ] {
      try Data(other.utf8).write(to: scores)
      let run = try Run.stow(arguments + ["--input-model", model])
      #expect(run.code == 1)
      #expect(try String(contentsOf: scores, encoding: .utf8) == other)
    }
    // Another input than the one that the model has seen.
    try FileManager.default.removeItem(at: scores)
    for text in try [rows(9), rows(19) + "2011-07-01 00:00:01,5\n"] {
      try Data(text.utf8).write(to: data)
      let run = try Run.stow(arguments + ["--input-model", model])
      #expect(run.code == 1)
      #expect(run.errors.contains("--new-rows"))
      #expect(!FileManager.default.fileExists(atPath: scores.path()))
    }
    #expect(try Run.stow(["detect", data.path(), "-o", data.path()] + limits).code == 2)
    #expect(try Data(contentsOf: data).count > 100)
  }

  @Test func rowsMayHaveManyForms() throws {
    let plain = try rows(12)
    let expected = try Run.stow(["detect"] + limits, input: Data(plain.utf8)).text
    for form in [
      plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\n\n"),
      String(plain.dropLast()), "\u{FEFF}" + plain,
      plain.replacing("value\n", with: "value,x\n").replacing("timestamp", with: "\"timestamp\""),
    ] {
      let run = try Run.stow(["detect"] + limits, input: Data(form.utf8))
      #expect(run.text == expected)
    }
    let named = try Run.stow(
      ["detect", "--timestamp-column", "when", "--value-column", "load, in %"] + limits,
      input: Data(plain.replacing("timestamp,value", with: "when,\"load, in %\"").utf8))
    #expect(named.text == expected)
  }

  @Test(arguments: [
    ("", "names of its columns"), ("a,b\n1,2\n", "no column 'timestamp'"),
    ("timestamp,load\n", "no column 'value'"),
    ("timestamp,value\n2015-09-08 11:39:00\n", "line 2: there are 1 fields"),
    ("timestamp,value\n2015-09-08 11:39:00,1\nyesterday,2\n", "line 3: 'yesterday' is no time"),
    ("timestamp,value\n\n2015-02-30 11:39:00,1\n", "line 3: '2015-02-30"),
    ("timestamp,value\n2015-09-08 11:39:00,NaN\n", "line 2: 'NaN' is no number"),
    ("timestamp,value\n2015-09-08 11:39:00,inf\n", "line 2: 'inf' is no number"),
    ("timestamp,value\n2015-09-08 11:39:00,\n", "line 2: '' is no number"),
    ("timestamp,value\n2015-09-08 11:39:00,\"1\n", "line 2: the quotes"),
    ("timestamp,value\n2015-09-08 11:39:00,\"1\"2\n", "line 2: there is something behind"),
  ])
  func faultsSayTheLine(_ text: String, _ message: String) throws {
    let run = try Run.stow(["detect"] + limits, input: Data(text.utf8))
    #expect(run.code == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
    // In a file it is found before anything is written.
    let folder = try TemporaryFolder()
    let data = try folder.file("data.csv", Data(text.utf8))
    let other = try Run.stow(["detect", data.path(), "-o", folder.url("out.csv").path()])
    #expect(other.code != 0)
  }

  @Test(arguments: [
    ["--min", "1"], ["--checkpoint-every", "9"], ["--resume"], ["--min", "a", "--max", "b"],
    ["--preset", "nothing"], ["-o", "x", "--output-model", "x"], ["--min", "2", "--max", "1"],
    ["--output-model", "x", "--checkpoint-every", "0"],
  ])
  func argumentsHaveToMakeSense(_ arguments: [String]) throws {
    let run = try Run.stow(["detect"] + arguments, input: Data("timestamp,value\n".utf8))
    #expect(run.code == 2, "\(run.errors)")
  }

  @Test func modelsAreChecked() throws {
    let folder = try TemporaryFolder()
    let model = try folder.file("model.stow", Data("no model".utf8))
    let run = try Run.stow(
      ["detect", "--input-model", model.path()], input: Data(rows(3).utf8))
    #expect(run.code == 1)
    #expect(run.errors.contains("model.stow"))
  }
}
