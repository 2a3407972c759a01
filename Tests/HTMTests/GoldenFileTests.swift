import Foundation
import HTM
import Stowage
import Testing

/// Files of HTM that versions of Stowage wrote, and that every later one has to read.
///
/// With `STOWAGE_WRITE_GOLDENS=1` those that this version does not have yet are written.
struct GoldenFileTests {
  private static let folder = Reference.fixtures
    .deletingLastPathComponent().appending(path: "golden-htm")
  private static let isWriting =
    ProcessInfo.processInfo.environment["STOWAGE_WRITE_GOLDENS"] == "1"

  private static let registry: TypeRegistry = {
    let registry = TypeRegistry()
    do {
      try registry.registerHTM()
    } catch {
      Issue.record(error)
    }
    return registry
  }()

  @Test(arguments: GoldenObject.allCases, Format.allCases)
  func everyVersionIsRead(_ name: GoldenObject, _ format: Format) throws {
    let options = SaveOptions(format: format, registry: Self.registry)
    let value = try Value.object(name.object, in: Self.registry)
    let data = try serialize(value, options: options)
    let version = try audit(data).writer.dropFirst("stowage ".count)
    let own = Self.folder.appending(path: "\(version)/\(name).\(format)")
    if Self.isWriting, !FileManager.default.fileExists(atPath: own.path()) {
      try data.write(to: own)
    }
    let versions = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    for version in versions where !version.hasPrefix(".") {
      let file = Self.folder.appending(path: "\(version)/\(name).\(format)")
      let loaded = try load(file.path(), options: LoadOptions(registry: Self.registry))
      #expect(try loaded.isEquivalent(to: value, registry: Self.registry), "\(version)")
      #expect(try serialize(loaded, options: options) == data, "\(version)")
    }
    #expect(try Data(contentsOf: own) == data)
  }
}
