internal import Foundation

/// Options in a file, as the SwiftPM plugin takes them from `capnp-swift.json` in a target.
///
///     { "imports": ["../Schemas"], "access": "internal", "namespace": "Shapes", "values": true }
struct ConfigurationFile {
  private let path: String
  private let object: [String: Any]

  init(path: String, folder: URL) throws(GeneratorError) {
    self.path = path
    let url = URL(typed: path, in: folder)
    guard let data = try? Data(contentsOf: url) else {
      throw GeneratorError(.file, "\(path) cannot be read.")
    }
    let parsed = try? JSONSerialization.jsonObject(with: data)
    guard let object = parsed as? [String: Any] else {
      throw GeneratorError(.usage, "\(path) does not hold an object in JSON.")
    }
    self.object = object
  }

  /// Applies the options; import paths count from the folder of the file.
  func apply(to arguments: inout Arguments, folder: URL) throws(GeneratorError) {
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "imports":
        let base = URL(typed: path, in: folder).deletingLastPathComponent()
        arguments.importPaths += try self.value(value, of: key, as: [String].self).map {
          URL(typed: $0, in: base).standardizedFileURL.path
        }
      case "access":
        try arguments.setAccess(self.value(value, of: key, as: String.self))
      case "namespace":
        arguments.options.namespace = try self.value(value, of: key, as: String.self)
      case "values":
        arguments.options.values = try self.value(value, of: key, as: Bool.self)
      default:
        throw GeneratorError(
          .usage,
          "\(path): there is no option '\(key)'. There are imports, access, namespace and values.")
      }
    }
  }

  private func value<T>(_ value: Any, of key: String, as type: T.Type) throws(GeneratorError) -> T {
    guard let value = value as? T else {
      throw GeneratorError(.usage, "\(path): the value of '\(key)' has to be a \(type).")
    }
    return value
  }
}
