import CapnProto
import CapnProtoCompiler
import Testing

struct SchemaTextExamples {
  @Test func parsing() throws {
    var lines: [String] = []
    func print(_ line: some CustomStringConvertible) { lines.append(line.description) }

    // snippet: schema-text
    let registry = SchemaRegistry()
    let file = try registry.parse(
      text: """
        @0xc6d1a2b3e4f50718;
        using Units = import "units.capnp";

        struct Sensor {
          name @0 :Text;
          unit @1 :Units.Unit = celsius;
        }
        """,
      named: "sensor.capnp",
      imports: ["units.capnp": "@0x9f8e7d6c5b4a3921; enum Unit { celsius @0; kelvin @1; }"])

    if case .structure(let sensor)? = registry.declaration(named: "Sensor", in: file.id) {
      let message = MessageBuilder()
      try message.initRoot(sensor).set(["name": "roof", "unit": "kelvin"])
      print(try message.root(sensor).asReader.dictionary())
    }
    // end snippet
    #expect(lines.count == 1 && lines[0].contains("kelvin"))
    lines = []

    // snippet: schema-text-diagnostics
    do {
      try registry.parse(
        text: "@0xb1c2d3e4f5061728;\nstruct S { a @0 :Nothing; }", named: "s.capnp")
    } catch {
      print(error)  // s.capnp:2:18: error: Not defined: Nothing
      for fault in error.diagnostics { print("\(fault.file) \(fault.line) \(fault.column)") }
    }
    // end snippet
    #expect(lines == ["s.capnp:2:18: error: Not defined: Nothing", "s.capnp 2 18"])
  }

  @Test func compiling() throws {
    // snippet: schema-compiler
    let files = ["a.capnp": "@0xa9b8c7d6e5f40312; struct S { a @0 :Int32; }"]
    let schemas = try SchemaCompiler(imports: files, FileSchemaSource.standard)
      .compile(["a.capnp"])
    let bytes = schemas.requestBytes()  // what a code generator reads from its standard input
    // end snippet
    #expect(try SchemaRegistry().load(request: bytes) == ())

    let request = try schemas.request
    // snippet: schema-printer
    let text = try SchemaPrinter(nodes: request.nodes).text
    // end snippet
    #expect(text.contains("a @0 :Int32;"))
  }
}
