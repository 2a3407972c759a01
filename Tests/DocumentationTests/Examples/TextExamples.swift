import CapnProto
import Testing

struct TextExamples {
  struct Unfinished: Error {
    var text: [UInt8]
  }

  @Test func bothWays() throws {
    // snippet: text
    let codec = TextCodec()
    let message = try codec.decode(
      """
      ( name = "Zugspitze",
        readings = [  # Two of many.
          (time = 1, temperature = -12.5),
          (time = 2, fault = "frozen") ] )
      """, as: Station.self)
    let station = try message.root(Station.self)
    let text = try codec.encode(station)
    // end snippet
    #expect(text.hasPrefix("( name = \"Zugspitze\",\n"))
    #expect(try station.readings.count == 2)

    let builder = try MessageBuilder().initRoot(Station.self)
    // snippet: text-into
    try codec.decode("(position = (latitude = 47.42))", into: builder)
    // end snippet
    #expect(builder.position.latitude == 47.42)
  }

  @Test func exactFloats() throws {
    // snippet: text-exact
    var codec = TextCodec(pretty: false)
    codec.exactFloats = true
    // end snippet
    let value = DynamicValue.float32(Float(1000).nextUp)
    #expect(try codec.encode(value, type: .float32) == "1000.00006")
    #expect(try TextCodec().encode(value, type: .float32) == "1000.0001")
  }

  @Test func texts() throws {
    let codec = TextCodec()
    let schema = try Station.structSchema
    let utf8 = Array("(name = \"a\")\n(name = \"b\")\n".utf8)
    var names: [String] = []
    // snippet: text-next
    var position = 0
    let builder = MessageBuilder()
    while let end = try codec.decodeNext(utf8, from: position, into: builder.initRoot(schema)) {
      names.append(try builder.root(Station.self).name.asReader.string)
      builder.reset()
      position = end
    }
    // end snippet
    #expect(names == ["a", "b"])
  }

  @Test func streams() async throws {
    let codec = TextCodec()
    var names: [String] = []
    let pieces = AsyncStream<[UInt8]> { continuation in
      for piece in ["(name = ", "\"a\")(name", " = \"b\")\n"] {
        continuation.yield(Array(piece.utf8))
      }
      continuation.finish()
    }
    // snippet: text-stream
    var splitter = ValueSplitter()
    for try await piece in pieces {
      splitter.append(piece)
      while let text = try splitter.next() {
        names.append(try codec.decode(text, as: Station.self).root(Station.self).name.string)
      }
    }
    if let rest = splitter.finish() { throw Unfinished(text: rest) }
    // end snippet
    #expect(names == ["a", "b"])
  }
}
