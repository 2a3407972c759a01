import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// What `SchemaPrinter` writes is the same schema when it is compiled again.
struct SchemaPrinterTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All schemas of the repository.
  static let files: [String] = [
    "Schemas", "Tests/Fixtures/schemas", "Tests/CapnProtoCompilerTests/Schemas",
  ]
  .flatMap { folder -> [String] in
    let all = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (all?.compactMap { ($0 as? URL)?.path } ?? []).filter { $0.hasSuffix(".capnp") }
  }.sorted()

  /// A node without what says in which file it is.
  ///
  /// A request leaves out what nobody mentions of the files that are imported.
  private static func content(
    _ node: Schema.Node.Reader, _ known: Set<UInt64>
  ) throws -> Data {
    let copy = MessageBuilder()
    try copy.setRoot(node)
    let edited = try copy.root(Schema.Node.self)
    try edited.setDisplayName("")
    edited.displayNamePrefixLength = 0
    if case .struct(let structure) = node.which, structure.isGroup {
      // The scope of a group is the struct around it.
    } else {
      edited.scopeId = 0
    }
    let nested = try node.nestedNodes.filter { known.contains($0.id) }
    let list = try edited.initNestedNodes(count: nested.count)
    for (index, item) in nested.enumerated() { try list.set(index, to: item) }
    // Nobody can tell from a message where in a file something stood.
    edited.startByte = 0
    edited.endByte = 0
    return try edited.asReader.canonicalBytes()
  }

  private static func nodes(
    _ compiled: CompiledSchemas
  ) throws -> [UInt64: Schema.Node.Reader] {
    var nodes: [UInt64: Schema.Node.Reader] = [:]
    for node in try compiled.request.nodes { nodes[node.id] = node }
    return nodes
  }

  private static let streamResult: UInt64 = 0x995f_9a33_77c0_b16e

  private static func isFile(_ node: Schema.Node.Reader) -> Bool {
    if case .file = node.which { true } else { false }
  }

  @Test(arguments: files) func compilesToTheSameNodes(_ path: String) throws {
    let imports = [Self.root.appending(path: "Schemas").path, "/usr/include"]
    let source = FileSchemaSource(importPaths: imports, includingStandardPaths: true)
    let first = try SchemaCompiler(imports: source).compile([path])
    let text = try SchemaPrinter(nodes: first.request.nodes).text
    let second: CompiledSchemas
    do {
      second = try SchemaCompiler(imports: [
        "printed.capnp": text,
        "capnp/stream.capnp": "@0x86c366a91393f3f8; struct StreamResult @0x995f9a3377c0b16e {}",
      ]).compile(["printed.capnp"])
    } catch {
      Issue.record("\(path): \(error)\n\(text)")
      return
    }
    let (before, after) = (try Self.nodes(first), try Self.nodes(second))
    let known = Set(before.keys)
    for (id, node) in before where !Self.isFile(node) && id != Self.streamResult {
      guard let same = after[id] else {
        let name = try node.displayName
        Issue.record("\(path): \(name) is missing")
        continue
      }
      let name = try node.displayName
      let (old, new) = (try Self.content(node, known), try Self.content(same, known))
      #expect(old == new, "\(path): \(name)\n\(text)")
    }
    #expect(after.filter { !Self.isFile($0.value) && before[$0.key] == nil }.isEmpty)
  }

  @Test func declarationsOfGeneratedCodeCompile() throws {
    let text = try SchemaPrinter([Schema.Node.schema]).text
    let compiled = try SchemaCompiler(imports: ["a.capnp": text]).compile(["a.capnp"])
    let nodes = try Self.nodes(compiled)
    for node in SchemaNode.closure(of: [Schema.Node.schema]) {
      guard !Self.isFile(node.reader) else { continue }
      let known = Set(nodes.keys)
      let (old, new) = (
        try Self.content(node.reader, known), try Self.content(#require(nodes[node.id]), known)
      )
      #expect(old == new, "\(node)")
    }
  }

  /// A declaration that claims to be in itself, or in two others, is written once and not for ever.
  @Test func nodesThatNestInEachOtherEnd() throws {
    let source = """
      @0xd1d2d3d4d5d6d7d8;
      struct A @0xa1a2a3a4a5a6a7a8 { struct B @0xb1b2b3b4b5b6b7b8 { x @0 :Int8; } }
      """
    let compiled = try SchemaCompiler(imports: ["a.capnp": source]).compile(["a.capnp"])
    let copy = MessageBuilder()
    try copy.setRoot(compiled.request)
    let nodes = try copy.root(Schema.CodeGeneratorRequest.self).nodes
    for index in 0..<nodes.count {
      let node = nodes[index]
      guard node.id == 0xb1b2_b3b4_b5b6_b7b8 else { continue }
      let nested = try node.initNestedNodes(count: 2)
      try nested[0].setName("A")
      nested[0].id = 0xa1a2_a3a4_a5a6_a7a8
      try nested[1].setName("B")
      nested[1].id = 0xb1b2_b3b4_b5b6_b7b8
    }
    let text = try? SchemaPrinter(
      nodes: copy.snapshot().root(Schema.CodeGeneratorRequest.self).nodes
    ).text
    #expect((text ?? "").utf8.count < 10_000)
  }
}
