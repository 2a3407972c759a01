import CapnProto
import Foundation
import Testing

/// Messages of text and JSON that are built in files instead of memory.
@Suite(.timeLimit(.minutes(20))) struct SpooledDecodingTests {
  /// With no memory at all, everything is in files.
  private func json(_ text: [UInt8], _ schema: StructSchema) throws -> Message {
    try JSONCodec().decode(
      spooling: Data(text), as: schema, builder: MessageBuilder(spooledAbove: 0), memoryBytes: 0)
  }

  private func text(_ text: [UInt8], _ schema: StructSchema) throws -> Message {
    try TextCodec().decode(
      spooling: Data(text), as: schema, builder: MessageBuilder(spooledAbove: 0), memoryBytes: 0)
  }

  private func segments(_ message: Message) -> [[UInt8]] {
    unsafe message.withSegments { segments in unsafe segments.map { unsafe Array($0) } }
  }

  /// The message, or the error.
  private func outcome(_ body: () throws -> Message) throws -> String {
    do {
      return "\(segments(try body()))"
    } catch let error as CapnProtoError {
      return "\(error)"
    }
  }

  @Test(arguments: PeerRoot.all) func areTheSameAsInMemory(root: PeerRoot) throws {
    let schema = try root.schema
    var generator = SplitMix(state: 17)
    let marks = Array("()[]{},:.=-\"\\#x0129aeinf \n\u{FF}".utf8)
    for seed: UInt64 in 0..<2 {
      let builder = MessageBuilder()
      _ = try root.fill(builder, from: nil, by: PeerHand(seed: seed))
      let value = try builder.snapshot().root(schema)
      let ours = try TextCodec().encodeBytes(value)
      let json = (try? JSONCodec().encode(value)).map { Array($0.utf8) }
      // Whole, and with a byte that is another one.
      for change in 0..<5 {
        func changed(_ bytes: [UInt8]) -> [UInt8] {
          guard change > 0, !bytes.isEmpty else { return bytes }
          var bytes = bytes
          let mark = marks.randomElement(using: &generator) ?? 0
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = mark
          return bytes
        }
        let bytes = changed(ours)
        #expect(
          try outcome { try text(bytes, schema) }
            == outcome { try TextCodec().decode(bytes, as: schema) }, PeerRun.repeatIt)
        guard let json = json.map(changed) else { continue }
        #expect(
          try outcome { try self.json(json, schema) }
            == outcome { try JSONCodec().decode(json, as: schema) }, PeerRun.repeatIt)
      }
    }
  }

  /// So many that the files have to grow, more than once.
  @Test func filesGrow() throws {
    let count = 200_000
    let numbers = Array(repeating: "7", count: count).joined(separator: ",")
    let schema = try Lists.structSchema
    for message in [
      try json(Array("{\"uint64s\":[\(numbers)]}".utf8), schema),
      try text(Array("(uint64s = [\(numbers)])".utf8), schema),
    ] {
      let list = try message.root(Lists.self).uint64s
      #expect(list.count == count && list.allSatisfy { $0 == 7 })
      message.releasePages()
      #expect(list.count == count && list.allSatisfy { $0 == 7 })
    }
  }

  @Test func bracketsGrow() throws {
    let count = 200_000
    let lists = Array(repeating: "[]", count: count).joined(separator: ",")
    let schema = try Lists.structSchema
    for message in [
      try json(Array("{\"nested\":[\(lists)]}".utf8), schema),
      try text(Array("(nested = [\(lists)])".utf8), schema),
    ] {
      #expect(try message.root(Lists.self).nested.count == count)
    }
  }

  @Test func longValuesAreRead() throws {
    let schema = try Pointers.structSchema
    let plain = String(repeating: "plain", count: 100_000)
    let escaped = String(repeating: "é\n", count: 100_000)
    let bytes = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
    let value = MessageBuilder()
    let root = try value.initRoot(Pointers.self)
    for text in [plain, escaped] {
      try root.setText(text)
      try root.setData(bytes)
      let reader = try value.snapshot().root(schema)
      let encoded = try JSONCodec().encode(reader)
      for message in [
        try json(Array(encoded.utf8), schema),
        try json(Array(encoded.replacing("plain", with: "p\\u006Cain").utf8), schema),
        try self.text(TextCodec().encodeBytes(reader), schema),
      ] {
        let pointers = try message.root(Pointers.self)
        #expect(try pointers.text.string == text)
        #expect(try Data(pointers.data) == bytes)
      }
    }
  }

  @Test func oneOfManyKeysTwice() throws {
    var codec = JSONCodec()
    codec.unknownFields = .ignore
    let schema = try Scalars.structSchema
    func object(_ keys: [String]) -> Data {
      Data("{\(keys.map { "\"\($0)\":1" }.joined(separator: ","))}".utf8)
    }
    let keys = (0..<5000).map { "key\($0)" }
    _ = try codec.decode(spooling: object(keys), as: schema, memoryBytes: 0)
    // The first that is there again is named, however it is written.
    for again in ["key17", "key\\u00317"] {
      let twice = object(keys + [again, "key5", again])
      let error = #expect(throws: CapnProtoError.self) {
        try codec.decode(spooling: twice, as: schema, memoryBytes: 0)
      }
      #expect(error?.message.contains("\"key17\" is there twice") == true, "\(error as Any)")
    }
  }

  @Test func tellsHowFarItIs() throws {
    let space = String(repeating: " ", count: 1000)
    let numbers = Array(repeating: "7", count: 3000).joined(separator: ",\(space)")
    for (bytes, isJSON) in [
      (Data("{\"uint64s\":[\(numbers)]}".utf8), true),
      (Data("(uint64s = [\(numbers)])".utf8), false),
    ] {
      var steps: [Int] = []
      let schema = try Lists.structSchema
      if isJSON {
        _ = try JSONCodec().decode(spooling: bytes, as: schema) { steps.append($0) }
      } else {
        _ = try TextCodec().decode(spooling: bytes, as: schema) { steps.append($0) }
      }
      #expect(steps.reduce(0, +) == bytes.count)
      #expect(steps.count >= 4 && steps.allSatisfy { $0 >= 0 && $0 <= 1 << 21 })
    }
  }

  @Test func aMessageOutlivesItsBuilder() throws {
    let builder = MessageBuilder(spooledAbove: 1000, segmentWords: 64)
    try builder.initRoot(Pointers.self).setText(String(repeating: "a", count: 10_000))
    let first = try builder.takeMessage(options: .trusted)
    try builder.initRoot(Pointers.self).setText("b")
    let second = try builder.takeMessage(options: .trusted)
    #expect(try first.root(Pointers.self).text.utf8Count == 10_000)
    #expect(try second.root(Pointers.self).text == "b")
    // A builder that is used again gives its files back, and begins with zeros.
    for _ in 0..<3 {
      try builder.initRoot(Pointers.self).setText(String(repeating: "c", count: 100_000))
      builder.reset()
      #expect(try builder.root(Pointers.self).asReader.text.isEmpty)
      builder.reset()
    }
  }
}
