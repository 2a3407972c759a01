import CapnProto
import Testing

@Suite struct SchemaAnnotationTests {
  @Test func onAFile() throws {
    #expect(try EverythingCapnp.schema.annotation(onFile)?.string == "the file")
    #expect(try EverythingCapnp.schema.annotation(onAnything)?.string == "file")
  }

  @Test func onAStruct() throws {
    #expect(try Groups.schema.annotation(onStruct).map(Array.init) == [1, 2, 3])
    #expect(try Groups.schema.annotation(onAnything)?.string == "struct")
    #expect(try Scalars.schema.annotation(onStruct) == nil)
  }

  @Test func onAnEnumerationAndItsValues() throws {
    #expect(try Color.schema.annotation(onEnum)?.int32 == 7)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "red") == 0.7)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "blue") == 0.45)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "green") == nil)
    #expect(try Color.schema.annotation(onEnumerant, ofMember: "no such") == nil)
  }

  @Test func onFieldsGroupsAndUnions() throws {
    #expect(try Groups.schema.annotation(onField, ofMember: "before") == .green)
    #expect(
      try Groups.schema.annotation(onGroup, ofMember: "first").map(Array.init)
        == Array("bytes".utf8))
    #expect(try NamedUnion.schema.annotation(onUnion, ofMember: "value") == true)
    #expect(try Outer.schema.annotation(Outer.note, ofMember: "noted")?.string == "on a field")
  }

  @Test func onInterfacesAndMethods() throws {
    #expect(try Calculator.schema.annotation(onInterface) == VoidValue())
    #expect(try ScientificCalculator.schema.annotation(onInterface) == nil)
    #expect(try Calculator.schema.annotation(onMethod, ofMember: "add") == -1)
  }

  @Test func onConstantsParametersAndAnnotations() throws {
    let all = EverythingCapnp.schema.dependencies
    let color = try #require(all.first { $0.name == "constColor" })
    #expect(try color.annotation(onConst) == 9)
    let anything = try #require(all.first { $0.name == "onAnything" })
    #expect(try anything.annotation(onAnnotation) == -12)
    let parameters = try #require(
      Calculator.schema.dependencies.first { $0.name == "add$Params" })
    #expect(try parameters.annotation(onParam, ofMember: "left")?.string == "left")
  }

  @Test func aKeyOfAnotherTypeReadsAsItsDefault() throws {
    #expect(try EverythingCapnp.schema.annotation(AnnotationKey<Int32>(id: onFile.id)) == 0)
    #expect(try Groups.schema.annotation(AnnotationKey<Text>(id: onStruct.id))?.string == "")
  }
}
