import CapnProto
import Foundation
import Testing

struct ReflectionTests {
  private func schema<T: StructType>(_ type: T.Type) throws -> StructSchema {
    try SchemaRegistry().load(type)
  }

  @Test func fieldsHaveNamesTypesAndOrdinals() throws {
    let schema = try schema(Scalars.self)
    #expect(schema.name == "Scalars")
    #expect(schema.layout == Scalars._layout)
    #expect(schema.fields.map(\.ordinal) == Array(0...14))
    let color = try #require(schema.field(named: "color"))
    #expect(color.type.description == "Color")
    #expect(schema.field(named: "uint64")?.type == .uint64)
    #expect(schema.field(named: "no such") == nil)
  }

  @Test func groupsAndUnionsAreFields() throws {
    let schema = try schema(UnnamedUnion.self)
    #expect(schema.unionFields.map(\.name) == ["none", "some", "number", "many", "point"])
    #expect(schema.nonUnionFields.map(\.name) == ["before", "after"])
    let point = try #require(schema.field(named: "point"))
    #expect(point.isGroup && point.ordinal == nil && point.discriminant == 4)
    guard case .structure(let group) = point.type else {
      Issue.record("\(point.type)")
      return
    }
    #expect(group.isGroup && group.fields.map(\.name) == ["x", "y", "label"])
    #expect(schema.field(discriminant: 2)?.name == "number")
  }

  @Test func genericTypesAreBoundWhereTheyAreUsed() throws {
    let schema = try schema(Generics.self)
    func item(of name: String) throws -> SchemaType? {
      guard case .structure(let box) = try #require(schema.field(named: name)).type else {
        return nil
      }
      return box.field(named: "item")?.type
    }
    #expect(try item(of: "text") == .text)
    #expect(try item(of: "list") == .list(.int32))
    #expect(try item(of: "unbound") == .anyPointer)
    #expect(try item(of: "lid") == .text)
    guard case .structure(let box) = try item(of: "nested") else {
      Issue.record("the inner box is no struct")
      return
    }
    #expect(box.field(named: "item")?.type == .text)
    guard case .structure(let group) = try #require(box.field(named: "group")).type else { return }
    #expect(group.field(named: "grouped")?.type == .text)
  }

  @Test func annotationsAndConstantsCanBeRead() throws {
    let registry = SchemaRegistry()
    try registry.load(EverythingCapnp.schema)
    guard case .structure(let groups)? = registry.declaration(named: "Groups") else {
      Issue.record("there is no Groups")
      return
    }
    let bytes = groups.field(named: "first")?.annotations.compactMap { try? $0.value.data }
    #expect(bytes?.first.map { Array($0) } == Array("bytes".utf8))
    guard case .constant(let limit)? = registry.declaration(named: "Outer.limit") else {
      Issue.record("there is no constant")
      return
    }
    guard case .uint(1000) = try limit.value else {
      Issue.record("\(try limit.value)")
      return
    }
    guard case .constant(let origin)? = registry.declaration(named: "Outer.origin"),
      case .structure(let value) = try origin.value
    else {
      Issue.record("there is no struct constant")
      return
    }
    #expect(try value.dictionary()["innermost"] == ["value": 42, "kind": "soft"])
  }

  @Test func aRequestOfTheToolCanBeLoaded() throws {
    let registry = SchemaRegistry()
    try registry.load(
      request: SchemaText.request("@0xdfc3d1e6f4a2b107; struct A { a @0 :B; } struct B {}"))
    #expect(registry.declaration(named: "A")?.schema.name == "A")
    guard case .structure(let a)? = registry.declaration(named: "A") else { return }
    #expect(a.field(named: "a")?.type.description == "B")
  }

  @Test func commentsComeWithARequest() throws {
    let registry = SchemaRegistry()
    try registry.load(
      request: SchemaText.request(
        "@0xdfc3d1e6f4a2b107;\nstruct A {\n  # What it is.\n  a @0 :Int8;\n  # A field.\n}\n"))
    guard case .structure(let a)? = registry.declaration(named: "A") else {
      Issue.record("there is no A")
      return
    }
    #expect(a.documentation == "What it is.\n")
    #expect(a.fields[0].documentation == "A field.\n")
  }

  @Test func anotherVersionIsRefused() throws {
    let registry = SchemaRegistry()
    let first = try SchemaText.request(
      "@0xdfc3d1e6f4a2b107; struct A @0xb1b1b1b1b1b1b1b1 { a @0 :Int8; }")
    let second = try SchemaText.request(
      "@0xdfc3d1e6f4a2b107; struct A @0xb1b1b1b1b1b1b1b1 { a @0 :Int16; }")
    try registry.load(request: first)
    try registry.load(request: first)
    expectError(.invalidArgument) { try registry.load(request: second) }
    #expect(registry.structure(0xb1b1_b1b1_b1b1_b1b1)?.fields[0].type == .int8)
  }

  @Test func aNodeThatMentionsNothingKnownIsRefused() throws {
    let builder = MessageBuilder()
    let request = try builder.initRoot(Schema.CodeGeneratorRequest.self)
    let nodes = try request.initNodes(count: 1)
    nodes[0].id = 1
    let fields = try nodes[0].initStruct().initFields(count: 1)
    try nodes[0].struct.pointerCount = 1
    try fields[0].setName("other")
    fields[0].discriminantValue = Schema.Field.noDiscriminant
    let slot = try fields[0].initSlot()
    try slot.initType().initStruct().typeId = 2
    let error = expectError(.malformed) { try SchemaRegistry().load(request.asReader) }
    #expect(error?.message.contains("0x2") == true)
  }
}
