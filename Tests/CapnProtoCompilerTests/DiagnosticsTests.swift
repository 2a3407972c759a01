import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// What is wrong is refused, where it is wrong, and nothing else.
struct DiagnosticsTests {
  private static let header = "@0xd5b3a4f1c2e6a7b9;\n"

  @Test(arguments: WrongSchema.all)
  func pointsAtTheFault(_ schema: WrongSchema) throws {
    let text = Self.header + schema.text + "\n"
    let source: [any SchemaSource] = [["a.capnp": text], FileSchemaSource()]
    let ours = Result { () throws(SchemaDiagnostics) in
      try SchemaCompiler(imports: source).compile(["a.capnp"])
    }
    switch ours {
    case .success: #expect(schema.place == nil, "\(schema.text)")
    case .failure(let error):
      #expect(schema.place == error.diagnostics.first?.place, "\(schema.text): \(error)")
      #expect(error.diagnostics.allSatisfy { !$0.message.isEmpty && $0.file == "a.capnp" })
    }
    guard CapnpTool.url != nil else { return }
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.capnp")
    let answer = try CapnpTool.compile("a.capnp", in: folder.url)
    #expect((answer.request == nil) == (schema.place != nil && schema.excuse != "toolonly"))
    if let request = answer.request, case .success(let ours) = ours {
      #expect(try Request(request).nodes == Request(ours.requestBytes()).nodes, "\(schema.text)")
    } else if schema.excuse == "same" {
      #expect(schema.place == answer.place, "\(schema.text): \(answer.errors)")
    }
  }

  @Test func limitsStructs() throws {
    let fields = (0..<65_536).map { "a\($0) @\($0) :Text;" }.joined()
    let files = ["a.capnp": Self.header + "struct S { \(fields) }"]
    let error = #expect(throws: SchemaDiagnostics.self) {
      try SchemaCompiler(imports: files).compile(["a.capnp"])
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "Struct is too big.", "Ordinals cannot be greater than 65534.",
      ])
  }

  @Test func refusesImportsFromOutside() throws {
    let files = [
      "in/a.capnp": Self.header + "using B = import \"../b.capnp\"; struct S { a @0 :B.T; }",
      "in/c.capnp": Self.header + "using B = import \"../../b.capnp\";",
      "in/d.capnp": Self.header + "const a :Text = embed \"../../b.capnp\";",
      "b.capnp": "@0xd5b3a4f1c2e6a7ba; struct T {}",
      "../b.capnp": "@0xd5b3a4f1c2e6a7bb; struct T {}",
    ]
    #expect(try SchemaCompiler(imports: files).compile(["in/a.capnp"]).request.nodes.count == 4)
    for path in ["in/c.capnp", "in/d.capnp"] {
      #expect(throws: SchemaDiagnostics.self) { try SchemaCompiler(imports: files).compile([path]) }
    }
  }

  @Test func findsImportsAsTheToolDoes() throws {
    let text = Self.header + "using B = import \"b.capnp\"; struct S { a @0 :B.T; }"
    let other = ["b.capnp": "using A = import \"a.capnp\"; struct T { a @0 :A.S; }"]
    let error = #expect(throws: SchemaDiagnostics.self) {
      try SchemaCompiler(imports: ["a.capnp": text], other).compile(["a.capnp"])
    }
    #expect(error?.diagnostics.count == 1)
    #expect(
      error?.description.hasPrefix("b.capnp:1:1: error: File does not declare an ID.") == true)
    #expect(throws: SchemaDiagnostics.self) {
      try SchemaCompiler(imports: ["a.capnp": text], ["b.capnp": text]).compile(["a.capnp"])
    }
  }
}

extension SchemaDiagnostic {
  fileprivate var place: String { "\(line):\(column)" }
}

extension CapnpTool.Answer {
  /// The line and the column of the first fault.
  fileprivate var place: String? {
    errors.split(separator: "\n").lazy.compactMap { line -> String? in
      let parts = line.split(separator: ":", maxSplits: 3)
      guard parts.count == 4, parts[0] == "a.capnp" else { return nil }
      return "\(parts[1]):\(parts[2].prefix { $0 != "-" })"
    }.first
  }
}
