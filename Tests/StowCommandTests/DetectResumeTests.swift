import Foundation
import HTM
import Stowage
import Testing

/// `stow detect` as a process that is stopped wherever it is: what it leaves is that of one run.
@Suite(.enabled(if: Programs.stow != nil, "stow was not built beside the tests"))
struct DetectResumeTests {
  private static let rowCount = 240

  /// A metric, and a detector of it that is small enough to be saved after every few rows.
  private struct Scene {
    let folder: TemporaryFolder
    let rows: [String]
    let expected: Data

    var header: String { "timestamp,value\n" }
    var text: String { header + rows.joined() }
    var model: String { folder.url("model.stow").path }
    var scores: URL { folder.url("scores.csv") }

    init() throws {
      folder = try TemporaryFolder()
      rows = (0..<DetectResumeTests.rowCount).map { index in
        let (day, hour) = (1 + index / 24, index % 24)
        let value = Double(index % 12) + (index % 50 == 49 ? 40.5 : 0)
        let time = "2026-11-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):00:00"
        return "\(time),\(value)\n"
      }
      let data = try folder.file("whole.csv", Data((header(rows)).utf8)).path
      let (start, output) = (folder.url("start.stow").path, folder.url("expected.csv"))
      try save(start, Self.detector())
      let run = try Run.stow(["detect", data, "--input-model", start, "-o", output.path])
      try #require(run.code == 0, "\(run.errors)")
      expected = try Data(contentsOf: output)
      try #require(expected.split(separator: 10).count == rows.count + 1)
      try FileManager.default.copyItem(atPath: start, toPath: model)

      func header(_ rows: [String]) -> String { "timestamp,value\n" + rows.joined() }
    }

    private static func detector() throws -> AnomalyDetector {
      let encoder = try MultiEncoder([
        "timestamp": DateEncoder(timeOfDay: .init(w: 5, radius: 6)),
        "value": RandomDistributedScalarEncoder(resolution: 0.5, w: 5, n: 60, seed: 42),
      ])
      let pooler = try SpatialPooler(inputDimensions: [encoder.width], columnDimensions: [32]) {
        $0.numActiveColumnsPerInhArea = 4
        $0.potentialRadius = encoder.width
        $0.globalInhibition = true
      }
      let memory = try TemporalMemory(columnDimensions: [32], cellsPerColumn: 3) {
        $0.activationThreshold = 3
        $0.minThreshold = 2
        $0.maxNewSynapseCount = 4
      }
      return try AnomalyDetector(
        encoder: encoder, pooler: pooler, memory: memory,
        likelihood: AnomalyLikelihood(
          learningPeriod: 20, estimationSamples: 20, historicWindowSize: 100,
          reestimationPeriod: 10))
    }

    /// How many rows the saved model has seen.
    func seen() throws -> Int { try load(model, as: AnomalyDetector.self).rows }

    func start(_ arguments: [String], input: Any = FileHandle.nullDevice, output: Any? = nil)
      throws -> Process
    {
      let process = Process()
      process.executableURL = Programs.stow
      process.arguments =
        ["detect", "--quiet", "--resume", "--output-model", model, "--checkpoint-every", "5"]
        + arguments
      process.standardInput = input
      process.standardOutput = output ?? FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }

    var scoreBytes: Int { (try? Data(contentsOf: scores).count) ?? 0 }

    /// Waits until there are so many bytes of scores, or the process has ended.
    func wait(_ process: Process, bytes: Int) {
      while process.isRunning, scoreBytes < bytes { usleep(500) }
    }
  }

  /// Ends a process without a word, or as Ctrl-C does.
  private func stop(_ process: Process, kills: Bool) {
    kill(process.processIdentifier, kills ? SIGKILL : SIGINT)
    process.waitUntilExit()
  }

