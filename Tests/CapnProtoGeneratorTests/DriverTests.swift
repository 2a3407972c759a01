import Foundation
import Testing

@testable import CapnProtoGenerator

@Suite struct DriverTests {
  static let schema = "@0xf0e1d2c3b4a59687; struct A { b @0 :Text; }"

  @Test func foldersAreKept() throws {
    let folder = try SchemaFolder(["one/two/a.capnp": Self.schema])
    try folder.run("compile", "one/two/a.capnp")
    #expect(try folder.read("one/two/a.capnp.swift").contains("public enum A:"))
    try folder.run("compile", "--src-prefix=one", "--output=out", "one/two/a.capnp")
    #expect(try folder.read("out/two/a.capnp.swift").contains("public enum A:"))
  }

  @Test func aSchemaElsewhereLosesItsFolder() throws {
    let schemas = try SchemaFolder(["x/a.capnp": Self.schema])
    let folder = try SchemaFolder()
    try folder.run("compile", schemas.url.appending(path: "x/a.capnp").path)
    #expect(try folder.read("a.capnp.swift").contains("public enum A:"))
  }

  @Test func anUnchangedFileIsLeftAlone() throws {
    let folder = try SchemaFolder(["a.capnp": Self.schema])
    try folder.run("compile", "a.capnp")
    let path = folder.url.appending(path: "a.capnp.swift").path
    let past = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
    func modified() throws -> Date? {
      try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }
    try folder.run("compile", "a.capnp")
    #expect(try modified() == past)
    try folder.run("compile", "--access", "internal", "a.capnp")
    #expect(try modified() != past)
  }

  @Test func importsAreFoundOnTheImportPath() throws {
    let folder = try SchemaFolder([
      "a.capnp": "@0xf0e1d2c3b4a59687; struct A { b @0 :import \"/b.capnp\".B; }",
      "library/b.capnp": "@0xf0e1d2c3b4a59688; struct B {}",
    ])
    #expect(throws: GeneratorError.self) { try folder.run("compile", "a.capnp") }
    try folder.run("compile", "-I", "library", "a.capnp")
    try folder.run("compile", "-Ilibrary", "a.capnp")
    #expect(try folder.read("a.capnp.swift").contains("B.Reader"))
  }

  @Test func aRequestOnStandardInputIsThePluginsWay() throws {
    let folder = try SchemaFolder(["a.capnp": Self.schema])
    try Data(folder.request(["a.capnp"])).write(to: folder.url.appending(path: "request"))
    let input = try FileHandle(forReadingFrom: folder.url.appending(path: "request"))
    try CommandLineTool(
      arguments: [], environment: ["CAPNPC_SWIFT_OPTIONS": "--access package --values"],
      folder: folder.url, input: input
    ).perform()
    let text = try folder.read("a.capnp.swift")
    #expect(text.contains("package enum A:"))
    #expect(text.contains("package struct Value:"))
  }

  @Test func theVariableIsForThePluginOnly() throws {
    let arguments = try Arguments(
      ["compile", "a"], environment: ["CAPNPC_SWIFT_OPTIONS": "--values"],
      folder: URL(filePath: "/"))
    #expect(!arguments.options.values)
  }

  @Test func aMissingToolIsNamed() throws {
    let folder = try SchemaFolder(["a.capnp": Self.schema])
    let error = try #require(throws: GeneratorError.self) {
      try folder.run("compile", "--capnp", "no-such-tool", "a.capnp")
    }
    #expect(error.code == .tool)
    #expect(error.message.contains("no-such-tool"))
  }

  @Test func aSchemaWithAnErrorGeneratesNothing() throws {
    let folder = try SchemaFolder(["a.capnp": "@0xf0e1d2c3b4a59687; struct A { b @0 :NoSuchType; }"]
    )
    let error = try #require(throws: GeneratorError.self) { try folder.run("compile", "a.capnp") }
    #expect(error.code == .tool)
    #expect(throws: (any Error).self) { try folder.read("a.capnp.swift") }
  }

  @Test(arguments: [
    ["compile"], ["compile", "--access", "secret", "a"], ["compile", "--output"],
    ["--no-such-option"], ["compile", "--values=yes", "a"], ["a.capnp"],
    ["compile", "--configuration", "wrong.json", "a"],
  ])
  func commandLinesThatAreNotUnderstood(words: [String]) throws {
    let folder = try SchemaFolder(["wrong.json": "{\"acess\": \"public\"}"])
    let error = try #require(throws: GeneratorError.self) {
      _ = try Arguments(words, environment: [:], folder: folder.url)
    }
    #expect(error.code == .usage)
    let tool = CommandLineTool(arguments: words, environment: [:], folder: folder.url)
    #expect(tool.run() == 64)
  }

  @Test func aConfigurationFileHoldsOptions() throws {
    let folder = try SchemaFolder([
      "sources/capnp-swift.json": """
      {"imports": ["../library"], "access": "internal", "namespace": "N", "values": true}
      """
    ])
    let arguments = try Arguments(
      ["compile", "--configuration", "sources/capnp-swift.json", "a"], environment: [:],
      folder: folder.url)
    #expect(arguments.options.access == .internal)
    #expect(arguments.options.namespace == "N")
    #expect(arguments.options.values)
    #expect(
      arguments.importPaths == [folder.url.appending(path: "library").standardizedFileURL.path])
  }

  @Test(arguments: ["", "a/../../b.swift", "/absolute.swift"])
  func nothingIsWrittenOutsideOfTheOutputFolder(path: String) throws {
    let folder = try SchemaFolder()
    let error = try #require(throws: GeneratorError.self) {
      try OutputFolder(url: folder.url).write(GeneratedFile(path: path, contents: ""))
    }
    #expect(error.code == .file)
  }

  @Test func theAnnotationsThatWeCarryAreTheOnesWeShow() throws {
    #expect(try Repository.text("Schemas/swift.capnp") == AnnotationsSchema.text)
  }
}
