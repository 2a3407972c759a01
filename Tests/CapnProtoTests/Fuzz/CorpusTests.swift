import CapnProto
import Foundation
import Testing

/// The inputs in which the fuzzers found something: memory or time out of proportion.
struct CorpusTests {
  private static let corpus = ForeignPeer.repository.appending(path: "Tests/Fuzz/Corpus")

  private static func finds(_ target: String) throws -> [Data] {
    let folder = corpus.appending(path: target)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasPrefix("find") }.sorted()
      .map { try Data(contentsOf: folder.appending(path: $0)) }
  }

  // 557 bytes claimed lists of empty structs, of which copies would have taken gigabytes.
  @Test(.timeLimit(.minutes(60))) func copiesTakeMemoryInProportion() throws {
    let finds = try Self.finds("typed") + Self.finds("dynamic")
    #expect(!finds.isEmpty)
    for find in finds {
      _ = try? Message(find).root(as: Lists.Value.self)
      _ = try? Message(find).root(as: Pointers.Value.self)
      _ = try? Message(find).root(as: Generics.Value.self)
      _ = try? Message(find).root(as: Tree.Value.self)
      _ = try? Message(find).root(Lists.structSchema).dictionary()
      _ = try? Message(find).root(Pointers.structSchema).dictionary()
    }
  }

  // A million annotations, each of them no bytes long.
  @Test(.timeLimit(.minutes(60))) func schemasTakeMemoryInProportion() throws {
    let finds = try Self.finds("request")
    #expect(!finds.isEmpty)
    for find in finds {
      expectError(.traversalLimit) { try SchemaRegistry().load(request: find) }
    }
  }

  @Test func emptyElementsAreCountedWhenTheyAreCopied() throws {
    let builder = MessageBuilder()
    try builder.initRoot(Wrapper<List<Lists>>.self).initValue(count: 3)
    var bytes = Array(try builder.bytes())
    // The list's pointer leads to a tag of many structs of no size.
    let tag = bytes.count - 3 * 8 * (Int(Lists._layout.dataWords) + Int(Lists._layout.pointers)) - 8
    let count: UInt64 = 4_000_000
    bytes.replaceSubrange(
      tag..<tag + 8, with: (0..<8).map { UInt8(truncatingIfNeeded: (count << 2) >> ($0 * 8)) })
    let list = try Message(bytes).root(Wrapper<List<Lists>>.self).value
    #expect(list.count == Int(count))
    expectError(.traversalLimit) {
      try _values(of: list) { (item) throws(CapnProtoError) in try Lists.Value(item) }
    }
  }
}
