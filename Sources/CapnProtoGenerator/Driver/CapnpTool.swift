internal import Foundation

/// The `capnp` program, which parses schemas for us.
struct CapnpTool {
  private let executable: URL
  private let environment: [String: String]
  private let folder: URL

  /// Finds the tool at `path` or, without one, in PATH and where package managers put it.
  init(
    path: String?, environment: [String: String], folder: URL
  ) throws(GeneratorError) {
    self.folder = folder
    self.environment = environment
    if let path {
      executable = URL(typed: path, in: folder)
      guard FileManager.default.isExecutableFile(atPath: executable.path) else {
        throw GeneratorError(.tool, "there is no program at \(path), which --capnp names.")
      }
      return
    }
    let listed = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let usual = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin"]
    let found = (listed + usual).map { $0 + "/capnp" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw GeneratorError(
        .tool,
        "the program `capnp`, which parses schemas, is not installed or not in PATH. "
          + "Install it with `apt install capnproto` or `brew install capnp`.")
    }
    executable = URL(fileURLWithPath: found)
  }

  /// Parses `files` and returns the code generator request for them.
  func request(for files: [String], _ arguments: Arguments) throws(GeneratorError) -> [UInt8] {
    let annotations = try AnnotationsFolder()
    defer { annotations.remove() }
    var words = ["compile", "-o-"]
    if !arguments.usesStandardImports { words.append("--no-standard-import") }
    words += prefixes(for: files, arguments).map { "--src-prefix=\($0)" }
    words += arguments.importPaths.map { "-I\($0)" }
    words.append("-I\(annotations.url.path)")
    return try output(of: words + files)
  }

  /// The prefixes to cut.
  ///
  /// A schema outside of the current folder loses its whole folder when nothing else was asked for:
  /// `capnp` would keep the path from the root of the file system.
  private func prefixes(for files: [String], _ arguments: Arguments) -> [String] {
    guard arguments.sourcePrefixes.isEmpty else { return arguments.sourcePrefixes }
    let here = folder.standardizedFileURL.path + "/"
    var prefixes: [String] = []
    for file in files {
      let url = URL(typed: file, in: folder).standardizedFileURL
      guard !url.path.hasPrefix(here) else { continue }
      let prefix = url.deletingLastPathComponent().path
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
    }
    return prefixes
  }

  private func output(of words: [String]) throws(GeneratorError) -> [UInt8] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["PWD": folder.path]) { $1 }
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    let request: [UInt8]
    do {
      try process.run()
      request = [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data())
    } catch {
      throw GeneratorError(
        .tool, "\(executable.path) cannot be run: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GeneratorError(
        .tool, "capnp refused the schema, for the reasons above; nothing was generated.")
    }
    return request
  }
}

/// A temporary import path on which `capnp` finds "/swift.capnp".
private struct AnnotationsFolder {
  let url: URL

  init() throws(GeneratorError) {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("capnpc-swift-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try Data(AnnotationsSchema.text.utf8).write(to: url.appendingPathComponent("swift.capnp"))
    } catch {
      throw GeneratorError(
        .file, "the temporary folder cannot be written: \(error.localizedDescription)")
    }
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }
}
