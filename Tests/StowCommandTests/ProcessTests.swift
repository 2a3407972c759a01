import CapnProto
import Foundation
import Reductions
import Testing

/// `stow` as a process among others.
@Suite(.enabled(if: Programs.stow != nil, "stow was not built beside the tests"))
struct ProcessTests {
  private func process(
    _ arguments: [String], input: Any, output: Any, errors: Any? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = Programs.stow
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  private func message(bytes: Int) throws -> Data {
    let builder = MessageBuilder()
    let root = try builder.root.initialize(List<UInt8>.self, count: bytes)
    for index in stride(from: 0, to: bytes, by: 97) {
      root[index] = UInt8(truncatingIfNeeded: index)
    }
    return try builder.bytes()
  }

  /// Who sends one message and waits for the answer gets it.
  @Test(.timeLimit(.minutes(60))) func eachMessageIsPassedOnAtOnce() throws {
    let (input, output) = (Pipe(), Pipe())
    let process = try process(["convert", "binary:packed"], input: input, output: output)
    let message = try message(bytes: 100)
    let packed = try Message(message).root.get(List<UInt8>.self).count
    for _ in 0..<3 {
      try input.fileHandleForWriting.write(contentsOf: message)
      let answer = try Message(nextFrom: output.fileHandleForReading, packed: true)
      #expect(try answer?.root.get(List<UInt8>.self).count == packed)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Who sends one example and waits for its prediction gets it.
  @Test(.timeLimit(.minutes(60))) func eachExampleIsPredictedAtOnce() throws {
    let folder = try TemporaryFolder()
    var workspace = try Workspace(
      config: #"{"globalConfig": {}, "entryReduction": {"typename": "Coin"}}"#)
    let parser = try workspace.createParser(.vwText)
    for _ in 0..<9 { try workspace.learn(parser.parse("1 |f a:2")) }
    let model = try folder.file("model", workspace.serialize())
    let (input, output) = (Pipe(), Pipe())
    let process = try process(
      ["predict", "-i", model.path, "-d", "-"], input: input, output: output)
    for line in ["|f a:1", "|f a:2 b", "|f c"] {
      try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
      let answer = output.fileHandleForReading.availableData
      let expected = try workspace.predict(parser.parse(line).features).json + "\n"
      #expect(String(decoding: answer, as: UTF8.self) == expected)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Messages that make a hundred megabytes take the memory of one of them.
  @Test(.timeLimit(.minutes(60))) func memoryIsThatOfOneMessage() throws {
    let (input, output) = (Pipe(), FileHandle.nullDevice)
    let process = try process(["convert", "binary:packed"], input: input, output: output)
    let message = try message(bytes: 1 << 20)
    var peak = 0
    for index in 0..<100 {
      try input.fileHandleForWriting.write(contentsOf: message)
      if index % 20 == 19 { peak = max(peak, try residentBytes(process.processIdentifier) ?? 0) }
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(peak < 64 << 20, "\(peak) bytes")
  }

  /// The memory that a process has now, where the system tells it in a file.
  private func residentBytes(_ id: Int32) throws -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      .map { $0 << 10 }
  }

  /// As `cat` does, it ends without a word when nobody reads on.
  @Test(.timeLimit(.minutes(60))) func endsWhenNobodyReads() throws {
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    let process = try process(
      ["convert", "binary:packed"], input: input, output: output, errors: errors)
    try output.fileHandleForReading.close()
    try input.fileHandleForWriting.write(contentsOf: message(bytes: 100))
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGPIPE)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
    try? input.fileHandleForWriting.close()
  }

  /// What finds differences is as quiet when nobody reads them.
  @Test(.timeLimit(.minutes(60))) func inspectingEndsWhenNobodyReads() throws {
    let (output, errors) = (Pipe(), Pipe())
    try output.fileHandleForReading.close()
    let process = try process(
      ["inspect", "--depth", "100", Fixtures.nupic("sp_cpp_global/sp.bin")],
      input: FileHandle.nullDevice, output: output, errors: errors)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGPIPE)
    #expect(try errors.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  /// A pipe is no file, and is read all the same.
  @Test(.timeLimit(.minutes(60))) func filesCanComeThroughPipes() throws {
    let (input, output) = (Pipe(), Pipe())
    let process = try process(["verify", "-"], input: input, output: output)
    let bytes = try Data(contentsOf: URL(filePath: Fixtures.htm("pooler.packed")))
    for piece in stride(from: 0, to: bytes.count, by: 1000) {
      try input.fileHandleForWriting.write(contentsOf: bytes.dropFirst(piece).prefix(1000))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(text.hasPrefix("-: good: htm.SpatialPooler"))
  }
}
