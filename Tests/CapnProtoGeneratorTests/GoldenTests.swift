import Foundation
import Testing

@testable import CapnProtoGenerator

/// The generated text, whole, for a small schema of each kind.
///
/// After a wanted change run the tests with `CAPNPROTO_UPDATE_GOLDENS=1` and look at the
/// difference.
@Suite struct GoldenTests {
  static let names = [
    "access", "annotations", "defaults", "generics", "pointers", "scalars", "unions", "values",
  ]

  @Test(arguments: names)
  func matches(name: String) throws {
    let folder = "Tests/CapnProtoGeneratorTests/Goldens/"
    let schema = try SchemaFolder([
      "\(name).capnp": Repository.text(folder + "\(name).capnp")
    ])
    let file = try #require(try schema.generate(["\(name).capnp"]).first)
    #expect(file.path == "\(name).capnp.swift")

    let golden = Repository.root.appending(path: folder + file.path)
    if ProcessInfo.processInfo.environment["CAPNPROTO_UPDATE_GOLDENS"] == "1" {
      try Data(file.contents.utf8).write(to: golden)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    let difference = zip(lines(file.contents), lines(expected)).first { $0 != $1 }
    #expect(difference == nil, "differs first in this line; the golden has the second")
    #expect(lines(file.contents).count == lines(expected).count)
  }

  @Test func everySchemaHasATest() throws {
    let folder = Repository.root.appending(path: "Tests/CapnProtoGeneratorTests/Goldens")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(
      files.sorted() == Self.names.flatMap { ["\($0).capnp", "\($0).capnp.swift"] }.sorted())
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
