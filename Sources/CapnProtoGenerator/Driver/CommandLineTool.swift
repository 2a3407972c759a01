internal import CapnProto
public import Foundation

/// The program `capnpc-swift`: a plugin of `capnp compile`, and a driver that runs `capnp` itself.
public struct CommandLineTool {
  private let arguments: [String]
  private let environment: [String: String]
  private let folder: URL
  private let input: FileHandle

  /// Prepares a run with what the process was given; tests give something else.
  public init(
    arguments: [String] = Array(CommandLine.arguments.dropFirst()),
    environment: [String: String] = ProcessInfo.processInfo.environment,
    folder: URL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
    input: FileHandle = .standardInput
  ) {
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.input = input
  }

  /// Runs the program, reports an error on standard error, and returns the exit code.
  public func run() -> Int32 {
    do throws(GeneratorError) {
      try perform()
      return 0
    } catch {
      report("capnpc-swift: error: \(error.message)")
      return error.code == .usage ? 64 : 1
    }
  }

  /// Runs the program, and throws instead of reporting.
  public func perform() throws(GeneratorError) {
    let arguments = try Arguments(
      arguments, environment: environment, folder: folder)
    switch arguments.command {
    case .help:
      print(Help.text)
    case .version:
      print("capnpc-swift \(Version.current)")
    case .plugin:
      try write(request: try readRequest(), arguments)
    case .compile(let files):
      let tool = try CapnpTool(path: arguments.tool, environment: environment, folder: folder)
      try write(request: try tool.request(for: files, arguments), arguments)
    }
  }

  private func write(request: [UInt8], _ arguments: Arguments) throws(GeneratorError) {
    let output = OutputFolder(
      url: arguments.output.map { URL(typed: $0, in: folder) } ?? folder)
    for file in try Generator(request: request, options: arguments.options).generate() {
      try output.write(file)
    }
  }

  private func readRequest() throws(GeneratorError) -> [UInt8] {
    guard isatty(input.fileDescriptor) == 0 else {
      throw GeneratorError(
        .usage,
        "standard input is a terminal, and a code generator request was expected on it. "
          + "Run `capnpc-swift compile FILE.capnp`, or see `capnpc-swift --help`.")
    }
    do {
      return [UInt8](try input.readToEnd() ?? Data())
    } catch {
      throw GeneratorError(.file, "standard input cannot be read: \(error.localizedDescription)")
    }
  }

  private func report(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
