import Foundation
import Reductions
import Stowage
import Testing

/// Files of Reductions that versions of Stowage wrote, and that every later one has to read.
///
/// With `STOWAGE_WRITE_GOLDENS=1` those that this version does not have yet are written.
struct GoldenFileTests {
  private static let folder = RecordedCase.folder
    .deletingLastPathComponent().appending(path: "golden-reductions")
  private static let isWriting =
    ProcessInfo.processInfo.environment["STOWAGE_WRITE_GOLDENS"] == "1"

  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do { try registry.registerReductions() } catch { Issue.record(error) }
    return registry
  }()

  static let names = ["plain", "both", "cbmtr", "cbgreedy", "cbsquareconfig"]

  @Test(arguments: names, Format.allCases)
  func everyVersionIsRead(_ name: String, _ format: Format) throws {
    let options = SaveOptions(format: format, registry: Self.registry)
    let recorded = try RecordedCase(name)
    let data = try Stowage.serialize(Workspace(model: recorded.model), options: options)
    let version = try audit(data).writer.dropFirst("stowage ".count)
    let own = Self.folder.appending(path: "\(version)/\(name).\(format)")
    if Self.isWriting, !FileManager.default.fileExists(atPath: own.path()) {
      try FileManager.default.createDirectory(
        at: own.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: own)
    }
    let versions = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    for version in versions where !version.hasPrefix(".") {
      let file = Self.folder.appending(path: "\(version)/\(name).\(format)")
      let loaded = try load(
        file.path(), as: Workspace.self, options: LoadOptions(registry: Self.registry))
      #expect(try loaded.serialize() == recorded.model, "\(version)")
      #expect(try Stowage.serialize(loaded, options: options) == data, "\(version)")
    }
    #expect(try Data(contentsOf: own) == data)
  }
}
