import Foundation
import Testing

/// A C or C++ compiler of this machine.
struct Compiler: CustomTestStringConvertible, Sendable {
  let name: String
  let isCxx: Bool

  var testDescription: String { name }

  /// Those that there are; the Swift toolchain brings the second of each.
  static let forC = ["gcc", "clang"].map { Compiler(name: $0, isCxx: false) }
    .filter(\.isThere)
  static let forCxx = ["g++", "clang++"].map { Compiler(name: $0, isCxx: true) }
    .filter(\.isThere)

  private var isThere: Bool { (try? run(["--version"]).status) == 0 }

  /// Checks sources, and makes nothing of them.
  func check(_ sources: [URL], _ flags: String...) throws -> Outcome {
    try run(
      [isCxx ? "-std=c++17" : "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"] + flags
        + Compiler.homebrew + sources.map(\.path))
  }

  /// What a compiler said, and whether it was content.
  struct Outcome: CustomStringConvertible {
    var status: Int32
    var output: String
    var description: String { "status \(status)\n\(output)" }
  }

  // Where Homebrew puts headers, which compilers do not find by themselves.
  private static let homebrew = ["/opt/homebrew/include", "/usr/local/include"]
    .filter { FileManager.default.fileExists(atPath: $0 + "/capnp") }
    .flatMap { ["-isystem", $0] }

  private func run(_ arguments: [String]) throws -> Outcome {
    let folder = try TemporaryFolder()
    let log = try folder.write("", to: "log")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: log, encoding: .utf8))
  }
}
