internal import Foundation
internal import Stowage

/// `stow audit`: lists the types that loading a file would make.
struct AuditCommand: Command {
  static let syntax = Syntax(
    name: "audit",
    summary: "List the types that loading a file would make.",
    discussion: """
      Lists every type that the objects in <file> name, how many there are of it, and whether this
      program has it registered, without making any of them. What is not registered is never made,
      whatever a file says.
      """,
    examples: [
      ("stow audit model.stow", "The types in a model."),
      ("stow audit --json model.stow", "The same, for programs."),
    ],
    exitCodes: [
      (0, "Every type is registered."),
      (1, "A type is not, or the file is damaged or no file of Stowage."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [Operand("<file>", completion: .files)],
    options: [Option("--json", help: "Write JSON, for programs.")])

  private struct Report: Codable {
    struct NamedType: Codable {
      let name: String
      let count: Int
      let structID: String?
      let isRegistered: Bool
    }

    let offset: Int
    let writer: String
    let types: [NamedType]
  }

  private let path: String
  private let isJSON: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    path = invocation.operand(0) ?? ""
    isJSON = invocation.has("--json")
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    let file = try InputFile(path, console)
    guard !file.bytes.isEmpty else { throw .failed("\(file.name): the file is empty") }
    var reports: [Report] = []
    var offset = 0
    while offset < file.bytes.count {
      do {
        let found = try audit(file.bytes.dropFirst(offset))
        reports.append(
          Report(
            offset: offset, writer: found.writer,
            types: found.types.map {
              Report.NamedType(
                name: $0.name, count: $0.count,
                structID: $0.structID == 0 ? nil : InspectReport.id($0.structID),
                isRegistered: $0.isRegistered)
            }))
        offset += max(found.byteCount, 1)
      } catch {
        let place = offset == 0 ? "" : ", at byte \(offset)"
        throw .failed("\(file.name)\(place): \(error)")
      }
    }
    let types = reports.flatMap(\.types)
    if types.contains(where: { !$0.isRegistered }) { console.code = 1 }
    if isJSON { return try console.write(JSONText.of(reports)) }
    guard !types.isEmpty else {
      return try console.write(
        "\(file.name): no types: nothing but values, or a type without a name\n")
    }
    var rows = [["type", "count", "struct", ""]]
    rows += types.map {
      [
        ScalarText.plain($0.name), "\($0.count)", $0.structID ?? "-",
        $0.isRegistered ? "registered" : "not registered",
      ]
    }
    try console.write(Table.lines(rows, right: [1]).joined(separator: "\n") + "\n")
  }
}