  @Test(.timeLimit(.minutes(60)), arguments: [true, false])
  func aFileGoesOnWhereItWasStopped(_ kills: Bool) throws {
    let scene = try Scene()
    let data = scene.folder.url("whole.csv").path
    var random = SplitMix(state: kills ? 7 : 8)
    for _ in 0..<4 {
      let process = try scene.start([data, "-o", scene.scores.path])
      scene.wait(
        process,
        bytes: scene.scoreBytes + Int.random(in: 1..<scene.expected.count / 3, using: &random))
      stop(process, kills: kills)
      if !kills { #expect([0, 130].contains(process.terminationStatus)) }
      // What is there is the beginning of one run, but for half a row after a kill.
      let bytes = (try? Data(contentsOf: scene.scores)) ?? Data()
      #expect(scene.expected.starts(with: bytes))
    }
    let last = try scene.start([data, "-o", scene.scores.path])
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    #expect(try Data(contentsOf: scene.scores) == scene.expected)
    #expect(try scene.seen() == Self.rowCount)
  }

  /// Rows come one by one, each is answered at once, and who sends them begins again where the model is.
  @Test(.timeLimit(.minutes(60))) func aStreamGoesOnWhereItWasStopped() throws {
    let scene = try Scene()
    var random = SplitMix(state: 9)
    var stops = (0..<4).map { _ in Int.random(in: 1..<Self.rowCount, using: &random) }.sorted()
    stops.append(Self.rowCount)
    for (index, stop) in stops.enumerated() {
      let seen = try scene.seen()
      let input = Pipe()
      let process = try scene.start(["-o", scene.scores.path], input: input)
      try input.fileHandleForWriting.write(contentsOf: Data(scene.header.utf8))
      for row in scene.rows[min(seen, stop)..<stop] {
        try input.fileHandleForWriting.write(contentsOf: Data(row.utf8))
      }
      let lines = scene.expected.split(separator: 10, omittingEmptySubsequences: false)
      scene.wait(process, bytes: lines.prefix(stop + 1).reduce(0) { $0 + $1.count + 1 })
      if index == stops.count - 1 {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      } else {
        #expect(process.isRunning)
        self.stop(process, kills: index % 2 == 0)
        try input.fileHandleForWriting.close()
        #expect(try index % 2 == 0 ? scene.seen() <= stop : scene.seen() == stop)
      }
    }
    #expect(try Data(contentsOf: scene.scores) == scene.expected)
  }

  @Test(.timeLimit(.minutes(60))) func rowsAreAnsweredAtOnce() throws {
    let scene = try Scene()
    let (input, output) = (Pipe(), Pipe())
    let process = try scene.start([], input: input, output: output)
    try input.fileHandleForWriting.write(contentsOf: Data(scene.header.utf8))
    var found = Data()
    for (index, row) in scene.rows.prefix(30).enumerated() {
      try input.fileHandleForWriting.write(contentsOf: Data(row.utf8))
      // The next row is sent when this one has its answer.
      while found.count(where: { $0 == 10 }) < index + 2 {
        let bytes = output.fileHandleForReading.availableData
        try #require(!bytes.isEmpty)
        found += bytes
      }
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(scene.expected.starts(with: found))
  }

  @Test(.timeLimit(.minutes(60))) func aFileThatGrowsIsFollowed() throws {
    let scene = try Scene()
    let data = try scene.folder.file("growing.csv")
    let handle = try FileHandle(forWritingTo: data)
    let bytes = Data(scene.text.utf8)
    var random = SplitMix(state: 10)
    var written = 0
    for round in 0..<5 {
      let process = try scene.start([data.path, "--follow", "-o", scene.scores.path])
      // Pieces that end within rows.
      let end = round == 4 ? bytes.count : Int.random(in: written..<bytes.count, using: &random)
      while written < end {
        let count = min(end - written, Int.random(in: 1..<600, using: &random))
        try handle.write(contentsOf: bytes[written..<written + count])
        written += count
      }
      let rows = bytes.prefix(written).count { $0 == 10 }
      let lines = scene.expected.split(separator: 10, omittingEmptySubsequences: false)
      scene.wait(process, bytes: lines.prefix(rows).reduce(0) { $0 + $1.count + 1 })
      #expect(process.isRunning)
      stop(process, kills: round % 2 == 1)
      if round % 2 == 0 { #expect(process.terminationStatus == 130) }
    }
    #expect(try Data(contentsOf: scene.scores) == scene.expected)
    #expect(try scene.seen() == Self.rowCount)
  }

  @Test func gzipIsUnpacked() throws {
    let scene = try Scene()
    let program = try #require(Programs.find("gzip"))
    let data = scene.folder.url("whole.csv")
    let packed = try Run.program(program, ["-c", data.path]).output
    let file = try scene.folder.file("whole.csv.gz", packed)
    let other = scene.folder.url("other.csv")
    for (arguments, input) in [([file.path], Data()), ([], packed)] {
      let run = try Run.stow(
        ["detect", "--input-model", scene.model, "-o", other.path] + arguments, input: input)
      #expect(run.code == 0, "\(run.errors)")
      #expect(try Data(contentsOf: other) == scene.expected)
      try FileManager.default.removeItem(at: other)
    }
    let cut = try Run.stow(
      ["detect", "--input-model", scene.model], input: packed.dropLast(9))
    #expect(cut.code == 1 && cut.errors.contains("it was cut off"), "\(cut.errors)")
  }
}
