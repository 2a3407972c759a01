import Foundation
import Stowage
import Testing

@Suite struct CodableSchemaTests {
  /// Expects a value to come back from every format, by the schema of its type.
  private func check<T: Codable & Equatable>(
    _ value: T, _ schema: CodableSchema, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for format in Format.allCases {
      let bytes = try CapnProtoEncoder(format: format).encode(value, schema: schema)
      let back = try CapnProtoDecoder().decode(T.self, from: bytes, schema: schema)
      #expect(back == value, "\(format)", sourceLocation: sourceLocation)
    }
  }

  @Test func theTextIsWhatAPersonWouldWrite() throws {
    struct Order: Codable {
      var id: Int
      var customer: String
      var paid: Bool?
      var lines: [Line]
      var notes: [String: String]

      enum CodingKeys: String, CodingKey {
        case id
        case customer = "customer_name"
        case paid
        case lines
        case notes
      }

      struct Line: Codable {
        var article: String
        var price: Float
        var gift: String?
      }
    }
    let schema = try CodableSchema(of: Order.self, named: "shop.Order")
    let text = schema.text.replacing(#/@0x[0-9a-f]+/#, with: "@0x1")
    #expect(
      text == """
        @0x1;
        # shop.Order, as Stowage writes it. Made for a Codable type of Swift.

        struct Order @0x1 {
          id @0 :Int64;
          customerName @1 :Text;
          # In Swift: customer_name
          paid @2 :OptionalBool;
          lines @3 :List(Line);
          notes @4 :List(TextToText);
        }

        struct OptionalBool @0x1 {
          # Something that may be missing.
          union {
            none @0 :Void;
            some @1 :Bool;
          }
        }

        struct Line @0x1 {
          article @0 :Text;
          price @1 :Float32;
          gift @2 :Text;
          # Null where there is none.
        }

        struct TextToText @0x1 {
          key @0 :Text;
          value @1 :Text;
        }

        """)
    #expect(Set(schema.text.matches(of: #/@0x[0-9a-f]+/#).map { $0.output }).count == 5)
    #expect(try CodableSchema(of: Order.self, named: "shop.Order").text == schema.text)
    #expect(try CodableSchema(of: Order.self).root.id != schema.root.id)
  }

  @Test func everyKindOfFieldComesBack() throws {
    let schema = try CodableSchema(of: Everything.self, named: "test.Everything")
    try check(Everything(), schema)
    var other = Everything()
    (other.maybeNumber, other.maybeFlag, other.maybeText, other.maybeList) = (nil, false, nil, nil)
    (other.maybeInner, other.twice) = (Everything.Inner(snakeCase: 1, size: 0), .some(.some(3)))
    (other.link, other.id, other.shapes) = (nil, nil, [])
    try check(other, schema)
    other.twice = .none
    try check(other, schema)
  }

  @Test func otherRootsAreBoxed() throws {
    try check([1, 2, 3], CodableSchema(of: [Int].self, named: "test.Numbers"))
    try check("x", CodableSchema(of: String.self, named: "test.Text"))
    try check(["a": [1.5]], CodableSchema(of: [String: [Double]].self, named: "test.Table"))
    try check(nil as Int?, CodableSchema(of: Int?.self, named: "test.Maybe"))
    try check(5 as Int?, CodableSchema(of: Int?.self, named: "test.Maybe"))
    try check(Everything.Color.red, CodableSchema(of: Everything.Color.self, named: "test.Color"))
    try check(
      Everything.Figure.circle(radius: 1),
      CodableSchema(of: Everything.Figure.self, named: "test.Figure"))
    try check(Sections(), CodableSchema(of: Sections.self, named: "test.Sections"))
    try check(UUID(), CodableSchema(of: UUID.self, named: "test.UUID"))
    try check(Decimal(-1.25), CodableSchema(of: Decimal.self, named: "test.Decimal"))
  }

