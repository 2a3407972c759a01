import CapnProto
import Foundation
import Testing

/// JSON that means no good.
@Suite struct JSONSyntaxTests {
  private var ignoring: JSONCodec {
    var codec = JSONCodec()
    codec.unknownFields = .ignore
    return codec
  }

  @Test(arguments: [
    ("", "line 1, column 1"), ("  ", "line 1, column 3"), ("{", "line 1, column 2"),
    ("{\"a\"", "line 1, column 5"), ("{\"a\":", "line 1, column 6"),
    ("{\"a\":1", "line 1, column 7"), ("{\"a\":1,}", "line 1, column 8"),
    ("{\"a\":[1,]}", "line 1, column 9"), ("{a:1}", "line 1, column 2"),
    ("{\n  \"é\": 1\n  \"b\": 2}", "line 3, column 3"), ("{} {}", "line 1, column 4"),
    ("{\"a\":01}", "line 1, column 6"), ("{\"a\":1.}", "line 1, column 6"),
    ("{\"a\":.5}", "line 1, column 6"), ("{\"a\":+1}", "line 1, column 6"),
    ("{\"a\":1e}", "line 1, column 6"), ("{\"a\":-}", "line 1, column 6"),
    ("{\"a\":NaN}", "line 1, column 6"), ("{\"a\":tru}", "line 1, column 6"),
    ("{\"a\":'b'}", "line 1, column 6"), ("{\"a\":\"\t\"}", "line 1, column 7"),
    ("{\"a\":\"\\x\"}", "line 1, column 7"), ("{\"a\":\"\\u12g4\"}", "line 1, column 7"),
    ("{\"a\":\"x\\ud800\"}", "line 1, column 8"), ("{\"a\":\"\\udc00\"}", "line 1, column 7"),
    ("{\"a\":\"\\ud800\\u0041\"}", "line 1, column 7"),
    ("{\"a\":\"\\ud800\\ud800\"}", "line 1, column 7"), ("{\"a\":\"", "line 1, column 7"),
    ("{\"a\":1}}", "line 1, column 8"), ("{\"a\":1]", "line 1, column 7"),
    ("{\"a\":1,\"b\":2,\"a\":3}", "line 1, column 15"),
    ("{\"a\":1,\"\\u0061\":3}", "line 1, column 9"), ("/**/{}", "line 1, column 1"),
    ("\u{feff}{}", "line 1, column 1"), ("{\"a\":{\"x\":0,\"x\":0}}", "line 1, column 14"),
  ]) func refusesWhatIsNoJSON(text: String, position: String) throws {
    let error = expectError(.malformed) { try ignoring.decode(text, as: Scalars.self) }
    #expect(
      error?.message.hasPrefix("the JSON is malformed at \(position): ") == true
        || error?.message.hasPrefix("\(position): ") == true, "\(text) \(error?.message ?? "")")
  }

  @Test(
    arguments: [
      [0x80], [0xc0, 0x80], [0xc3], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf8, 0x80, 0x80, 0x80], [0xe2, 0x82], [0xff],
    ] as [[UInt8]]) func refusesWhatIsNoUTF8(bytes: [UInt8]) throws
  {
    let text = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)
    let error = expectError(.malformed) { try ignoring.decode(text, as: Scalars.self) }
    #expect(error?.message.contains("line 1, column 7: the bytes of a string are not") == true)
  }

  @Test func refusesDepth() throws {
    func nested(_ depth: Int) -> String {
      "{\"a\":" + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    _ = try ignoring.decode(nested(64), as: Scalars.self)
    expectError(.malformed) { try ignoring.decode(nested(65), as: Scalars.self) }
    expectError(.malformed) {
      try ignoring.decode(String(repeating: "[", count: 1_000_000), as: Scalars.self)
    }
    let deep = String(repeating: "{\"next\":", count: 63) + "{}" + String(repeating: "}", count: 63)
    let message = try JSONCodec().decode(deep, as: Tree.self)
    #expect(
      try JSONCodec().decode(JSONCodec().encode(message.root(Tree.self)), as: Tree.self)
        .root(Tree.self).hasNext)
  }

  @Test func findsTheSameKeyAmongMany() throws {
    let many = (0..<1000).map { "\"k\($0)\":0" }.joined(separator: ",")
    _ = try ignoring.decode("{\(many)}", as: Scalars.self)
    expectError(.malformed) { try ignoring.decode("{\(many),\"k500\":1}", as: Scalars.self) }
    expectError(.malformed) { try ignoring.decode("{\(many),\"\\u006b7\":1}", as: Scalars.self) }
  }

  /// Keys are compared by their bytes: one that looks the same is another one.
  @Test func keepsKeysApartThatLookTheSame() throws {
    _ = try ignoring.decode("{\"\u{e9}\":1,\"e\u{301}\":2}", as: Scalars.self)
  }

  /// Every cut and every changed byte gives a value or an error.
  @Test func survivesDamage() throws {
    let whole = Array(
      #"{"before":7,"many":[{"some":"a\u00e9b"},{"point":{"x":1.5,"y":"NaN"}},{"number":-3}]}"#.utf8
    )
    var random = SplitMix(state: PeerRun.seed)
    for cut in 0..<whole.count {
      expectError(.malformed) {
        try JSONCodec().decode(whole[..<cut], as: UnnamedUnion.self)
      }
    }
    var read = 0
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] =
          Array("{}[]\",:\\u0eE+-.tfn 19\u{80}".utf8).randomElement(using: &random) ?? 0
      }
      do {
        let message = try JSONCodec().decode(bytes, as: UnnamedUnion.self)
        _ = try JSONCodec().encode(message.root(UnnamedUnion.self))
        read += 1
      } catch {
        // Refused, which is as good.
      }
    }
    #expect(read > 0)
  }

  /// Twice the text takes no more than a few times as long.
  @Test func takesLinearTime() throws {
    func time(_ count: Int, _ element: String, _ field: String) throws -> Duration {
      let text =
        "{\"\(field)\":[" + Array(repeating: element, count: count).joined(separator: ",") + "]}"
      let bytes = Array(text.utf8)
      return try ContinuousClock().measure { _ = try ignoring.decode(bytes, as: Lists.self) }
    }
    for (element, field) in [
      ("1", "int32s"), ("[[]]", "unknown"), ("\"\\ud83d\\ude00\"", "texts"), ("{\"a\":1}", "small"),
    ] {
      let small = try time(2000, element, field)
      let large = try time(32000, element, field)
      #expect(large < small * 160 + .milliseconds(500), "\(field): \(small), \(large)")
    }
  }
}
