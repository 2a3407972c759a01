internal import CapnProto
internal import CapnProtoCompiler
internal import Foundation
internal import Stowage

/// `stow inspect`: says what is in a file.
struct InspectCommand: Command {
  static let syntax = Syntax(
    name: "inspect",
    summary: "Say what is in a file: its type, its fields and their sizes.",
    discussion: """
      Says of each object in <file> what it is, what wrote it, and what its parts take. A file of
      Stowage, in any of its four formats, says itself what it holds. A message that another program
      wrote, packed or not, is shown by the schema that is given, by the struct of NuPIC's that is
      named, or by the one that is found out by trial; where several fit, all are named.

      Nothing is built, and the file may be larger than the memory, in any format. Sizes are those of the unpacked
      message. Of what lies in lists, each field is counted over all elements.
      """,
    examples: [
      ("stow inspect model.stow", "What is in a model."),
      ("stow inspect --type SpatialPooler pooler.bin", "A file that NuPIC wrote."),
      (
        "stow inspect --schema station.capnp --type Station readings.bin",
        "A message of your own schema."
      ),
      ("stow inspect --json model.stow", "The same, for programs."),
      ("stow inspect --schema-text model.stow > model.capnp", "The schema, to read it elsewhere."),
    ],
    exitCodes: [
      (0, "The file was read."), (1, "It is damaged, or no such file as this program knows."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [Operand("<file>", completion: .files)],
    options: [
      Option("--json", help: "Write JSON, for programs."),
      Option("--depth", value: "<n>", help: "Show <n> levels of fields; 3 is the default."),
      Option(
        "--largest", value: "<n>", help: "Name the <n> largest parts; 5 is the default, 0 is none."),
      Option("--schema-text", help: "Write nothing but the schema, in the schema language."),
    ] + ContentSource.options)

  private let path: String
  private let source: ContentSource
  private let depth: Int
  private let largest: Int
  private let isJSON: Bool
  private let writesSchema: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    path = invocation.operand(0) ?? ""
    source = try ContentSource(invocation, "inspect")
    depth = try invocation.number("--depth", in: 0...1000, "inspect") ?? 3
    largest = try invocation.number("--largest", in: 0...1000, "inspect") ?? 5
    isJSON = invocation.has("--json")
    writesSchema = invocation.has("--schema-text")
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    let file = try InputFile(path, console)
    var reports: [InspectReport] = []
    var count = 0
    try source.forEach(file, console) { object in
      count += 1
      if writesSchema { return try writeSchema(object, console) }
      let outline = try object.outline(
        progress: object.progress(console, file, areSteps: true))
      let report = try InspectReport(
        object, outline?.tree, outline?.misfits ?? [], depth: depth, largest: largest)
      if isJSON {
        reports.append(report)
      } else {
        try console.write(
          (count > 1 ? "\n" : "") + InspectText(report, object, file: file.name).text)
      }
    }
    guard isJSON else { return }
    try console.write(JSONText.of(InspectFile(path: path, objects: reports)))
  }

  private func writeSchema(_ object: FileObject, _ console: Console) throws {
    guard let printer = try object.schemaPrinter(source) else {
      throw StowFailure.failed(
        "\(path): the file has no schema with it, and its type is not known: give --type")
    }
    try console.write(printer.text)
  }
}
