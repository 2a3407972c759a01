import Foundation

/// The optional file `capnp-swift.json` beside the sources of a target.
///
///     { "imports": ["../Schemas"], "access": "internal", "namespace": "Shapes", "values": true }
struct Configuration {
  /// An error in the file, which SwiftPM shows as an error of the build.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What to pass to the generator.
  private(set) var arguments: [String] = []

  /// The files that the generated code depends on, beside the schemas of the target.
  private(set) var inputs: [URL] = []

  static let fileName = "capnp-swift.json"

  init(in folder: URL) throws {
    let file = folder.appending(path: Self.fileName)
    guard let data = try? Data(contentsOf: file) else { return }
    inputs.append(file)
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Failure(description: "\(file.path) is not an object in JSON")
    }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      switch (key, value) {
      case ("imports", let paths as [String]):
        for path in paths { add(imports: URL(filePath: path, relativeTo: folder)) }
      case ("access", let level as String):
        arguments += ["--access", level]
      case ("namespace", let name as String):
        arguments += ["--namespace", name]
      case ("values", let flag as Bool):
        if flag { arguments.append("--values") }
      case ("imports", _), ("access", _), ("namespace", _), ("values", _):
        throw Failure(description: "\(file.path): '\(key)' has a value of the wrong type")
      default:
        throw Failure(
          description: "\(file.path): there is no option '\(key)', only imports, access, "
            + "namespace and values")
      }
    }
  }

  private mutating func add(imports folder: URL) {
    arguments += ["-I", folder.path]
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var schemas: [URL] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "capnp" {
      schemas.append(file)
    }
    inputs += schemas.sorted { $0.path < $1.path }
  }
}
