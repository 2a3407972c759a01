internal import Foundation

extension URL {
  /// The file at a path as a person types it, which may be relative to `folder`.
  init(typed path: String, in folder: URL) {
    self =
      path.hasPrefix("/") ? URL(fileURLWithPath: path) : folder.appendingPathComponent(path)
  }
}
