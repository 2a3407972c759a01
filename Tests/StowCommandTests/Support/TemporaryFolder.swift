import Foundation

/// A folder that is gone when the test is.
final class TemporaryFolder {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "stow-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A place in the folder.
  func url(_ name: String) -> URL { folder.appending(path: name) }

  /// A new file in the folder.
  func file(_ name: String, _ content: Data = Data()) throws -> URL {
    try content.write(to: url(name))
    return url(name)
  }
}
