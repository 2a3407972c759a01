import Foundation

/// Other implementations of Cap'n Proto, as `Tests/Interop` drives them.
enum ForeignPeer {
  /// A peer that ended badly, with what it said.
  struct Failure: Error, CustomStringConvertible {
    var command: String
    var status: Int32
    var output: String

    var description: String { "\(command) ended with \(status):\n\(output)" }
  }

  // This file is Tests/CapnProtoTests/Peers/ForeignPeer.swift.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether `Tests/Interop/setup` could get pycapnp.
  ///
  /// `Scripts/test` runs it first; tests that need pycapnp are `.enabled(if:)` this.
  static let hasPycapnp = FileManager.default.fileExists(
    atPath: environment.appending(path: "requirements.txt").path)

  /// Runs a script of `Tests/Interop` over a type of a schema, and returns what it prints.
  @discardableResult
  static func run(
    _ script: String, schema: URL, type: String, _ arguments: String...
  ) throws -> String {
    try run(script, schema: schema, type: type, arguments)
  }

  /// Runs a script of `Tests/Interop` with arguments from elsewhere.
  @discardableResult
  static func run(
    _ script: String, schema: URL, type: String, _ arguments: [String]
  ) throws -> String {
    let script = repository.appending(path: "Tests/Interop").appending(path: script).path
    let output = try run(
      environment.appending(path: "bin/python").path,
      [script, "--schema", schema.path, "--type", type] + arguments)
    return String(decoding: output, as: UTF8.self)
  }

  /// Runs `capnp convert`, as in `convert(bytes, "packed:text", schema: …, type: …)`.
  static func convert(
    _ bytes: Data, _ formats: String, schema: URL? = nil, type: String? = nil,
    options: [String] = []
  ) throws -> Data {
    var arguments = ["capnp", "convert", "--quiet"] + options + [formats]
    if let schema, let type { arguments += [schema.path, type] }
    return try run("/usr/bin/env", arguments, input: bytes)
  }

  /// The request that `capnp compile` makes of a schema.
  static func compile(_ schema: URL) throws -> Data {
    let folder = schema.deletingLastPathComponent().path
    return try run(
      "/usr/bin/env", ["capnp", "compile", "-o-", "--src-prefix=\(folder)", schema.path])
  }

  private static let environment = repository.appending(path: ".build/interop-venv")

  private static func run(
    _ executable: String, _ arguments: [String], input: Data = Data()
  ) throws -> Data {
    // Files and not pipes: a peer may write much before it reads all of its input.
    let folder = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()

    let output = try Data(contentsOf: files[1])
    let errors = try Data(contentsOf: files[2])
    // The `capnp` tool reports a message that it cannot read, and ends well all the same.
    let isTool = arguments.first == "capnp"
    guard process.terminationStatus == 0, !isTool || errors.isEmpty else {
      throw Failure(
        command: ([executable] + arguments).joined(separator: " "),
        status: process.terminationStatus,
        output: String(decoding: output + errors, as: UTF8.self))
    }
    return output
  }
}
