import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// Text goes into a registry by one call.
struct RegistryParsingTests {
  private static let id = "@0xd5b3a4f1c2e6a7b9;\n"
  private static let other = "@0xd5b3a4f1c2e6a7ba;\nstruct T { b @0 :Int32; }\n"

  @Test func takesTextFromMemory() throws {
    let registry = SchemaRegistry()
    let file = try registry.parse(
      text: Self.id + "using B = import \"b.capnp\"; struct S { a @0 :B.T; } # A struct.\n",
      named: "in/a.capnp", imports: ["in/b.capnp": Self.other, "unused.capnp": "wrong"])
    #expect(file.id == 0xd5b3_a4f1_c2e6_a7b9)
    #expect(file.nested.map(\.name) == ["S"])
    guard case .structure(let schema)? = registry.declaration(named: "S", in: file.id) else {
      Issue.record("S is not there")
      return
    }
    #expect(schema.documentation == "A struct.\n")
    let root = try MessageBuilder().initRoot(schema)
    try root.set(["a": ["b": 5]])
    #expect(try root.asReader.dictionary() == ["a": ["b": 5]])
  }

  @Test func takesTextFromDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Self.id + "using B = import \"../b.capnp\"; using C = import \"/c.capnp\";\n"
        + "struct S { a @0 :B.T; c @1 :C.C; }", to: "in/a.capnp")
    try folder.write(Self.other, to: "b.capnp")
    try folder.write("@0xd5b3a4f1c2e6a7bb; struct C {}", to: "include/c.capnp")
    let path = folder.url.appending(path: "in/a.capnp").path
    let registry = SchemaRegistry()
    let error = #expect(throws: SchemaDiagnostics.self) { try registry.parse(file: path) }
    #expect(error?.description.hasPrefix("\(path):2:42: error: Import failed: /c.capnp") == true)
    #expect(registry.declarations.isEmpty)
    let include = folder.url.appending(path: "include").path
    #expect(try registry.parse(file: path, imports: [include]).nested.map(\.name) == ["S"])
    // Once more is no harm.
    try registry.parse(file: path, imports: [include])
  }

  @Test func findsTheStandardSchemas() throws {
    try withKnownIssue("Cap'n Proto's headers are not installed") {
      try SchemaRegistry().parse(
        text: Self.id + """
          using Cxx = import "/capnp/c++.capnp";
          using Json = import "/capnp/compat/json.capnp";
          using Schema = import "/capnp/schema.capnp";
          $Cxx.namespace("x");
          struct S { a @0 :Schema.Node $Json.name("b"); }
          interface I { a @0 (b :Data) -> stream; }
          """)
    } when: {
      let path = "/capnp/compat/json.capnp"
      return !FileSchemaSource.standardPaths.contains {
        FileManager.default.fileExists(atPath: $0 + path)
      }
    }
  }

  @Test func readsNoFilesForTextFromMemory() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.other, to: "b.capnp")
    let outside = folder.url.appending(path: "b.capnp").path
    let name = folder.url.appending(path: "a.capnp").path
    for import_ in [
      "import \"b.capnp\"", "import \"\(outside)\"", "import \"/../..\(outside)\"",
      "import \"/capnp/../../..\(outside)\"", "import \"../../../../../../../..\(outside)\"",
    ] {
      #expect(throws: SchemaDiagnostics.self) {
        try SchemaRegistry().parse(text: Self.id + "using B = \(import_);", named: name)
      }
    }
    #expect(FileSchemaSource.standard.contents(ofFile: outside) == nil)
    #expect(FileSchemaSource.standard.contents(ofFile: "/usr/include/../../" + outside) == nil)
    #expect(FileSchemaSource().contents(ofFile: outside) != nil)
  }

  @Test func refusesAnotherVersion() throws {
    let registry = SchemaRegistry()
    try registry.parse(text: Self.other)
    let error = #expect(throws: SchemaDiagnostics.self) {
      try registry.parse(text: Self.other.replacing("Int32", with: "Int64"), named: "x.capnp")
    }
    #expect(error?.description.hasPrefix("x.capnp:1:1: error: ") == true)
    #expect(throws: SchemaDiagnostics.self) { try registry.parse(file: "/nothing.capnp") }
  }
}
