import CapnProto
import CapnProtoCompiler
import Foundation
import Testing

/// `stow convert` writes the bytes that `capnp convert` writes.
@Suite(.enabled(if: Programs.capnp != nil, "the capnp tool is not installed"))
struct ConvertDifferentialTests {
  static let roots = [
    "Scalars", "ScalarDefaults", "Pointers", "PointerDefaults", "Lists", "Groups", "NamedUnion",
    "UnnamedUnion", "ScalarUnion", "Tree", "Outer", "Outer.Inner", "Generics",
  ]
  static let formats = ["binary", "packed", "flat", "flat-packed", "canonical", "text", "json"]

  private static let registry: SchemaRegistry? = {
    let files = FileSchemaSource(importPaths: [Repository.schemas])
    let registry = SchemaRegistry()
    let request = try? SchemaCompiler(imports: files).compile([Repository.everything]).request
    guard let request, (try? registry.load(request)) != nil else { return nil }
    return registry
  }()

  private static func capnp(_ formats: String, _ options: [String], _ root: String, _ input: Data)
    throws -> Run
  {
    let words = ["convert", "-I\(Repository.schemas)"] + options
    return try Run.program(
      try #require(Programs.capnp), words + [formats, Repository.everything, root], input: input)
  }

  private static func stow(_ formats: String, _ options: [String], _ root: String, _ input: Data)
    throws -> Run
  {
    let words = ["convert", "-I\(Repository.schemas)"] + options
    return try Run.stow(words + [formats, Repository.everything, root], input: input)
  }

  @Test(arguments: roots, 0..<2)
  func everyPairOfFormats(_ root: String, _ seed: Int) throws {
    let registry = try #require(Self.registry)
    guard case .structure(let schema)? = registry.declaration(named: root) else {
      Issue.record("there is no \(root)")
      return
    }
    var random = RandomMessage(seed: UInt64(seed) &* 7919 &+ UInt64(root.utf8.count))
    let binary = try random.message(schema).bytes()
    for from in Self.formats {
      let input = try Self.capnp("binary:\(from)", [], root, binary)
      try #require(input.code == 0, "\(input.errors)")
      for to in Self.formats {
        let options = seed == 1 ? ["--short"] : []
        let theirs = try Self.capnp("\(from):\(to)", options, root, input.output)
        let ours = try Self.stow("\(from):\(to)", options, root, input.output)
        #expect(ours.errors == "" && ours.code == 0, "\(from):\(to) of \(root)")
        #expect(
          ours.output == theirs.output,
          "\(from):\(to) of \(root):\n\(ours.text)\n-- and not --\n\(theirs.text)\(theirs.errors)")
      }
    }
  }

  @Test(arguments: ["binary", "packed", "text"])
  func severalMessages(_ from: String) throws {
    let schema = try #require(Self.registry?.declaration(named: "Tree"))
    guard case .structure(let tree) = schema else { return }
    var random = RandomMessage(seed: 5)
    var binary = Data()
    for _ in 0..<20 { binary += try random.message(tree).bytes() }
    let input = try Self.capnp("binary:\(from)", [], "Tree", binary).output
    for to in ["binary", "packed", "text", "json"] {
      let theirs = try Self.capnp("\(from):\(to)", [], "Tree", input)
      let ours = try Self.stow("\(from):\(to)", [], "Tree", input)
      #expect(ours.errors == "")
      #expect(ours.output == theirs.output, "\(from):\(to)")
    }
  }

  @Test(arguments: [1, 3, 64, 100_000])
  func segmentsOfAnySize(_ words: Int) throws {
    let schema = try #require(Self.registry?.declaration(named: "Lists"))
    guard case .structure(let lists) = schema else { return }
    var random = RandomMessage(seed: 9)
    let binary = try random.message(lists).bytes()
    for to in ["binary", "packed"] {
      let option = ["--segment-size=\(words)"]
      let theirs = try Self.capnp("binary:\(to)", option, "Lists", binary)
      let ours = try Self.stow("binary:\(to)", option, "Lists", binary)
      #expect(ours.output == theirs.output)
    }
  }

  /// Text to binary to packed to JSON to text is what it was.
  @Test(arguments: roots)
  func aRoundThroughTheFormatsChangesNothing(_ root: String) throws {
    guard case .structure(let schema)? = Self.registry?.declaration(named: root) else {
      Issue.record("there is no \(root)")
      return
    }
    for seed in 0..<5 {
      var random = RandomMessage(seed: UInt64(seed) &* 104_729)
      let binary = try random.message(schema).bytes()
      let text = try Self.stow("binary:text", [], root, binary).output
      var value = text
      for step in ["text:binary", "binary:packed", "packed:json", "json:text"] {
        let run = try Self.stow(step, [], root, value)
        #expect(run.errors == "" && run.code == 0, "\(step)")
        value = run.output
      }
      #expect(value == text)
    }
  }
}
