import Foundation

/// A folder that is gone when the test is.
final class TemporaryFolder {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "capnp-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A place in the folder.
  func url(_ name: String) -> URL { folder.appending(path: name) }

  /// An empty file in the folder, open for reading and writing.
  func file(_ name: String, _ content: [UInt8] = []) throws -> FileHandle {
    try Data(content).write(to: url(name))
    return try FileHandle(forUpdating: url(name))
  }
}
