internal import Foundation

/// The folder that generated files are written to.
struct OutputFolder {
  let url: URL

  /// Writes a file, whole or not at all, and only when its content differs from what is there.
  func write(_ file: GeneratedFile) throws(GeneratorError) {
    let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
    guard !file.path.isEmpty, !parts.contains(".."), parts.first != "" else {
      throw GeneratorError(
        .file,
        "\(file.path) would lie outside of the output folder. "
          + "Cut the beginning of the schema's path with --src-prefix.")
    }
    let target = url.appendingPathComponent(file.path)
    let contents = Data(file.contents.utf8)
    if let present = try? Data(contentsOf: target), present == contents { return }
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try contents.write(to: target, options: .atomic)
    } catch {
      throw GeneratorError(
        .file, "\(target.path) cannot be written: \(error.localizedDescription)")
    }
  }
}
