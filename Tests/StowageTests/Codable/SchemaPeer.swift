import Foundation

/// Programs of others that read what was written by a schema.
enum SchemaPeer {
  /// A program that ended badly, with what it said.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  // This file is Tests/StowageTests/Codable/SchemaPeer.swift.
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let environment = repository.appending(path: ".build/interop-venv")

  /// Whether `Tests/Interop/setup` could get pycapnp; `Scripts/test` runs it first.
  static let hasPycapnp = FileManager.default.fileExists(
    atPath: environment.appending(path: "requirements.txt").path)

  /// The request that `capnp compile` makes of the text of a schema.
  static func compile(_ text: String) throws -> Data {
    try withFiles(["schema.capnp": Data(text.utf8)]) { folder in
      try run("/usr/bin/env", ["capnp", "compile", "-o-", "schema.capnp"], in: folder)
    }
  }

  /// A message as JSON, by `capnp convert`.
  static func json(_ message: Data, _ encoding: String, _ text: String, _ type: String) throws
    -> Data
  {
    try withFiles(["schema.capnp": Data(text.utf8), "in": message]) { folder in
      try run(
        "/bin/sh",
        ["-c", "capnp convert --quiet \(encoding):json schema.capnp \(type) < in"], in: folder)
    }
  }

  /// A message as JSON, by pycapnp.
  static func pycapnp(_ message: Data, _ text: String, _ type: String) throws -> Data {
    try withFiles(["schema.capnp": Data(text.utf8), "in.packed": message]) { folder in
      let script = repository.appending(path: "Tests/Interop/read_message.py").path
      return try run(
        environment.appending(path: "bin/python").path,
        [
          script, "--schema", "schema.capnp", "--type", type, "--encoding", "packed", "in.packed",
        ], in: folder)
    }
  }

  private static func withFiles<R>(_ files: [String: Data], _ body: (URL) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
    return try body(folder)
  }

  private static func run(_ path: String, _ arguments: [String], in folder: URL) throws -> Data {
    // Files and not pipes: a program may write much before it reads all of its input.
    let files = ["out", "err"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["PWD": folder.path]) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let errors = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    guard process.terminationStatus == 0, errors.isEmpty else {
      throw Failure(description: "\(path) \(arguments) fails:\n\(errors)")
    }
    return try Data(contentsOf: files[0])
  }
}
