import CapnProto
import Foundation
import Testing

/// Text that is made to take much time, much memory, or the stack.
@Suite(.timeLimit(.minutes(20))) struct JSONHostileTests {
  private static let million = 1_000_000

  private var ignoring: JSONCodec {
    var codec = JSONCodec()
    codec.unknownFields = .ignore
    return codec
  }

  private static func flood(_ piece: String, in frame: (String, String) = ("", "")) -> String {
    frame.0 + String(repeating: piece, count: million / piece.utf8.count) + frame.1
  }

  /// Nearly a megabyte each; the name is what an error shows.
  static let floods: [String] = [
    flood("["), flood("{\"a\":"), flood("{\"next\":"), flood("[{\"a\":"), flood("\""), flood("-"),
    flood("\\u", in: ("\"", "\"")), flood(" "), flood("1e999999999,", in: ("[", "]")),
    flood("\\ud83d", in: ("{\"text\":\"", "\"}")), flood("{},"), flood("[],", in: ("[", "1]")),
  ]

  @Test(arguments: floods.indices) func isRefusedSoon(index: Int) throws {
    let text = Array(Self.floods[index].utf8)
    let error = #expect(throws: CapnProtoError.self) {
      try ignoring.decode(text, as: Tree.self)
    }
    #expect((error?.description.utf8.count ?? 0) < 500, "an error repeats the input")
  }

  @Test(arguments: [
    flood("9", in: ("{\"float64\":", "}")), flood("9", in: ("{\"int64\":", "}")),
    flood("9", in: ("{\"float64\":1e", "}")), flood("9", in: ("{\"int64\":\"1e-", "\"}")),
    flood("x", in: ("{\"color\":\"", "\"}")), flood("\\u0041", in: ("{\"float32\":\"", "\"}")),
    flood("x", in: ("{\"", "\":1}")), "{\"float64\":1e999999999}", "{\"int64\":1e999999999}",
  ]) func longValuesAreRefusedWithAShortError(text: String) throws {
    let error = #expect(throws: CapnProtoError.self) {
      try JSONCodec().decode(text, as: Scalars.self)
    }
    #expect((error?.description.utf8.count ?? 0) < 500)
  }

  @Test func longValuesAreRead() throws {
    let text = Self.flood("\\ud83d\\ude00", in: ("{\"text\":\"", "\"}"))
    let root = try JSONCodec().decode(text, as: Pointers.self).root(Pointers.self)
    #expect(try root.text.string == String(repeating: "😀", count: Self.million / 12))
    let small = try JSONCodec().decode("{\"float64\":1e-999999999}", as: Scalars.self)
    #expect(try small.root(Scalars.self).float64 == 0)
  }

  /// The message is larger than the text by no more than a struct is larger than `{}`.
  @Test func elementsTakeMemoryInProportion() throws {
    expectError(.typeMismatch) {
      try JSONCodec().decode(Self.flood("[],", in: ("{\"structs\":[", "[]]}")), as: Lists.self)
    }
    let layout = Scalars._layout
    let size = 8 * (Int(layout.dataWords) + Int(layout.pointers))
    for (field, piece, bytes) in [
      ("structs", "{},", size), ("structs", "null,", size), ("nested", "[],", 8),
      ("voids", "null,", 0), ("texts", "\"\",", 16),
    ] {
      let last = String(piece.dropLast())
      let text = Self.flood(piece, in: ("{\"\(field)\":[", last + "]}"))
      let message = try JSONCodec().decode(text, as: Lists.self)
      let count = Self.million / piece.utf8.count + 1
      #expect(try message.root.totalSize.words * 8 <= count * bytes + 1024, "\(field) \(piece)")
    }
  }

  /// What is as deep as it may be fits the stack of a thread that has little.
  @Test func depthFitsASmallStack() async throws {
    let text =
      String(repeating: "{\"next\":", count: 63) + "{}" + String(repeating: "}", count: 63)
    let again = try await onSmallStack {
      let message = try JSONCodec().decode(text, as: Tree.self)
      return try JSONCodec().encode(message.root(Tree.self))
    }
    #expect(again.utf8.count > text.utf8.count)

    // Each pointer is two levels of the JSON, as there is a group around it.
    let builder = MessageBuilder()
    var tree = try builder.initRoot(Tree.self)
    for _ in 0..<60 { tree = try tree.initBranch().initLeft() }
    let message = try builder.snapshot()
    let code = try await onSmallStack {
      do {
        return try JSONCodec().encode(message.root(Tree.self))
      } catch let error as CapnProtoError {
        return "\(error.code)"
      }
    }
    #expect(code == "\(CapnProtoError.Code.nestingLimit)")
    var codec = JSONCodec()
    codec.nestingLimit = 121
    codec.pretty = true
    _ = try codec.decode(codec.encode(message.root(Tree.self)), as: Tree.self)
  }

  private func onSmallStack(
    _ body: @escaping @Sendable () throws -> String
  ) async throws -> String {
    try await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<String, any Error>, Never>) in
      let thread = Thread { continuation.resume(returning: Result { try body() }) }
      thread.stackSize = 512 << 10
      thread.start()
    }.get()
  }

  @Test(arguments: [
    // Flattens itself.
    "struct A { a @0 :A $Json.flatten(prefix = \"x\"); }",
    // Would have 2^40 fields.
    (0..<40).map {
      "struct \($0 == 0 ? "A" : "A\($0)") { a @0 :A\($0 + 1) $Json.flatten(prefix = \"a\"); "
        + "b @1 :A\($0 + 1) $Json.flatten(prefix = \"b\"); }"
    }.joined(separator: "\n") + "struct A40 { a @0 :Int8; }",
    // Has two fields of one name.
    "struct A { a @0 :Int8; b @1 :Int8 $Json.name(\"a\"); }",
  ]) func schemasThatGoTooFarAreRefused(text: String) throws {
    let registry = SchemaRegistry()
    try registry.load(
      request: SchemaText.request(
        "@0xdfc3d1e6f4a2b108; using Json = import \"/capnp/compat/json.capnp\";\n" + text))
    guard case .structure(let schema)? = registry.declaration(named: "A") else {
      Issue.record("no A")
      return
    }
    expectError(.unsupported) { try JSONCodec().decode("{}", as: schema) }
    expectError(.unsupported) { try JSONCodec().encode(MessageBuilder().initRoot(schema).asReader) }
  }
}
