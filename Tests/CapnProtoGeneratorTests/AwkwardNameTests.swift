import AwkwardNames
import CapnProto
import Testing

/// That the names compile is shown by the target AwkwardNames; here some of them are used.
@Suite struct AwkwardNameTests {
  @Test func fieldsAreReachedByTheirNames() throws {
    let fields = try MessageBuilder().initRoot(Derived.self)
    try fields.setName_("name")
    try fields.setHasName_("hasName")
    try fields.setWhich("which")
    #expect(fields.hasName_)
    #expect(try fields.asReader.hasName == "hasName")
    #expect(try fields.asReader.which_ == "which")
    #expect(fields.tag == .any)
  }

  @Test func valuesKeepTheirNames() throws {
    var value = Derived.Value()
    value.name = "a"
    value.hasName = "b"
    value.which = .hasAny("c")
    let builder = MessageBuilder()
    try builder.setRoot(value)
    #expect(try Message(builder.bytes()).root(as: Derived.Value.self) == value)
  }

  @Test func typesWithTheNamesOfStandardTypes() throws {
    let types = try MessageBuilder().initRoot(AwkwardNames.Swift.self)
    #expect(!types.hasOwn)
    #expect(AwkwardNames.CapnProto.schema.name == "CapnProto")
  }
}
