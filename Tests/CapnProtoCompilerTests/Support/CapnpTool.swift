import Foundation

/// The `capnp` tool, which the compiler is measured against.
enum CapnpTool {
  struct Answer {
    /// The request for a code generator, nil when the tool refuses the schema.
    var request: Data?
    /// What it says of a schema that it refuses.
    var errors: String
  }

  static let url: URL? = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { URL(filePath: $0 + "/capnp") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// What `capnp compile -o-` prints for a file, nil when it refuses it.
  static func request(_ path: String, in folder: URL) throws -> Data? {
    try compile(path, in: folder).request
  }

  /// Runs `capnp compile -o-`.
  static func compile(_ path: String, in folder: URL) throws -> Answer {
    guard let url else { return Answer(request: nil, errors: "there is no capnp tool") }
    let process = Process()
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.executableURL = url
    let own = FileManager.default.fileExists(atPath: folder.appending(path: "Schemas").path)
    process.arguments = ["compile", "-o-"] + (own ? ["-ISchemas"] : []) + [path]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["PWD": folder.path]) { $1 }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      request: process.terminationStatus == 0 ? data : nil,
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
