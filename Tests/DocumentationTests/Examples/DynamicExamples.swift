import CapnProto
import Testing

struct DynamicExamples {
  @Test func values() throws {
    var lines: [String] = []
    func print(_ line: String) { lines.append(line) }
    func print(_ text: Text.Reader) { lines.append(text.string) }

    // snippet: dynamic-schema
    let registry = SchemaRegistry()
    let schema = try registry.load(Station.self)  // or load(request: bytes)
    for field in schema.fields {
      print("\(field.name) @\(field.ordinal ?? -1) :\(field.type)")
    }
    // end snippet
    #expect(lines.first == "name @0 :Text")
    lines = []

    // snippet: dynamic
    let message = MessageBuilder()
    let station = try message.initRoot(schema)
    try station.set(["name": "Zugspitze", "position": ["latitude": 47.42]])
    try station.set([
      "readings": [["time": 1, "temperature": -12.5], ["time": 2, "fault": "frozen"]]
    ])

    let reader = try Message(message.bytes()).root(schema)
    if case .text(let name) = try reader.get("name") { print(name) }
    let all = try reader.dictionary()  // [String: PlainValue]
    // end snippet
    #expect(lines == ["Zugspitze"])
    #expect(all["name"] == "Zugspitze")
    #expect(try reader.as(Station.self).position.latitude == 47.42)
  }

  @Test func compatibility() throws {
    let before = try SchemaRegistry().load(Station.self)
    let after = try SchemaRegistry().load(PerceptronProto.self)
    var lines: [String] = []
    func print(_ problem: SchemaCompatibility.Problem) { lines.append(problem.description) }

    // snippet: dynamic-compatibility
    let check = SchemaCompatibility(old: before, new: after)
    for problem in check.newReadingOld { print(problem) }
    let isSafe = check.isFull
    // end snippet
    #expect(!isSafe && !lines.isEmpty)
  }
}