  @Test func anExampleHelpsWhereNothingCanBeMadeUp() throws {
    let error = #expect(throws: StowageError.self) { try CodableSchema(of: Guarded.self) }
    #expect(error?.message.contains("example") == true)
    let value = Guarded(code: "sesame seed")
    let schema = try CodableSchema(of: [value], named: "test.Guarded")
    try check([value], schema)
    let everything = try CodableSchema(of: Everything(), named: "test.Everything")
    #expect(
      try everything.text == CodableSchema(of: Everything.self, named: "test.Everything").text)
  }

  @Test func theToolLaysTheTextOutAsWeDo() throws {
    let samples = [
      try CodableSchema(of: Everything.self, named: "test.Everything"),
      try CodableSchema(of: [Everything.Figure].self, named: "test.Figures"),
      try CodableSchema(of: Sections.self, named: "test.Sections"),
    ]
    for schema in samples {
      let registry = SchemaRegistry()
      try registry.load(request: SchemaPeer.compile(schema.text))
      var waiting = [schema.root]
      var seen: Set<UInt64> = []
      while let ours = waiting.popLast() {
        guard seen.insert(ours.id).inserted else { continue }
        let theirs = try #require(registry.structure(ours.id))
        #expect(ours.layout == theirs.layout, "\(ours.name)")
        #expect(ours.discriminantOffset == theirs.discriminantOffset)
        #expect(ours.discriminantCount == theirs.discriminantCount)
        #expect(ours.fields.map(\.name) == theirs.fields.map(\.name))
        #expect(ours.fields.map(\.offset) == theirs.fields.map(\.offset), "\(ours.name)")
        #expect(ours.fields.map(\.discriminant) == theirs.fields.map(\.discriminant))
        #expect(ours.fields.map(\.ordinal) == theirs.fields.map(\.ordinal))
        #expect(ours.fields.map { "\($0.type)" } == theirs.fields.map { "\($0.type)" })
        for field in ours.fields {
          var type = field.type
          while case .list(let element) = type { type = element }
          if case .structure(let inner) = type { waiting.append(inner) }
        }
      }
      #expect(seen.count > 1)
    }
  }

  @Test func theToolReadsWhatWeWrite() throws {
    let schema = try CodableSchema(of: Everything.self, named: "test.Everything")
    for (format, encoding) in [(Format.binary, "binary"), (.packed, "packed")] {
      let bytes = try CapnProtoEncoder(format: format).encode(Everything(), schema: schema)
      let json = try SchemaPeer.json(bytes, encoding, schema.text, schema.root.name)
      try expectEverything(JSONDecoder().decode(Value.self, from: json))
    }
  }

  /// What the `capnp` tool says of the sample.
  private func expectEverything(_ json: Value) throws {
    #expect(json["flag"] == true)
    #expect(json["tiny"] == -128)
    #expect(json["huge"] == "18446744073709551615")
    #expect(json["count"] == "-9223372036854775808")
    #expect(json["text"] == "grün")
    #expect(json["bytes"] == [0, 255])
    #expect(json["date"]?.double == 0.5)
    #expect(json["wide"] == "-170141183460469231731687303715884105728")
    #expect(json["maybeNumber"] == ["some": "5"])
    #expect(json["maybeFlag"] == nil)
    #expect(json["maybeText"] == "")
    #expect(json["inner"]?["snakeCase"] == "7")
    #expect(json["inner"]?["grE"] == ["some": 2])
    #expect(json["inner"]?["urlString"] == "u")
    #expect(json["holes"]?[0] == ["some": "a"])
    #expect(json["numberHoles"]?[0] == ["some": "1"])
    #expect(json["deep"] == [[[1], []], []])
    #expect(json["set"] == ["1", "3"])
    #expect(json["table"]?[0]?["key"] == "a")
    #expect(json["table"]?[0]?["value"] == "2")
    #expect(json["numbered"]?[0]?["key"] == "-1")
    #expect(json["color"] == "green")
    #expect(json["shapes"]?[1] == ["circle": ["radius": 2]])
    #expect(json["shapes"]?[2]?["pair"]?["field1"]?["named"]?["field0"] == "n")
    #expect(json["tree"]?["children"]?[0]?["value"] == "2")
  }

  @Test(.enabled(if: SchemaPeer.hasPycapnp, "pycapnp is not there: see Tests/Interop/setup"))
  func pycapnpReadsAPackedMessageWithTheTextThatWePrint() throws {
    let schema = try CodableSchema(of: Everything.self, named: "test.Everything")
    let bytes = try CapnProtoEncoder().encode(Everything(), schema: schema)
    let json = try JSONDecoder().decode(
      Value.self, from: SchemaPeer.pycapnp(bytes, schema.text, schema.root.name))
    #expect(json["count"] == .int(.min))
    #expect(json["huge"] == .uint(.max))
    #expect(json["text"] == "grün")
    #expect(json["bytes"] == "00ff")
    #expect(json["maybeFlag"] == .null)
    #expect(json["maybeNumber"] == ["some": 5])
    #expect(json["table"]?[1]?["key"] == "b")
    #expect(json["table"]?[1]?["value"] == 1)
    #expect(json["flags"] == [true, false, true])
    #expect(json["holes"] == [["some": "a"], ["none": nil], ["some": ""]])
    #expect(json["shapes"]?[0]?["point"] == .null)
    #expect(json["tree"]?["children"]?[0]?["value"] == 2)
  }

  @Test func whatDoesNotFitTheSchemaIsAnError() throws {
    struct Loose: Codable {
      var extra: Bool
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(1, forKey: .a)
        if extra { try container.encode(2, forKey: .b) }
      }
      enum Keys: CodingKey { case a, b }
      init(extra: Bool) { self.extra = extra }
      init(from decoder: any Decoder) throws {
        _ = try decoder.container(keyedBy: Keys.self).decode(Int.self, forKey: .a)
        extra = false
      }
    }
    let schema = try CodableSchema(of: Loose.self, named: "test.Loose")
    #expect(try !CapnProtoEncoder().encode(Loose(extra: false), schema: schema).isEmpty)
    let error = #expect(throws: EncodingError.self) {
      try CapnProtoEncoder().encode(Loose(extra: true), schema: schema)
    }
    guard case .invalidValue(_, let context) = error else { return }
    #expect(context.debugDescription.contains("no field for b"))
    #expect(throws: EncodingError.self) { try CapnProtoEncoder().encode("text", schema: schema) }
  }

  @Test func damagedMessagesAreErrorsOrValues() throws {
    let schema = try CodableSchema(of: Everything.self, named: "test.Everything")
    let bytes = try CapnProtoEncoder(format: .binary).encode(Everything(), schema: schema)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      // Whether it is still a message is not said; that nothing worse happens is.
      _ = try? CapnProtoDecoder().decode(Everything.self, from: damaged, schema: schema)
    }
    #expect(throws: DecodingError.self) {
      try CapnProtoDecoder().decode(Everything.self, from: bytes.prefix(100), schema: schema)
    }
  }

  @Test func manyElementsWithoutContentAreRefused() throws {
    let schema = try CodableSchema(of: [Everything.Nothing].self, named: "test.Nothings")
    // A list of 2^28 structs without content, which takes no more than its tag.
    let words: [UInt64] = [
      2 << 32, 1 << 48, 1 | 7 << 32, 1 << 30,
    ]
    let bytes = words.reduce(into: Data()) { data, word in
      unsafe withUnsafeBytes(of: word.littleEndian) { unsafe data.append(contentsOf: $0) }
    }
    #expect(throws: DecodingError.self) {
      try CapnProtoDecoder().decode([Everything.Nothing].self, from: bytes, schema: schema)
    }
  }
}
