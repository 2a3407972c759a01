import Foundation

/// The repository that the tests are in.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The schemas in a folder, by path from the root of the repository.
  static func schemas(in folder: String) -> [String] {
    let url = folder.hasPrefix("/") ? URL(filePath: folder) : root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".capnp") }.sorted().map { folder + "/" + $0 }
  }

  static let allSchemas: [String] =
    schemas(in: "Schemas") + schemas(in: "Tests/Fixtures/schemas")
    + schemas(in: "Tests/CapnProtoGeneratorTests/Goldens")
    + schemas(in: "Tests/CapnProtoCompilerTests/Schemas") + schemas(in: "/usr/include/capnp")
}
