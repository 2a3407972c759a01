import CapnProto
import CapnProtoCompiler
import Foundation
import HTM
import Stowage
import Testing

/// `stow hash` prints what tells contents apart.
struct HashTests {
  private func hashes(_ run: Run) -> [String] {
    run.text.split(separator: "\n").map { String($0.prefix(32)) }
  }

  @Test(arguments: ["pooler", "memory", "generator", "connections", "cells4", "backtracking"])
  func isTheSameInEveryFormat(_ name: String) throws {
    let run = try Run.stow(["hash"] + Fixtures.formats.map { Fixtures.htm("\(name).\($0)") })
    #expect(run.code == 0, "\(run.errors)")
    #expect(Set(hashes(run)).count == 1 && hashes(run).count == 4)
    let library = try contentHash(ofFile: Fixtures.htm("\(name).packed"))
    #expect(hashes(run).first == library.description)
  }

  @Test func isThatOfTheGoldenFiles() throws {
    let known = try JSONDecoder().decode(
      [String: String].self, from: Data(contentsOf: URL(filePath: Fixtures.golden("hashes.json"))))
    for (name, hash) in known {
      let run = try Run.stow(["hash", Fixtures.golden("\(name).packed")])
      #expect(hashes(run) == [hash], "\(name): \(run.errors)")
    }
  }

  @Test func isThatOfTheObject() throws {
    let path = Fixtures.nupic("sp_py_topo/sp.packed.bin")
    let pooler = try SpatialPooler.readFromFile(path)
    let run = try Run.stow(["hash", path, "--type", "SpatialPooler"])
    #expect(hashes(run) == [try contentHash(of: pooler).description])
  }

  @Test func othersAreHashedAllTheSame() throws {
    let good = Fixtures.htm("pooler.packed")
    let run = try Run.stow(["hash", "no-such-file", good])
    #expect(run.code == 2 && hashes(run).count == 1)
  }

  /// Piece by piece the canonical form is what libcapnp makes as a whole.
  @Test(arguments: ConvertDifferentialTests.roots, 0..<4)
  func streamedWordsAreCanonical(_ root: String, _ seed: Int) throws {
    let files = FileSchemaSource(importPaths: [Repository.schemas])
    let registry = SchemaRegistry()
    try registry.load(SchemaCompiler(imports: files).compile([Repository.everything]).request)
    guard case .structure(let schema)? = registry.declaration(named: root) else {
      Issue.record("there is no \(root)")
      return
    }
    var random = RandomMessage(seed: UInt64(seed) &* 977 &+ UInt64(root.utf8.count))
    let message = try random.message(schema).snapshot()
    let state = try message.root.get(AnyStruct.self)
    #expect(try streamed(state) == state.canonicalBytes())
  }

  @Test(arguments: Fixtures.nupic) func streamedWordsOfRealFilesAreCanonical(
    _ fixture: (path: String, type: String)
  ) throws {
    let data = try Data(contentsOf: URL(filePath: Fixtures.nupic(fixture.path)))
    let message = try Message(
      data, options: ReaderOptions(traversalLimit: .unlimited, acceptsOtherEncoding: true))
    let state = try message.root.get(AnyStruct.self)
    #expect(try streamed(state) == state.canonicalBytes())
  }

  private func streamed(_ state: StructReader) throws -> Data {
    var bytes = Data()
    var claimed = 0
    try state.streamCanonicalWords(
      count: { claimed = $0 },
      words: { words in
        for word in words {
          bytes.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) })
        }
      })
    #expect(bytes.count == claimed * 8)
    return bytes
  }
}
