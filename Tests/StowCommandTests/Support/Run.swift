import Foundation
import StowCommand

/// What a run of a tool left behind.
struct Run {
  let code: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs stow in this process.
  static func stow(_ arguments: [String], input: Data = Data()) throws -> Run {
    let folder = try TemporaryFolder()
    let output = try folder.file("output")
    let errors = try folder.file("errors")
    let tool = try StowTool(
      input: FileHandle(forReadingFrom: folder.file("input", input)),
      output: FileHandle(forWritingTo: output), errors: FileHandle(forWritingTo: errors))
    let code = tool.run(arguments)
    return try Run(
      code: code, output: Data(contentsOf: output),
      errors: String(contentsOf: errors, encoding: .utf8))
  }

  /// Runs a program.
  static func program(_ url: URL, _ arguments: [String], input: Data = Data()) throws -> Run {
    let folder = try TemporaryFolder()
    let output = try folder.file("output")
    let errors = try folder.file("errors")
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: folder.file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return try Run(
      code: process.terminationStatus, output: Data(contentsOf: output),
      errors: String(contentsOf: errors, encoding: .utf8))
  }
}
