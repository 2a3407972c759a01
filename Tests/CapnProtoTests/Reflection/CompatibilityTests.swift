import CapnProto
import Testing

struct CompatibilityTests {
  private func check(_ old: String, _ new: String) throws -> SchemaCompatibility {
    func load(_ body: String) throws -> StructSchema {
      let registry = SchemaRegistry()
      let text = "@0xdfc3d1e6f4a2b107;\nstruct A { \(body) }\nstruct N { n @0 :Int32; s @1 :Text; }"
      try registry.load(request: SchemaText.request(text))
      guard case .structure(let schema)? = registry.declaration(named: "A") else {
        throw CapnProtoError(.malformed, "no A")
      }
      return schema
    }
    return SchemaCompatibility(old: try load(old), new: try load(new))
  }

  @Test(arguments: [
    ("a @0 :Int8;", "a @0 :Int8; b @1 :Text;"),
    ("a @0 :Int8;", "renamed @0 :Int8;"),
    ("a @0 :List(Int32);", "a @0 :List(N);"),
    ("a @0 :Text;", "g :group { a @0 :Text; }"),
    ("a @0 :N; b @1 :List(A);", "a @0 :N; b @1 :List(A); c @2 :A;"),
  ])
  func bothDirections(old: String, new: String) throws {
    let result = try check(old, new)
    #expect(result.isFull, "\(result)")
  }

  @Test func aPointerThatIsOpenedReadsTheOldOnes() throws {
    let result = try check("a @0 :N;", "a @0 :AnyPointer;")
    #expect(result.newReadingOld.isEmpty)
    #expect(result.oldReadingNew.map(\.path) == ["A.a"])
  }

  @Test func aFieldThatBecameAMemberOfAUnionIsReadByTheNewOnly() throws {
    let result = try check("a @0 :Int8;", "union { a @0 :Int8; b @1 :Int16; }")
    #expect(result.newReadingOld.isEmpty, "\(result)")
    #expect(result.oldReadingNew.map(\.path) == ["A.a"])
  }

  @Test(arguments: [
    ("a @0 :Int8;", "a @0 :UInt8;", "A.a"),
    ("a @0 :Int8 = 1;", "a @0 :Int8 = 2;", "A.a"),
    ("a @0 :Int8; b @1 :Int16;", "b @0 :Int16; a @1 :Int8;", "A.b"),
    ("a @0 :List(Bool);", "a @0 :List(N);", "A.a"),
    ("a @0 :Text = \"x\";", "a @0 :Text;", "A.a"),
    (
      "a @0 :N; b @1 :M; struct M { m @0 :Int32; }",
      "a @0 :N; b @1 :M; struct M { m @0 :Float32; }", "A.b.m"
    ),
  ])
  func neitherDirection(old: String, new: String, path: String) throws {
    let result = try check(old, new)
    #expect(result.newReadingOld.first?.path == path)
    #expect(!result.oldReadingNew.isEmpty)
  }
}
