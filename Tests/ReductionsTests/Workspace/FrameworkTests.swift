import Foundation
import Reductions
import Stowage
import Testing

/// A workspace is a value like any other one for Stowage.
struct FrameworkTests {
  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.registerReductions()
      try registry.registerReductions()
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  private static func trained(_ name: String) throws -> Workspace {
    try Workspace(model: RecordedCase(name).model)
  }

  @Test(arguments: ["plain", "cbsquareconfig", "cbgreedy", "cubic"], Format.allCases)
  func everyFormatKeepsIt(_ name: String, _ format: Format) throws {
    let workspace = try Self.trained(name)
    let options = SaveOptions(format: format, registry: Self.registry)
    let data = try Stowage.serialize(workspace, options: options)
    let loaded = try deserialize(
      data, as: Workspace.self, options: LoadOptions(registry: Self.registry))
    #expect(try loaded.serialize() == RecordedCase(name).model)
    #expect(try Stowage.serialize(loaded, options: options) == data)
    let value = try deserialize(data, options: LoadOptions(registry: Self.registry))
    #expect(try value.isEquivalent(to: Value.object(workspace, in: Self.registry)))
    let audit = try audit(data, options: LoadOptions(registry: Self.registry))
    #expect(audit.isRegistered && audit.types.map(\.name) == ["reductions.Workspace"])
  }

  @Test func equalWorkspacesHaveOneHash() throws {
    let workspace = try Self.trained("plain")
    let other = try Workspace(jsonModel: workspace.serializeToJSON())
    #expect(try contentHash(of: workspace) == contentHash(of: other))
    #expect(try contentHash(of: workspace) != contentHash(of: Self.trained("weights")))
  }

  @Test func itGoesIntoFiles() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "\(UUID().uuidString).stow").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let workspace = try Self.trained("cbgreedy")
    try save(path, workspace)
    #expect(try load(path, as: Workspace.self).serialize() == workspace.serialize())
    try workspace.writeToFile(path)
    #expect(try Workspace.readFromFile(path).serialize() == workspace.serialize())
  }

  @Test func copiesAreIndependent() throws {
    var workspace = try Self.trained("plain")
    let copy = workspace
    let before = try copy.serialize()
    try workspace.learn(workspace.createParser(.vwText).parse("1 |f a b"))
    #expect(try copy.serialize() == before)
    #expect(try workspace.serialize() != before)
  }
}
