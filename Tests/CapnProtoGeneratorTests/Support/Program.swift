import Foundation

/// The program `capnpc-swift`, as it was built with the tests.
enum Program {
  static let url: URL? = {
    let tests = URL(filePath: CommandLine.arguments[0])
    let program = tests.deletingLastPathComponent().appending(path: "capnpc-swift")
    return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
  }()
}
