import Foundation

/// The `capnp` tool, which the compiler is measured against.
enum CapnpTool {
  static let url: URL? = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { URL(filePath: $0 + "/capnp") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// What `capnp compile -o-` prints for a file, nil when it refuses it.
  static func request(_ path: String, in folder: URL) throws -> Data? {
    guard let url else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = url
    process.arguments = ["compile", "-o-", "-ISchemas", path]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["PWD": folder.path]) { $1 }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
