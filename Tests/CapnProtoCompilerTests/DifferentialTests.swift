import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// The compiler gives the nodes that the `capnp` tool gives.
@Suite(.enabled(if: CapnpTool.url != nil, "the capnp tool is not installed"))
struct DifferentialTests {
  @Test(arguments: Repository.allSchemas)
  func givesTheNodesOfTheTool(_ path: String) throws {
    let theirs = try #require(try CapnpTool.request(path, in: Repository.root))
    let texts = RootedSource(root: Repository.root)
    let ours = try SchemaCompiler(imports: texts).compile([path]).requestBytes()
    let (expected, actual) = (try Request(theirs), try Request(ours))
    let names = try Self.names(theirs).merging(Self.names(ours)) { first, _ in first }
    func named(_ ids: some Sequence<UInt64>) -> [String] { ids.map { names[$0] ?? "?" }.sorted() }
    let missing = Set(expected.nodes.keys).subtracting(actual.nodes.keys)
    let extra = Set(actual.nodes.keys).subtracting(expected.nodes.keys)
    #expect(named(missing) == [])
    #expect(named(extra) == [])
    let different = expected.nodes.filter { actual.nodes[$0.key] != nil }
      .filter { actual.nodes[$0.key] != $0.value }
    #expect(named(different.keys) == [])
    let comments = expected.comments.filter { actual.comments[$0.key] != $0.value }
    #expect(named(comments.keys) == [])
    #expect(expected.comments.count == actual.comments.count)
    #expect(expected.files == actual.files)
  }

  private static func names(_ bytes: Data) throws -> [UInt64: String] {
    let request = try Message(bytes, options: .trusted).root(Schema.CodeGeneratorRequest.self)
    var names: [UInt64: String] = [:]
    for node in try request.nodes { names[node.id] = String(try node.displayName) }
    return names
  }
}
