import Foundation
import Testing

@testable import CapnProtoGenerator

@Suite struct DiagnosticTests {
  private func error(_ body: () throws -> Void) throws -> GeneratorError {
    try #require(throws: GeneratorError.self, performing: body)
  }

  @Test func aRequestThatIsNone() throws {
    let error = try error { _ = try Generator(request: Array("not a request, surely".utf8)) }
    #expect(error.code == .malformedRequest)
    #expect(error.message.contains("capnpc-swift compile"))
  }

  @Test func anEmptyRequest() throws {
    let error = try error { _ = try Generator(request: []) }
    #expect(error.code == .malformedRequest)
  }

  @Test func everyTruncatedRequest() throws {
    let folder = try SchemaFolder([
      "a.capnp": "@0xf0e1d2c3b4a59687; struct A { a @0 :Text = \"x\"; }"
    ])
    let request = try folder.request(["a.capnp"])
    for count in stride(from: 0, to: request.count, by: 8) {
      let error = try error {
        _ = try Generator(request: Array(request.prefix(count))).generate()
      }
      #expect(error.code == .malformedRequest)
    }
  }

  @Test(arguments: [
    ("struct A $Swift.name(\"not a name\") {}", "A: $Swift.name(\"not a name\")"),
    ("struct A { b @0 :Int8 $Swift.name(\"\"); }", "A.b: $Swift.name(\"\")"),
    ("enum A { b @0 $Swift.name(\"1\"); }", "A.b: $Swift.name(\"1\")"),
    ("$Swift.namespace(\"A..B\");", "namespace"),
    ("$Swift.module(\"a-b\");", "module"),
  ])
  func namesThatSwiftCannotSpell(schema: String, part: String) throws {
    let error = try error {
      _ = try SchemaFolder.generate("using Swift = import \"/swift.capnp\";\n" + schema)
    }
    #expect(error.code == .unsupported)
    #expect(error.message.contains("test.capnp"))
    #expect(error.message.contains(part))
    #expect(error.message.contains("ASCII letters"))
  }

  @Test func aValueOfAStructThatHasNone() throws {
    let folder = try SchemaFolder([
      "a.capnp": """
      @0xf0e1d2c3b4a59687;
      using Swift = import "/swift.capnp";
      struct A $Swift.values { b @0 :import "b.capnp".B; }
      """,
      "b.capnp": "@0xf0e1d2c3b4a59688; struct B {}",
    ])
    let error = try error { _ = try folder.generate(["a.capnp"]) }
    #expect(error.code == .unsupported)
    #expect(error.message.contains("a.capnp:A"))
    #expect(error.message.contains("b.capnp:B"))
    #expect(error.message.contains("$Swift.values"))
    var options = GeneratorOptions()
    options.values = true
    #expect(try folder.generate(["a.capnp"], options: options)[0].contents.contains("B.Value"))
  }

  @Test func parametersOfAMethodAsAType() throws {
    // The compiler cannot be made to write this, so the request is doctored.
    let folder = try SchemaFolder([
      "a.capnp":
        "@0xf0e1d2c3b4a59687; interface I { f @0 (a :Int8); } struct A { b @0 :B; } struct B {}"
    ])
    var model = try SchemaModel(request: folder.request(["a.capnp"]))
    let detached = try #require(
      model.nodes.values.first { $0.scopeID == 0 && $0.structure != nil })
    let target = try #require(model.nodes.values.first { $0.name == "A" })
    var structure = try #require(target.structure)
    guard case .slot(var slot) = structure.fields[0].kind else {
      Issue.record("a slot was expected")
      return
    }
    slot.type = .structure(detached.id, BrandModel())
    structure.fields[0].kind = .slot(slot)
    model.nodes[target.id]?.kind = .structure(structure)
    let error = try error {
      let options = GeneratorOptions()
      let emitter = try FileEmitter(
        model.files[0], in: model, names: NameTable(model),
        plan: ValuePlan(model, options: options), options: options)
      _ = try emitter.emit()
    }
    #expect(error.code == .unsupported)
    #expect(error.message.contains("named struct"))
  }
}
