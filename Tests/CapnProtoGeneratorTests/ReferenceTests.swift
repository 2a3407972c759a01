import Testing

@testable import CapnProtoGenerator

/// How generated code refers to types that it did not declare beside the reference.
@Suite struct ReferenceTests {
  @Test func aTypeOfAnotherModuleIsImportedAndSelected() throws {
    let folder = try SchemaFolder([
      "a.capnp": """
      @0xf0e1d2c3b4a59687;
      struct A { b @0 :import "b.capnp".Box(Text); }
      """,
      "b.capnp": """
      @0xf0e1d2c3b4a59688;
      using Swift = import "/swift.capnp";
      $Swift.module("Boxes");
      $Swift.namespace("Shapes");
      struct Box(T) { item @0 :T; }
      """,
    ])
    let text = try folder.generate(["a.capnp"])[0].contents
    #expect(text.contains("public import Boxes\n"))
    #expect(text.contains("Boxes::Shapes.Box<CapnProto::Text>.Reader"))
    var options = GeneratorOptions()
    options.module = "Boxes"
    let inside = try folder.generate(["a.capnp"], options: options)[0].contents
    #expect(!inside.contains("import Boxes"))
    #expect(inside.contains(": Shapes.Box<CapnProto::Text>.Reader"))
  }

  @Test func aHiddenTypeIsReachedByAnAlias() throws {
    let text = try SchemaFolder.generate(
      """
      struct Box(T) { item @0 :T; }
      struct User {
        struct Box { number @0 :Int8; }
        mine @0 :Box;
        theirs @1 : .Box(Text);
      }
      """)
    #expect(text.contains("var mine: User.Box.Reader"))
    #expect(text.contains("var theirs: _Capnp_Box_"))
    #expect(text.contains("<T: CapnProto::PointerType> = Box<T>\n"))
  }

  @Test func schemasOfSchemasComeFromTheRuntime() throws {
    let text = try SchemaFolder.generate(
      "struct A { node @0 :import \"/capnp/schema.capnp\".Node; }")
    #expect(text.contains("CapnProto::Schema.Node.Reader"))
    #expect(text.contains("CapnProto::Schema.Node.schema"))
  }

  @Test func parametersAreTakenApartFromThoseAround() throws {
    let text = try SchemaFolder.generate(
      "struct A(T, Reader) { struct B(T) { a @0 :T; b @1 :Reader; } }")
    #expect(text.contains("enum A<T: CapnProto::PointerType, Reader_: CapnProto::PointerType>"))
    #expect(text.contains("enum B<T_: CapnProto::PointerType>"))
    #expect(text.contains("var b: Reader_.Reader"))
  }
}
