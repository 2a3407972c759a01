import CapnProto
import Testing

@Suite struct SchemaNodeTests {
  @Test func aStructDescribesItself() throws {
    let node = Scalars.schema.reader
    #expect(Scalars.schema.name == "Scalars")
    #expect(node.id == Scalars.schema.id)
    #expect(try node.displayName == "everything.capnp:Scalars")
    guard case .struct(let structure) = node.which else {
      Issue.record("a struct was expected")
      return
    }
    #expect(structure.dataWordCount == Scalars._layout.dataWords)
    let names = try structure.fields.map { String(try $0.name) }
    #expect(names.first == "void")
    #expect(names.last == "palette")
    #expect(names.count == 15)
  }

  @Test func everyKindOfDeclarationHasASchema() throws {
    #expect(try EverythingCapnp.schema.reader.displayName == "everything.capnp")
    #expect(EverythingCapnp.schema.reader.tag == .file)
    #expect(Color.schema.reader.tag == .enum)
    #expect(Calculator.schema.reader.tag == .interface)
    #expect(Outer.Door.Key.schema.reader.tag == .struct)
    #expect(Groups.First.schema.reader.struct.isGroup)
    #expect(Box<Text>.schema.reader.isGeneric)
    #expect(Box<Text>.schema == Box<Bytes>.schema)
  }

  @Test func dependenciesReachEverythingThatIsMentioned() {
    var seen: Set<SchemaNode> = []
    var waiting = [EverythingCapnp.schema]
    while let node = waiting.popLast() {
      guard seen.insert(node).inserted else { continue }
      #expect(node.reader.id == node.id)
      waiting += node.dependencies
    }
    #expect(seen.contains(Palette.schema))
    #expect(seen.contains(Measure.Unit.schema))
    #expect(seen.contains(Outer.Inner.Innermost.Kind.schema))
    #expect(seen.contains(NamedUnion.Value_.Group.Choice.Both.schema))
    // Those of the methods' parameters have no name in Swift.
    #expect(seen.contains { $0.name == "add$Params" })
  }

  @Test func manyThreadsMayAskAtOnce() async {
    let node = SchemaNode(
      id: 1, name: "copy", base64: "AAAAAAEAAAAAAAAAAAAAAA==", dependencies: { [] })
    await withTaskGroup(of: UInt64.self) { group in
      for _ in 0..<50 { group.addTask { node.reader.id } }
      for await id in group { #expect(id == 0) }
    }
  }

  @Test func theSchemaOfSchemasIsGeneratedToo() throws {
    #expect(try Schema.Node.schema.reader.displayName == "schema.capnp:Node")
    #expect(Schema.Node.schema.id == 0xe682_ab4c_f923_a417)
    #expect(Schema.Field.noDiscriminant == 65535)
  }
}
