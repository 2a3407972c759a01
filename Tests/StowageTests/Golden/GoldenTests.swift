import Foundation
import Stowage
import Testing

/// Files that versions of Stowage wrote, and that every later one has to read.
///
/// A version adds its own when these tests run once with `STOWAGE_WRITE_GOLDENS=1`. Files that are
/// there already are never written again: a version that would write others than it did is broken.
struct GoldenTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/golden")

  private static let isWriting =
    ProcessInfo.processInfo.environment["STOWAGE_WRITE_GOLDENS"] == "1"

  /// What this version calls itself.
  private static func version() throws -> String {
    String(try audit(serialize(Value.null)).writer.dropFirst("stowage ".count))
  }

  private static func versions() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  private func file(_ version: String, _ name: String, _ format: Format) -> URL {
    Self.folder.appending(path: "\(version)/\(name).\(format)")
  }

  private func read(_ url: URL) -> Data? { try? Data(contentsOf: url) }

  /// What is in the file that has the hashes of a version's contents.
  private func hashes(_ version: String) throws -> [String: ContentHash] {
    let url = Self.folder.appending(path: "\(version)/hashes.json")
    return try read(url).map { try JSONDecoder().decode([String: ContentHash].self, from: $0) }
      ?? [:]
  }

  @Test(.enabled(if: isWriting)) func writeWhatIsMissing() throws {
    let version = try Self.version()
    let folder = Self.folder.appending(path: version)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var hashes = try hashes(version)
    for golden in GoldenCase.all {
      for format in golden.formats where read(file(version, golden.name, format)) == nil {
        try serialize(golden.make(), options: golden.options(format))
          .write(to: file(version, golden.name, format))
      }
      if hashes[golden.name] == nil {
        hashes[golden.name] = try contentHash(of: golden.make(), registry: GoldenCase.registry)
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(hashes) + Data("\n".utf8)).write(to: folder.appending(path: "hashes.json"))
  }

  @Test(.disabled(if: isWriting), arguments: GoldenCase.all)
  func thisVersionWritesTheSameBytes(_ golden: GoldenCase) throws {
    for format in golden.formats {
      let url = file(try Self.version(), golden.name, format)
      let data = try #require(
        read(url), "run the tests with STOWAGE_WRITE_GOLDENS=1, and commit what they write")
      #expect(try serialize(golden.make(), options: golden.options(format)) == data, "\(format)")
    }
  }

  @Test(.disabled(if: isWriting), arguments: GoldenCase.all)
  func everyVersionIsRead(_ golden: GoldenCase) throws {
    let options = LoadOptions(registry: GoldenCase.registry)
    let expected = try golden.make()
    var count = 0
    for version in try Self.versions() {
      let hash = try hashes(version)[golden.name]
      for format in golden.formats {
        guard let data = read(file(version, golden.name, format)) else { continue }
        count += 1
        let label: Comment = "\(version), \(format)"
        let loaded = try deserialize(data, options: options)
        #expect(
          try loaded.isEquivalent(to: expected, registry: GoldenCase.registry), label)
        #expect(try contentHash(ofFile: data, options: options) == hash, label)
        let found = try audit(data, options: options)
        #expect(found.isRegistered && found.format == format, label)
        #expect(found.writer == "stowage \(version)", label)
        #expect(
          found.metadata == Dictionary(uniqueKeysWithValues: golden.metadata.map { ($0, $1) }),
          label)
        // The same state is the same bytes, wherever it comes from.
        #expect(
          try serialize(loaded, options: golden.options(format))
            == serialize(expected, options: golden.options(format)), label)
      }
    }
    #expect(count >= golden.formats.count)
  }

  @Test(.disabled(if: isWriting)) func everyFileHasItsCase() throws {
    let names = Set(
      GoldenCase.all.flatMap { golden in golden.formats.map { "\(golden.name).\($0)" } })
    for version in try Self.versions() {
      let folder = Self.folder.appending(path: version)
      let found = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path()))
      #expect(found.subtracting(names) == ["hashes.json"])
      #expect(try Set(hashes(version).keys).isSubset(of: GoldenCase.all.map(\.name)))
      #expect(found.subtracting(names).count == 1)
    }
  }

  /// Whoever changes a single byte of one of the files is found out.
  @Test(.disabled(if: isWriting), arguments: GoldenCase.all)
  func noByteOfAFileIsFree(_ golden: GoldenCase) throws {
    var random = SplitMix(state: 11)
    for format in golden.formats {
      let data = try #require(read(file(Self.version(), golden.name, format)))
      for _ in 0..<24 {
        var damaged = data
        damaged[Int.random(in: 0..<data.count, using: &random)] ^= 1
        #expect(throws: (any Error).self) {
          try deserialize(damaged, options: LoadOptions(registry: GoldenCase.registry))
        }
      }
    }
  }
}
