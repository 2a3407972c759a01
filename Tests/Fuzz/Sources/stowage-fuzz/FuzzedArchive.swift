import Foundation
import HTM
import Stowage

/// A file of Stowage, in whatever format the input looks like.
enum FuzzedArchive {
  /// An object that can lead to others.
  final class Link: GraphObject {
    private var content: Table = [:]

    func fields() throws -> Table { content }
    func fill(_ fields: Table) throws { content = fields }
  }

  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.register(Link.self, as: "fuzz.Link")
      try registry.register(HTM.Random.self, as: "fuzz.Random")
    } catch {
      fatalError("\(error)")
    }
    return registry
  }()

  /// Loads, saves in another format, and loads again.
  static func load(_ input: Data) throws {
    // A checksum would keep every change from being tried.
    let options = LoadOptions(verifies: false, registry: registry)
    _ = try? audit(input, options: options)
    let value = try deserialize(input, options: options)
    let format = Format.allCases[Int(input.last ?? 0) % 4]
    let saved = try promised("what was loaded can be saved") {
      try serialize(value, options: SaveOptions(format: format, registry: registry))
    }
    let again = try promised("what was saved can be loaded") {
      try deserialize(saved, options: LoadOptions(registry: registry))
    }
    try require(value.isEquivalent(to: again), "a save in \(format) changed the value")
  }
}
