import Foundation

/// The program that saves until it is killed.
enum Victim {
  /// It is built beside the tests.
  static let program: URL? = {
    let folders =
      [
        Bundle.main.bundleURL, Bundle.main.executableURL?.deletingLastPathComponent(),
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
      ] + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    return folders.lazy.compactMap { $0?.appending(path: "save-victim") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Starts it.
  static func start(
    _ path: String, format: String = "binary", count: Int, first: Int = 0, times: Int = 1 << 40,
    limit: Int? = nil, output: Any = FileHandle.nullDevice, errors: Any = FileHandle.nullDevice,
    folder: URL? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments =
      [path, format, "\(count)", "\(first)", "\(times)"] + (limit.map { ["\($0)"] } ?? [])
    process.standardOutput = output
    process.standardError = errors
    if let folder { process.currentDirectoryURL = folder }
    try process.run()
    return process
  }
}
