import Foundation

@testable import CapnProtoGenerator

/// Schemas in a temporary folder, for a test to generate code from.
struct SchemaFolder: ~Copyable {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "generator-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Runs the program in the folder, as a person would.
  func run(_ words: String..., environment: [String: String]? = nil) throws(GeneratorError) {
    try CommandLineTool(
      arguments: words, environment: environment ?? ProcessInfo.processInfo.environment,
      folder: url
    ).perform()
  }

  /// The request that `capnp` makes for files of the folder.
  func request(_ files: [String]) throws(GeneratorError) -> [UInt8] {
    let environment = ProcessInfo.processInfo.environment
    let arguments = try Arguments(["compile"] + files, environment: [:], folder: url)
    return try CapnpTool(path: nil, environment: environment, folder: url)
      .request(for: files, arguments)
  }

  /// What is generated from schemas of the folder.
  func generate(
    _ files: [String], options: GeneratorOptions = GeneratorOptions()
  ) throws(GeneratorError) -> [GeneratedFile] {
    try Generator(request: request(files), options: options).generate()
  }

  /// The text that is generated from the only schema of the folder.
  static func generate(
    _ schema: String, options: GeneratorOptions = GeneratorOptions()
  ) throws -> String {
    let folder = try SchemaFolder(["test.capnp": "@0xf0e1d2c3b4a59687;\n" + schema])
    return try folder.generate(["test.capnp"], options: options)[0].contents
  }
}
