import Foundation

/// The repository that the tests are in.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let everything = root.appending(path: "Tests/Fixtures/schemas/everything.capnp").path
  static let schemas = root.appending(path: "Schemas").path
}
