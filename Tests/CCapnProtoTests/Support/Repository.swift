import Foundation

/// The files of this repository, for tests that look at sources.
enum Repository {
  // This file is Tests/CCapnProtoTests/Support/Repository.swift.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let shim = root.appending(path: "Sources/CCapnProto")
  static let header = shim.appending(path: "include/CCapnProto.h")

  /// The paths of the files in a folder and below it, from the top of the repository.
  ///
  /// What a build or a tool has put there, in a hidden folder or in one that is not ours, is left out.
  static func files(in folder: String = "") -> [String] {
    let top = folder.isEmpty ? root : root.appending(path: folder)
    let all = FileManager.default.enumerator(
      at: top, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var paths: [String] = []
    for case let url as URL in all ?? .init() {
      let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      guard isFile == true else { continue }
      paths.append(url.pathComponents.dropFirst(root.pathComponents.count).joined(separator: "/"))
    }
    return paths.sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
