import CapnProto
import Testing

struct JSONExamples {
  @Test func bothWays() throws {
    // snippet: json
    let codec = JSONCodec()
    let message = try codec.decode(
      #"{"name": "Zugspitze", "readings": [{"time": 1, "wind": {"speed": 31}}]}"#,
      as: Station.self)
    let station = try message.root(Station.self)
    let text = try codec.encode(station)
    // {"name":"Zugspitze","position":{"latitude":0,"longitude":0},"readings":[…
    // end snippet
    #expect(
      text == #"{"name":"Zugspitze","position":{"latitude":0,"longitude":0},"readings":"#
        + #"[{"time":"1","quality":"good","wind":{"speed":31,"direction":0}}]}"#)

    let builder = try MessageBuilder().initRoot(Station.self)
    // snippet: json-into
    try codec.decode(#"{"position": {"latitude": 47.42}}"#, into: builder)
    // end snippet
    #expect(builder.position.latitude == 47.42)
  }

  @Test func options() throws {
    let station = try MessageBuilder().initRoot(Station.self)
    try station.setName("Zugspitze")
    // snippet: json-options
    var codec = JSONCodec()
    codec.dataEncoding = .hex  // .base64 unless told; .array is what libcapnp writes
    codec.largeIntegers = .number  // strings unless told, as JavaScript would round numbers
    codec.unknownFields = .ignore  // for JSON from a newer schema
    codec.omitsDefaults = true
    codec.pretty = true
    // end snippet
    #expect(try codec.encode(station.asReader) == #"{"name": "Zugspitze"}"#)
    #expect(
      try codec.decode(#"{"newer": 1}"#, as: Station.self).root(Station.self).hasName == false)
  }

  @Test func errors() throws {
    var lines: [String] = []
    func print(_ error: CapnProtoError) { lines = [error.path ?? "", error.message] }
    let text = #"{"readings": [{"time": "yesterday"}]}"#
    // snippet: json-errors
    do {
      _ = try JSONCodec().decode(text, as: Station.self)
    } catch {
      print(error)  // Station.readings[0].time, and: line 1, column 25: the string "yesterday" …
    }
    // end snippet
    #expect(lines.first == "Station.readings[0].time")
    #expect(lines.last?.hasPrefix("line 1, column 25: the string \"yesterday\" ") == true)
  }
}
