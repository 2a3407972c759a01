import Foundation
import Testing

@testable import CapnProtoGenerator

/// The program as `capnp compile -oswift` runs it.
@Suite(.enabled(if: Program.url != nil, "the program is beside the tests on Linux"))
struct PluginOfCapnpTests {
  private func capnp(
    _ words: String..., in folder: URL, options: String? = nil
  ) throws -> (status: Int32, errors: String) {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["capnp", "compile"] + words
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PWD": folder.path, Arguments.variable: options ?? ""]
    ) { $1 }
    process.standardError = errors
    try process.run()
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test func writesIntoTheFolderThatCapnpNames() throws {
    let program = try #require(Program.url)
    let folder = try SchemaFolder(["x/a.capnp": DriverTests.schema, "out/.keep": ""])
    let result = try capnp("-o\(program.path):out", "x/a.capnp", in: folder.url)
    #expect(result.status == 0)
    #expect(result.errors == "")
    try folder.run("compile", "x/a.capnp")
    #expect(try folder.read("out/x/a.capnp.swift") == folder.read("x/a.capnp.swift"))
  }

  @Test func takesOptionsFromItsVariable() throws {
    let program = try #require(Program.url)
    let folder = try SchemaFolder(["a.capnp": DriverTests.schema])
    _ = try capnp("-o\(program.path)", "a.capnp", in: folder.url, options: "--access internal")
    #expect(try folder.read("a.capnp.swift").contains("internal enum A:"))
  }

  @Test func failsAndSaysWhy() throws {
    let program = try #require(Program.url)
    let folder = try SchemaFolder(["a.capnp": DriverTests.schema])
    let result = try capnp("-o\(program.path)", "a.capnp", in: folder.url, options: "--acess")
    #expect(result.status != 0)
    #expect(result.errors.contains("--acess is not an option"))
  }
}
