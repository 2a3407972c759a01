import CapnProto
import Testing

/// Annotations of a schema, read at run time with their types.
@Suite struct AnnotationTests {
  @Test func annotationsOfEachType() throws {
    #expect(try EverythingCapnp.schema.annotation(onFile)?.string == "the file")
    #expect(try Color.schema.annotation(onEnum)?.int32 == 7)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "red") == 0.7)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "blue") == 0.45)
    #expect(try Groups.schema.annotation(onStruct).map { Array($0) } == [1, 2, 3])
    #expect(try Groups.schema.annotation(onField, ofMember: "before") == .green)
    #expect(try NamedUnion.schema.annotation(onUnion, ofMember: "value") == true)
    let bytes = try Groups.schema.annotation(onGroup, ofMember: "first")
    #expect(bytes.map { Array($0) } == Array("bytes".utf8))
    #expect(try Calculator.schema.annotation(onInterface) == VoidValue())
    #expect(try Calculator.schema.annotation(onMethod, ofMember: "add") == -1)
  }

  @Test(arguments: [
    (Color.schema, nil, "enum"), (Color.schema, "red", "enumerant"),
    (Groups.schema, nil, "struct"), (Groups.schema, "before", "field"),
    (Groups.schema, "first", "group"), (NamedUnion.schema, "value", "union"),
    (Calculator.schema, nil, "interface"), (Calculator.schema, "add", "method"),
    (EverythingCapnp.schema, nil, "file"),
  ])
  func oneAnnotationOnEverything(node: SchemaNode, member: String?, value: String) throws {
    #expect(try node.annotation(onAnything, ofMember: member)?.string == value)
  }

  @Test func absentAnnotationIsNil() throws {
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "green") == nil)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "no such member") == nil)
    #expect(try Scalars.schema.annotation(onStruct) == nil)
    #expect(try Scalars.schema.annotation(onInterface) == nil)
  }

  @Test func nestedAnnotationsHaveKeysOfTheirOwn() throws {
    #expect(try Outer.schema.annotation(Outer.note, ofMember: "noted")?.string == "on a field")
  }

  @Test func schemaDescribesStruct() throws {
    let node = Scalars.schema.reader
    #expect(node.id == Scalars.schema.id && Scalars.schema.name == "Scalars")
    guard case .struct(let description) = node.which else {
      Issue.record("not a struct")
      return
    }
    #expect(description.dataWordCount == Scalars._layout.dataWords)
    #expect(description.pointerCount == Scalars._layout.pointers)
    #expect(try description.fields.map { try $0.name.string }.contains("float64"))
    #expect(Scalars.schema.dependencies.contains(Color.schema))
  }
}
