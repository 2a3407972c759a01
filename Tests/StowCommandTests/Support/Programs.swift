import Foundation

/// Programs that the tests run.
enum Programs {
  /// `stow`, as it was built with the tests.
  static let stow: URL? = {
    let tests = URL(filePath: CommandLine.arguments[0])
    let program = tests.deletingLastPathComponent().appending(path: "stow")
    return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
  }()

  static let capnp = find("capnp")

  static func find(_ name: String) -> URL? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .map { URL(filePath: $0 + "/" + name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
