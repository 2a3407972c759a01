import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// Text from anybody gives nodes or diagnostics, soon, and never more than that.
@Suite(.timeLimit(.minutes(20))) struct HostileTextTests {
  static let id = "@0xd5b3a4f1c2e6a7b9;\n"

  /// Compiles on a thread with the small stack that Apple's systems give to threads.
  private func compile(
    _ files: [String: String], _ path: String = "a.capnp"
  ) async throws -> Result<CompiledSchemas, SchemaDiagnostics> {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          returning: Result { () throws(SchemaDiagnostics) in
            try SchemaCompiler(imports: files).compile([path])
          })
      }
      thread.stackSize = 512 << 10
      thread.start()
    }
  }

  private func diagnostics(_ text: String) async throws -> [SchemaDiagnostic] {
    switch try await compile(["a.capnp": Self.id + text]) {
    case .success: []
    case .failure(let error): error.diagnostics
    }
  }

  @Test func limitsNesting() async throws {
    let count = 200_000
    let open = String(repeating: "(", count: count)
    #expect(try await !diagnostics("const a :Int32 = \(open)").isEmpty)
    #expect(
      try await !diagnostics(
        "const a :Int32 = \(open)1\(String(repeating: ")", count: count));"
      ).isEmpty)
    let brackets = String(repeating: "[", count: count)
    #expect(try await !diagnostics("const a :Int32 = \(brackets)").isEmpty)
    let structs = String(repeating: "struct A {", count: count)
    #expect(try await !diagnostics(structs).isEmpty)
    let groups = String(repeating: "a :group {", count: count)
    #expect(try await !diagnostics("struct S {" + groups).isEmpty)
  }

  @Test func readsLongPathsWithoutRecursion() async throws {
    let path = String(repeating: ".A", count: 200_000)
    #expect(try await diagnostics("struct S { a @0 :S\(path); }").count == 1)
    #expect(try await !diagnostics("const a :Int32 = \(path);").isEmpty)
    let calls = String(repeating: "()", count: 200_000)
    #expect(try await !diagnostics("struct S { a @0 :S\(calls); }").isEmpty)
  }

  @Test func limitsTheSizeOfBindings() async throws {
    var text = "struct M(A, B) { using P = M(A, A); a @0 :A; }\nusing T0 = Text;\n"
    for index in 1...25 { text += "using T\(index) = M(T\(index - 1), T\(index - 1));\n" }
    #expect(try await !diagnostics(text + "struct S { a @0 :T25; }").isEmpty)
    var shared = "struct M(A, B) { using P = M(A, A); a @0 :A; }\nusing T0 = Text;\n"
    for index in 1...40 { shared += "using T\(index) = M(M(T\(index - 1), Text).P, Text).P;\n" }
    #expect(try await !diagnostics(shared + "struct S { a @0 :T40; }").isEmpty)
    let chain = String(repeating: ".P", count: 10_000)
    let deep = "struct M(A) { using P = M(M(A)); a @0 :A; }\nstruct S { a @0 :M(Text)\(chain); }"
    #expect(try await !diagnostics(deep).isEmpty)
  }

  @Test func refusesCircles() async throws {
    #expect(try await !diagnostics("using A = B; using B = A; struct S { a @0 :A; }").isEmpty)
    #expect(try await !diagnostics("using A = .A; struct S { a @0 :A; }").isEmpty)
    #expect(try await !diagnostics("const a :Int32 = .b; const b :Int32 = .a;").isEmpty)
    #expect(
      try await !diagnostics("struct S { a @0 :Int32 = .c; } const c :Int32 = .c;").isEmpty)
    #expect(
      try await !diagnostics("struct S { a @0 :S = (b = 1); b @1 :Int32 = .d.e; }").isEmpty)
    #expect(
      try await !diagnostics("struct S { a @0 :Int32 = .c; } const c :S = (a = 1);").isEmpty)
    var aliases = "using A0 = Text;\n"
    for index in 1...20_000 { aliases += "using A\(index) = List(A\(index - 1));\n" }
    #expect(try await !diagnostics(aliases + "struct S { a @0 :A20000; }").isEmpty)
  }

  @Test func limitsTheSizeOfValues() async throws {
    var text = "const c0 :List(List(Int32)) = [[1, 2, 3, 4], [5, 6, 7, 8]];\n"
    text += "struct S { a @0 :List(S); b @1 :UInt64; }\nconst d0 :S = (b = 1);\n"
    for index in 1...40 {
      let old = ".d\(index - 1)"
      text += "const d\(index) :S = (a = [\(old), \(old), \(old), \(old)]);\n"
    }
    #expect(try await !diagnostics(text).isEmpty)
  }

  @Test func checksOrdinals() async throws {
    #expect(try await diagnostics("struct S { a @0 :Text; b @2 :Text; }").count == 1)
    #expect(try await diagnostics("struct S { a @0 :Text; b @0 :Text; }").count == 1)
    #expect(try await diagnostics("enum E { a @1; b @18446744073709551615; }").count >= 1)
    #expect(try await diagnostics("struct S { a @99999999999999999999999 :Text; }").count >= 1)
    #expect(try await diagnostics("interface I { a @3 (); }").count == 1)
  }

  @Test func checksLiterals() async throws {
    for text in [
      "const a :Text = \"abc", "const a :Text = \"\\q\";", "const a :Data = 0x\"1\";",
      "const a :Data = 0x\"", "const a :Int8 = 128;", "const a :Int8 = -129;",
      "const a :UInt64 = 18446744073709551616;", "const a :Int64 = -9223372036854775809;",
      "const a :Int32 = 1.5;", "const a :Text = embed \"nothing\";", "const a :Int32 = \"x\";",
      "const a :Int32 = 09;", "const a :UInt8 = -1;", "using X = import \"nothing\";",
    ] {
      #expect(try await !diagnostics(text).isEmpty, "\(text)")
    }
  }

  @Test func readsCyclicImports() async throws {
    let files = [
      "a.capnp": Self.id + "using B = import \"b.capnp\"; struct S { b @0 :B.T; }",
      "b.capnp": "@0xd5b3a4f1c2e6a7ba; using A = import \"a.capnp\"; struct T { a @0 :A.S; }",
    ]
    let result = try await compile(files).get()
    #expect(try result.request.nodes.count == 4)
  }

  @Test func saysWhere() throws {
    let error = #expect(throws: SchemaDiagnostics.self) {
      try SchemaCompiler(imports: ["a.capnp": Self.id + "struct S {\n  a @0 :Nothing;\n  b 1;\n}"])
        .compile(["a.capnp"])
    }
    #expect(
      error?.description == """
        a.capnp:3:9: error: Not defined: Nothing
        a.capnp:4:5: error: Parse error: expected ':'.
        """)
    #expect(throws: SchemaDiagnostics.self) {
      try SchemaCompiler(imports: FileSchemaSource()).compile(["/dev/zero"])
    }
  }
}
