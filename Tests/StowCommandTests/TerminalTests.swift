import CapnProto
import Foundation
import Testing

/// `stow` at a terminal: the line that tells how far it is, and Ctrl-C.
@Suite(
  .enabled(if: Programs.stow != nil, "stow was not built beside the tests"), .serialized)
struct TerminalTests {
  /// A command that takes its input from a pipe, and more of that input.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let arguments: [String]
    let begin: String
    let more: @Sendable (Int) -> Data
    /// What the line of progress has in it.
    let sign: String
    var testDescription: String { name }
  }

  private static func message() -> Data {
    let builder = MessageBuilder(firstSegmentWords: 4096)
    _ = try? builder.root.initialize(List<UInt8>.self, count: 10_000)
    return (try? builder.bytes()) ?? Data()
  }

  private static func rows(_ round: Int) -> Data {
    let rows = (0..<64).map { row in
      let (day, rest) = (round * 64 + row).quotientAndRemainder(dividingBy: 1440)
      let date = String(format: "2024-%02d-%02d", day / 28 % 12 + 1, day % 28 + 1)
      return date + String(format: " %02d:%02d:00,%d\n", rest / 60, rest % 60, row)
    }
    return Data(rows.joined().utf8)
  }

  static let cases = [
    Case(
      name: "convert", arguments: ["convert", "binary:packed"], begin: "",
      more: { _ in message() }, sign: "messages"),
    Case(
      name: "verify", arguments: ["verify", "-"], begin: "", more: { _ in message() },
      sign: "MB read"),
    Case(
      name: "hash", arguments: ["hash", "-"], begin: "", more: { _ in message() },
      sign: "MB read"),
    Case(
      name: "train",
      arguments: "train -d - -c config.json -o model -p predictions --quiet"
        .split(separator: " ").map(String.init),
      begin: "",
      more: { round in
        Data((0..<512).map { "\(($0 + round) % 2) | a:\($0) b\n" }.joined().utf8)
      }, sign: "examples"),
    Case(
      name: "detect",
      arguments: ["detect", "--min", "0", "--max", "64", "-o", "scores.csv"],
      begin: "timestamp,value\n", more: { rows($0) }, sign: "rows"),
  ]

  private func start(
    _ arguments: [String], _ folder: TemporaryFolder, input: Pipe, errors: FileHandle
  ) throws -> Process {
    try Data(#"{"globalConfig": {}, "entryReduction": {"typename": "Coin"}}"#.utf8)
      .write(to: folder.url("config.json"))
    let process = Process()
    process.executableURL = Programs.stow
    process.arguments = arguments
    process.currentDirectoryURL = folder.url(".")
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    return process
  }

  /// The line appears, goes away with Ctrl-C, and nothing is left that is not finished.
  @Test(.timeLimit(.minutes(60)), arguments: cases) func line(_ command: Case) throws {
    let terminal = try #require(Terminal())
    let (folder, input) = (try TemporaryFolder(), Pipe())
    // A reader that stays: without one, writing would end the tests where the command has ended.
    let reader = dup(input.fileHandleForReading.fileDescriptor)
    defer { close(reader) }
    let process = try start(command.arguments, folder, input: input, errors: terminal.end)
    try input.fileHandleForWriting.write(contentsOf: Data(command.begin.utf8))
    var round = 0
    while process.isRunning, !terminal.text.contains(command.sign) {
      try input.fileHandleForWriting.write(contentsOf: command.more(round))
      round += 1
      usleep(20_000)
    }
    #expect(process.isRunning, "\(terminal.text)")
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(terminal.text.contains("\r\u{1B}[K"))
    #expect(!terminal.visible.contains(command.sign + ",") && !terminal.visible.contains(" s,"))
    #expect(terminal.visible.isEmpty || terminal.visible.hasSuffix("\n"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url(".").path)
    // The scores are good as far as they go, and can be gone on with.
    #expect(Set(left).isSubset(of: ["config.json", "scores.csv"]), "\(left)")
  }

  /// At its end, a command that was long has removed its line.
  @Test(.timeLimit(.minutes(60))) func lineAtTheEnd() throws {
    let terminal = try #require(Terminal())
    let (folder, input) = (try TemporaryFolder(), Pipe())
    let process = try start(
      ["convert", "binary:packed"], folder, input: input, errors: terminal.end)
    while process.isRunning, !terminal.text.contains("messages") {
      try input.fileHandleForWriting.write(contentsOf: Self.message())
      usleep(20_000)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(terminal.visible.isEmpty, "\(terminal.visible)")
  }

  /// Who has asked twice does not wait, and finds nothing half-written either.
  @Test(.timeLimit(.minutes(60))) func twice() throws {
    let (folder, input, errors) = (try TemporaryFolder(), Pipe(), Pipe())
    let process = try start(
      ["train", "-d", "-", "-c", "config.json", "-p", "predictions", "--quiet"], folder,
      input: input,
      errors: errors.fileHandleForWriting)
    while process.isRunning,
      try FileManager.default.contentsOfDirectory(atPath: folder.url(".").path).count < 2
    {
      usleep(1000)
    }
    usleep(50_000)
    process.interrupt()
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url(".").path)
    #expect(left == ["config.json"])
  }

  /// A file that is being written when the program is asked to end leaves nothing beside it.
  @Test(.timeLimit(.minutes(60))) func interruptedSave() throws {
    let (folder, input, errors) = (try TemporaryFolder(), Pipe(), Pipe())
    let model = folder.url("model.stow").path
    try StowFixtures.largeModel(model, words: 24 << 20)
    let process = try start(
      ["convert", "model.stow", "--format", "binary", "-o", "copy.stow"], folder, input: input,
      errors: errors.fileHandleForWriting)
    let draft = folder.url(".copy.stow.stowing").path
    while process.isRunning, !FileManager.default.fileExists(atPath: draft) { usleep(500) }
    usleep(5000)
    process.interrupt()
    process.waitUntilExit()
    #expect(!FileManager.default.fileExists(atPath: draft))
    // It may have been quick enough.
    let isThere = FileManager.default.fileExists(atPath: folder.url("copy.stow").path)
    #expect(process.terminationStatus == (isThere ? 0 : 130))
  }

  /// Nothing is shown where there is no terminal.
  @Test(.timeLimit(.minutes(60))) func withoutTerminal() throws {
    let (folder, input, errors) = (try TemporaryFolder(), Pipe(), Pipe())
    let process = try start(
      ["convert", "binary:packed"], folder, input: input, errors: errors.fileHandleForWriting)
    for _ in 0..<30 {
      try input.fileHandleForWriting.write(contentsOf: Self.message())
      usleep(50_000)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    try errors.fileHandleForWriting.close()
    #expect(process.terminationStatus == 0)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }
}
