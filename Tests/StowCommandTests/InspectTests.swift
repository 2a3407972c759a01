import CapnProto
import CapnProtoCompiler
import Foundation
import Reductions
import Testing

@testable import StowCommand

/// `stow inspect` says what is in a file.
struct InspectTests {
  private func report(_ arguments: [String], input: Data = Data()) throws -> [InspectReport] {
    let run = try Run.stow(["inspect", "--json"] + arguments, input: input)
    #expect(run.code == 0, "\(arguments): \(run.errors)")
    return try JSONDecoder().decode(InspectFile.self, from: run.output).objects
  }

  @Test(arguments: Fixtures.nupic) func typeOfAMessageIsFoundByTrial(
    _ fixture: (path: String, type: String)
  ) throws {
    let path = Fixtures.nupic(fixture.path)
    let report = try #require(try report([path, "--depth", "100"]).first)
    #expect(report.type == fixture.type)
    #expect(report.schema?.origin == "told by trial")
    #expect(report.format == (path.contains("packed") ? "message, packed" : "message"))
    // What was named is the same as what was found.
    let name = String(fixture.type.dropLast(5))
    for type in [name, fixture.type, name.lowercased()] {
      let named = try #require(try self.report([path, "--type", type, "--depth", "100"]).first)
      #expect(named.schema?.origin == "given")
      #expect(named.content?.bytes == report.content?.bytes)
    }
    // Every byte of the message is in some field, or in none.
    #expect((report.content?.bytes ?? 0) + (report.unusedBytes ?? 0) == report.messageBytes)
  }

  @Test(arguments: Fixtures.goldens) func everyFileOfStowage(_ path: String) throws {
    let report = try #require(try report([path, "--depth", "100"]).first)
    let format = URL(filePath: path).pathExtension
    #expect(report.format == format)
    #expect(report.formatVersion == 1)
    #expect(report.writer == "stowage 0.1.0")
    #expect(report.bytes == (try Data(contentsOf: URL(filePath: path)).count))
    #expect(report.parts?.last.map { $0.offset + $0.bytes } == report.bytes)
    let run = try Run.stow(["inspect", path])
    #expect(run.code == 0 && run.text.contains("Stowage \(format)"))
    if report.format == "packed" || report.format == "binary" {
      #expect((report.content?.bytes ?? 0) > 0)
      #expect((report.checksums?.count ?? 0) > 0)
    }
  }

  @Test func fieldsHaveNamesSizesAndValues() throws {
    let path = Fixtures.nupic("sp_cpp_global/sp.bin")
    let content = try #require(try report([path]).first?.content)
    func field(_ name: String) -> InspectReport.Field? {
      content.fields?.first { $0.name == name }
    }
    #expect(field("numColumns")?.value == "128")
    #expect(field("numInputs")?.value == "256")
    #expect(field("boostFactors")?.elements == 128)
    #expect(field("boostFactors")?.bytes == 512)
    #expect(field("columnDimensions")?.value == "[128]")
    let text = try Run.stow(["inspect", path, "--largest", "1"]).text
    #expect(text.contains("permanences.rows[].values  "))
    #expect(!text.contains("potentialPools.indices[]"))
    #expect(try !Run.stow(["inspect", path, "--largest", "0"]).text.contains("largest"))
    #expect(try !Run.stow(["inspect", path, "--depth", "0"]).text.contains("numColumns"))
  }

  @Test func tensorsAndTablesHaveTheirNames() throws {
    let content = try #require(try report([Fixtures.golden("containers.binary")]).first?.content)
    #expect(content.fields?.isEmpty == false)
    let tensors = try Run.stow(["inspect", Fixtures.golden("tensors.packed")]).text
    #expect(tensors.contains("tensor of float16") && tensors.contains("[3 × 4]"))
  }

  @Test func messagesOfYourOwnSchema() throws {
    let folder = try TemporaryFolder()
    let text = """
      @0xd2c4a1b3e5f60718;
      struct Big { numbers @0 :List(UInt64); name @1 :Text; rows @2 :List(Row); }
      struct Row { x @0 :Float64; tags @1 :List(Text); }
      """
    let schema = try folder.file("big.capnp", Data(text.utf8)).path
    let value =
      "(numbers = [1, 2, 3], name = \"n\", rows = [(x = 1, tags = [\"a\", \"bb\"]), (x = 2)])"
    let message = try Run.stow(
      ["convert", "text:packed", schema, "Big"], input: Data(value.utf8)
    ).output
    // From standard input, two of them one behind the other.
    let reports = try report(
      ["-", "--schema", schema, "--type", "Big"], input: message + message)
    #expect(reports.map(\.offset) == [0, message.count])
    let rows = reports[1].content?.fields?.first { $0.name == "rows" }
    #expect(rows?.elements == 2)
    #expect(rows?.fields?.first?.fields?.first { $0.name == "tags" }?.elements == 2)
    // Without a schema nothing has a name, and it says so.
    let bare = try report(["-"], input: message)
    #expect(bare[0].type == nil)
    #expect(bare[0].notes.contains { $0.contains("0 words of data and 3 pointers") })
    #expect(bare[0].content?.bytes == reports[0].content?.bytes)
  }

