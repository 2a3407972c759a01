import Foundation

/// The optional file `capnp-swift.json` beside the sources of a target.
///
/// The generator reads it, and says what is wrong with it: that is part of the build, and so runs
/// again when the file changes, which the plugin does not. Here only the inputs are looked up.
struct Configuration {
  /// The arguments that make the generator read the file.
  private(set) var arguments: [String] = []

  /// The files that the generated code depends on, beside the schemas of the target.
  private(set) var inputs: [URL] = []

  init(in folder: URL) {
    let file = folder.appending(path: "capnp-swift.json")
    guard let data = try? Data(contentsOf: file) else { return }
    arguments = ["--configuration", file.path]
    inputs = [file]
    let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    for path in object?["imports"] as? [String] ?? [] {
      inputs += schemas(in: URL(filePath: path, relativeTo: folder))
    }
  }

  private func schemas(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var schemas: [URL] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "capnp" {
      schemas.append(file)
    }
    return schemas.sorted { $0.path < $1.path }
  }
}
