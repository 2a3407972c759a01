import Foundation
import Reductions
import Testing

/// `stow train` and what goes with it.
struct TrainingTests {
  private static let coin = #"{"globalConfig": {}, "entryReduction": {"typename": "Coin"}}"#

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.url(name).path }

  private func write(_ name: String, _ text: String) throws -> String {
    try folder.file(name, Data(text.utf8)).path
  }

  private func lines(_ count: Int) -> [String] {
    (0..<count).map { "\($0 % 3) |f a:\($0 % 7) b\($0 % 5) c:0.\($0)" }
  }

  private func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private func model(_ name: String) throws -> Data { try Data(contentsOf: folder.url(name)) }

  /// What the library makes of the same lines.
  private func trained(_ lines: [String]) throws -> Data {
    var workspace = try Workspace(config: Self.coin)
    let parser = try workspace.createParser(.vwText)
    for line in lines { try workspace.learn(parser.parse(line)) }
    return try workspace.serialize()
  }

  @Test func aFileBecomesAModel() throws {
    let lines = lines(300)
    let (data, config) = (try write("data", joined(lines)), try write("config", Self.coin))
    let run = try Run.stow([
      "train", "-d", data, "-c", config, "-o", path("model"), "-p", path("predictions"),
      "-m", "mse,parsed_features",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try Workspace(model: model("model")).serialize() == trained(lines))
    let rows = run.text.split(separator: "\n")
    #expect(rows.first == "example\tmean squared error\tparsed features")
    #expect(
      rows.dropFirst().map { $0.split(separator: "\t")[0] }
        == ["0", "1", "2", "4", "8", "16", "32", "64", "128", "256", "299"])
    #expect(rows.last?.hasSuffix("\t900") == true)
    let predictions = try String(contentsOf: folder.url("predictions"), encoding: .utf8)
      .split(separator: "\n")
    #expect(predictions.count == 300)
    #expect(predictions[0] == #"{"prediction":0.0,"raw_prediction":0.0}"#)
  }

  @Test(arguments: [["--quiet", "train"], ["train", "--quiet"]])
  func quietTrainingSaysNothing(_ beginning: [String]) throws {
    let (data, config) = (
      try write("data", joined(lines(40))), try write("config", Self.coin)
    )
    let run = try Run.stow(
      beginning + [
        "-d", data, "-c", config, "-o", path("model"), "-m", "mse",
        "--model-format=reductionml",
      ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(try model("model") == trained(lines(40)))
  }

  @Test func goingOnIsTheSameAsTrainingAtOnce() throws {
    let lines = lines(200)
    let config = try write("config", Self.coin)
    let data = try write("data", joined(lines))
    let first = try write("first", joined(Array(lines.prefix(77))))
    for form in ["packed", "binary", "json", "text", "reductionml", "reductionml-json"] {
      let start = try Run.stow([
        "train", "-d", first, "-c", config, "-o", path("model"), "--quiet", "--model-format", form,
      ])
      #expect(start.code == 0 && start.text == "" && start.errors == "")
      let run = try Run.stow([
        "train", "-d", data, "--skip", "77", "-i", path("model"), "-o", path("model"),
        "--model-format=reductionml", "--quiet",
      ])
      #expect(run.code == 0, "\(run.errors)")
      #expect(try model("model") == trained(lines), "\(form)")
    }
  }

  @Test func severalFilesAndStandardInputFollowEachOther() throws {
    let lines = lines(90)
    let config = try write("config", Self.coin)
    let first = try write("first", joined(Array(lines.prefix(30))))
    let last = try write("last", lines.suffix(30).joined(separator: "\r\n"))
    let run = try Run.stow(
      [
        "train", "-d", first, "-d", "-", "--data", last, "-c", config, "-o", path("model"),
        "--model-format", "reductionml", "--quiet",
      ], input: Data(("\n\n" + joined(Array(lines[30..<60])) + "  \n").utf8))
    #expect(run.code == 0, "\(run.errors)")
    #expect(try model("model") == trained(lines))
  }

  @Test func gzipIsUnpacked() throws {
    let program = URL(filePath: "/bin/gzip")
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return }
    let lines = lines(4000)
    let config = try write("config", Self.coin)
    let halves = [lines.prefix(1500), lines.dropFirst(1500)].map { joined(Array($0)) }
    let members = try halves.map {
      try Run.program(program, ["-c"], input: Data($0.utf8)).output
    }
    let packed = members[0] + members[1]
    let data = try folder.file("data.gz", packed + Data(count: 100)).path
    let arguments = ["-c", config, "-o", path("model"), "--model-format=reductionml", "--quiet"]
    let run = try Run.stow(["train", "-d", data] + arguments)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try model("model") == trained(lines))
    for count in [2, 9, 1000, members[0].count - 3, members[0].count + 5, packed.count - 1] {
      try FileManager.default.removeItem(atPath: path("model"))
      let cut = try Run.stow(["train", "-d", "-"] + arguments, input: packed.prefix(count))
      #expect(cut.code == 1, "\(count)")
      #expect(!FileManager.default.fileExists(atPath: path("model")))
      try Data().write(to: folder.url("model"))
    }
    var damaged = packed
    damaged[packed.count / 2] ^= 0x55
    let run2 = try Run.stow(["train", "-d", "-"] + arguments, input: damaged)
    #expect(run2.code == 1 && !run2.errors.isEmpty)
  }

  @Test func linesOfAnyLengthAreFound() throws {
    let long = "1 |f " + (0..<60_000).map { "name\($0)" }.joined(separator: " ")
    let lines = ["0 |f a", long, "2 |f b", long + "x", "1 |f c"]
    let (data, config) = (try write("data", joined(lines)), try write("config", Self.coin))
    let run = try Run.stow([
      "train", "-d", data, "-c", config, "-o", path("model"), "--model-format=reductionml",
      "--quiet",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try model("model") == trained(lines))
  }

  @Test func choicesOfAnyLengthAreFound() throws {
    let config = try Configuration.template("CbAdf")
    var workspace = try Workspace(config: config)
    let parser = try workspace.createParser(.vwText)
    var text = ""
    for index in 0..<3000 {
      let actions = (0..<(index % 500 == 7 ? 9000 : index % 7 + 1)).map { action in
        (action == index % 3 ? "0:0.\(index):0.5 " : " ") + "|a x\(action) y:0.\(index)\n"
      }
      let choice = "shared |u k\(index % 5)\n" + actions.joined()
      let example = try parser.parse(choice)
      if let label = example.label { try workspace.learn(example.features, label) }
      text += choice + String(repeating: index % 9 == 0 ? " \n" : "\r\n", count: index % 3 + 1)
    }
    #expect(text.utf8.count > 3 << 18)
    let run = try Run.stow([
      "train", "-d", try write("data", text), "-c", try write("config", config), "-o",
      path("model"), "--model-format=reductionml", "--quiet",
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(try model("model") == workspace.serialize())
  }

  @Test func bandits() throws {
    let config = try write("config", Configuration.template("CbExploreAdfGreedy"))
    let text = (0..<40).map { "shared |u k\($0 % 3)\n0:\($0 % 2):0.5 |a x\n |a y\n" }
    let data = try write("data", text.joined(separator: "\n"))
    let run = try Run.stow([
      "train", "-d", data, "-c", config, "-o", path("model"), "-m", "ips", "--progress", "+10",
      "--loss-curve", path("loss.svg"),
    ])
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.text.split(separator: "\n").map { $0.split(separator: "\t")[0] }
        == ["example", "0", "10", "20", "30", "39"])
    let picture = try String(contentsOf: folder.url("loss.svg"), encoding: .utf8)
    #expect(picture.contains("<svg") && picture.contains("estimated cost"))
    let predicted = try Run.stow(["predict", "-i", path("model"), "-d", data, "-m", "ips"])
    #expect(predicted.code == 0 && predicted.errors.contains("estimated reward (ips): "))
    #expect(predicted.text.split(separator: "\n").count == 40)
    #expect(predicted.text.hasPrefix("[[0,"))
  }

  @Test func unlabeledExamplesAreNotLearnt() throws {
    let (data, config) = (
      try write("data", "1 |f a\n|f b\n0 |f a\n"), try write("config", Self.coin)
    )
    let run = try Run.stow([
      "train", "-d", data, "-c", config, "-o", path("model"), "--model-format=reductionml",
    ])
    #expect(run.code == 0 && run.errors.contains("1 of them have no label"))
    #expect(try model("model") == trained(["1 |f a", "0 |f a"]))
  }

  @Test(arguments: [
    (["train"], "--data is missing"), (["train", "-d", "x"], "either --config or --input-model"),
    (["train", "-d", "x", "-c", "y", "-i", "z"], "either"),
    (["train", "-d", "x", "-c", "y", "-m", "rmse"], "there is no metric"),
    (["train", "-d", "x", "-c", "y", "--progress", "*1"], "--progress"),
    (["train", "-d", "x", "-c", "y", "--data-format", "csv"], "--data-format"),
    (["train", "-d", "-", "-d", "-", "-c", "y"], "only once"),
    (["train", "-d", "x", "-c", "y", "--save-every", "5"], "--output-model"),
    (["train", "-d", "x", "-c", "y", "--on-interrupt", "stop"], "--on-interrupt"),
    (["predict", "-d", "x"], "--input-model"), (["config", "make", "Coin"], "config new"),
    (["config", "new", "Coins"], "did you mean Coin"), (["import-model", "x"], "--output-model"),
  ])
  func wrongArgumentsAreExplained(_ arguments: [String], _ message: String) throws {
    let run = try Run.stow(arguments)
    #expect(run.code == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func whatIsWrongInFilesIsSaid() throws {
    let config = try write("config", Self.coin)
    let data = try write("data", "1 |f a\n1 |f a\n1 2 3 |f a\n")
    _ = try write("model", "before")
    let run = try Run.stow(["train", "-d", data, "-c", config, "-o", path("model")])
    #expect(run.code == 1 && run.errors.contains("data, line 3: label"), "\(run.errors)")
    #expect(try model("model") == Data("before".utf8))
    let wrong = try write(
      "wrong", #"{"globalConfig": {"bits": 3}, "entryReduction": {"typename": "Coin"}}"#)
    let check = try Run.stow(["config", "check", wrong])
    #expect(check.code == 1 && check.errors.contains("globalConfig.bits: there is no such field"))
    #expect(try Run.stow(["config", "check", config]).text == "ok\n")
    #expect(try Run.stow(["train", "-d", path("none"), "-c", config]).code == 1)
    #expect(try Run.stow(["predict", "-d", data, "-i", data]).code == 1)
    let ips = try Run.stow(["train", "-d", data, "-c", config, "-m", "ips"])
    #expect(ips.code == 2 && ips.errors.contains("does not measure"))
  }

  @Test func modelsAreExportedAndImported() throws {
    let lines = lines(50)
    let (data, config) = (try write("data", joined(lines)), try write("config", Self.coin))
    _ = try Run.stow(["train", "-d", data, "-c", config, "-o", path("model"), "--quiet"])
    let exported = try Run.stow(["export-model", path("model")])
    #expect(try Workspace(jsonModel: exported.text).serialize() == trained(lines))
    let json = try folder.file("model.json", exported.output).path
    let imported = try Run.stow(["import-model", json, "-o", path("again")])
    #expect(imported.code == 0, "\(imported.errors)")
    #expect(try model("again") == model("model"))
    let schema = try Run.stow(["gen-schema"])
    #expect(try JSONSerialization.jsonObject(with: schema.output) is [String: Any])
  }

  @Test(.enabled(if: Programs.stow != nil, "stow was not built beside the tests"))
  func interruptingSavesWhatGoesOnExactly() throws {
    let config = try write("config", Self.coin)
    let process = Process()
    let input = Pipe()
    process.executableURL = Programs.stow
    process.arguments = [
      "train", "-d", "-", "-c", config, "-o", path("model"), "--model-format=reductionml",
      "--on-interrupt=save", "--save-every=500",
    ]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let lines = lines(1000)
    try input.fileHandleForWriting.write(contentsOf: Data(joined(lines).utf8))
    // It has begun when it saved for the first time.
    while !FileManager.default.fileExists(atPath: path("model")) { usleep(2000) }
    // It waits for a line that does not come.
    process.interrupt()
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    #expect(process.terminationStatus == 130)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let count = try #require(text.firstMatch(of: /--skip=(\d+)/).flatMap { Int($0.1) })
    #expect(try model("model") == trained(Array(lines.prefix(count))))
  }
}
