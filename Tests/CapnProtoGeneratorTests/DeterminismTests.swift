import Foundation
import Testing

@testable import CapnProtoGenerator

@Suite struct DeterminismTests {
  private func fixtures() throws -> SchemaFolder {
    let folder = "Tests/Fixtures/schemas/"
    return try SchemaFolder([
      "everything.capnp": Repository.text(folder + "everything.capnp"),
      "imported.capnp": Repository.text(folder + "imported.capnp"),
    ])
  }

  @Test func equalRequestsGiveEqualFiles() throws {
    let request = try fixtures().request(["everything.capnp", "imported.capnp"])
    let first = try Generator(request: request).generate()
    for _ in 0..<5 {
      #expect(try Generator(request: request).generate() == first)
    }
  }

  @Test func theOtherFilesOfARunDoNotMatter() throws {
    let folder = try fixtures()
    let together = try folder.generate(["everything.capnp", "imported.capnp"])
    let reversed = try folder.generate(["imported.capnp", "everything.capnp"])
    let alone = try folder.generate(["everything.capnp"])
    #expect(together == reversed.reversed())
    #expect(together[0] == alone[0])
  }

  @Test func whereTheSchemaLiesDoesNotMatter() throws {
    let schema = "@0xf0e1d2c3b4a59687; struct A { b @0 :B; struct B { c @0 :Text = \"d\"; } }"
    let here = try SchemaFolder(["a.capnp": schema])
    let there = try SchemaFolder(["deep/er/a.capnp": schema])
    try here.run("compile", "--output", "out", "a.capnp")
    try there.run("compile", "--output", "out", "--src-prefix", "deep/er", "deep/er/a.capnp")
    try here.run(
      "compile", "--output", "absolute", "--src-prefix", here.url.path,
      here.url.appending(path: "a.capnp").path)
    let text = try here.read("out/a.capnp.swift")
    #expect(try there.read("out/a.capnp.swift") == text)
    #expect(try here.read("absolute/a.capnp.swift") == text)
  }
}