  /// A message that may be several things is called neither of them.
  @Test func whatCannotBeToldIsSaid() throws {
    let builder = MessageBuilder()
    _ = try builder.root.initialize(
      AnyStruct.self, layout: StructLayout(dataWords: 1, pointers: 3))
    let report = try report(["-"], input: builder.bytes())[0]
    let good = (report.candidates ?? []).filter(\.fits)
    #expect(good.count != 1 || report.type == good[0].type + "Proto")
    if good.count > 1 {
      #expect(report.type == nil)
      #expect(report.notes.contains { $0.contains("may be any of") })
    }
    #expect((report.candidates ?? []).allSatisfy { !$0.reason.isEmpty })
  }

  @Test(arguments: [
    "golden/0.1.0/object.packed", "golden/0.1.0/tensors.binary", "golden-htm/0.1.0/pooler.packed",
    "golden-htm/0.1.0/pooler.json", "nupic/tm_cpp_basic/tm.bin",
  ])
  func schemaTextCompiles(_ path: String) throws {
    let file = Repository.root.appending(path: "Tests/Fixtures/" + path).path
    let run = try Run.stow(["inspect", "--schema-text", file])
    #expect(run.code == 0, "\(run.errors)")
    let compiled = try SchemaCompiler(imports: ["a.capnp": run.text]).compile(["a.capnp"])
    #expect(try compiled.request.nodes.count > 1)
  }

  @Test func whatIsNoFile() throws {
    let folder = try TemporaryFolder()
    for (path, message) in [
      ("/", "this is a folder"), ("no/such.file", "No such file"),
    ] {
      let run = try Run.stow(["inspect", path])
      #expect(run.code == 2 && run.errors.contains(message), "\(run.errors)")
    }
    let empty = try Run.stow(["inspect", folder.file("empty").path])
    #expect(empty.code == 1 && empty.errors.contains("empty"))
    let noise = try folder.file("noise", Data("no message at all, but text".utf8))
    let run = try Run.stow(["inspect", noise.path])
    #expect(run.code == 1 && run.errors.contains("neither a file of Stowage nor a message"))
  }

  @Test(arguments: [
    (Data([0x1f, 0x8b, 8, 0, 1, 2, 3]), "gunzip"), (Data("PK\u{3}\u{4}abc".utf8), "unzip"),
    (Data([0x89]) + Data("HDF\r\n\u{1a}\n".utf8), "HDF5"),
    (Data([0x80, 2]) + Data("]q\u{1}.".utf8), "a Python pickle"),
    (Data(#"{"a": 1}"#.utf8), "JSON without the header"), (Data("some text".utf8), "but text"),
  ])
  func whatOthersMadeIsNamed(_ bytes: Data, _ name: String) throws {
    let run = try Run.stow(["inspect", "-"], input: bytes)
    #expect(run.code == 1 && run.errors.contains(name), "\(run.errors)")
  }

  @Test func modelsOfReductionmlAreNamed() throws {
    let workspace = try Workspace(config: Configuration(entryReduction: .coin()))
    for model in try [workspace.serialize(), Data(workspace.serializeToJSON().utf8)] {
      let run = try Run.stow(["verify", "-"], input: model)
      #expect(run.code == 1 && run.errors.contains("stow import-model"), "\(run.errors)")
    }
  }

  /// Names and texts of a file cannot steer a terminal.
  @Test func controlCharactersAreNotPrinted() throws {
    let folder = try TemporaryFolder()
    let schema = try folder.file(
      "a.capnp", Data("@0xd2c4a1b3e5f60718; struct S { t @0 :Text; }".utf8))
    let message = try Run.stow(
      ["convert", "json:binary", schema.path, "S"],
      input: Data("{\"t\": \"\\u001b[31mred\\u0007\"}".utf8)
    ).output
    let run = try Run.stow(
      ["inspect", "-", "--schema", schema.path, "--type", "S"], input: message)
    #expect(run.code == 0 && !run.text.contains("\u{1B}") && !run.text.contains("\u{7}"))
    #expect(run.text.contains("\\u{1b}[31mred"))
  }
}
