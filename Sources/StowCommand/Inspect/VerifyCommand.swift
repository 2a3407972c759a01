internal import CapnProto
internal import Foundation
internal import Stowage

/// `stow verify`: says whether files are as they were written.
struct VerifyCommand: Command {
  static let syntax = Syntax(
    name: "verify",
    summary: "Say whether files are whole, and where they are damaged.",
    discussion: """
      Goes over every byte of each <file>: compares it with the checksums in it, and follows every
      pointer of its messages by their schemas, within the limits that protect from hostile files.
      Objects of up to 64 MB whose types are registered are built as well, to find out whether their
      values make sense. A message without anything around it has no checksums, so only its
      structure can be checked.

      Says of each file what was checked, or where it is damaged; the others are checked all the same.
      The files may be larger than the memory, in any format.
      """,
    examples: [
      ("stow verify model.stow", "Whether a model is whole."),
      ("stow verify backups/*.stow || echo damaged", "Many, in a script."),
      ("stow verify --type SpatialPooler pooler.bin", "A file that NuPIC wrote."),
    ],
    exitCodes: [
      (0, "All files are good."), (1, "A file is damaged."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [Operand("<file>", isRepeated: true, completion: .files)],
    options: [Option("-q", "--quiet", help: "Say nothing of files that are good.")]
      + ContentSource.options)

  private static let builtBytes = 64 << 20

  private let paths: [String]
  private let source: ContentSource
  private let isQuiet: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    paths = invocation.operands
    source = try ContentSource(invocation, "verify")
    isQuiet = invocation.has("--quiet")
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    var missing = false
    for path in paths {
      do throws(StowFailure) {
        let file = try InputFile(path, console)
        console.progress.begin(file.bytes.count)
        let found = try verify(file, console)
        if !isQuiet { try console.write("\(path): good: \(found)\n") }
      } catch {
        // What the failure says begins with the name of the file.
        console.report("stow verify", error.message)
        if error.code == 2 { missing = true } else { console.code = 1 }
      }
    }
    if missing { console.code = 2 }
  }

  private func verify(_ file: InputFile, _ console: Console) throws(StowFailure) -> String {
    var findings: [String] = []
    try source.forEach(file, console) { object in findings.append(try verify(object, file, console))
    }
    guard findings.count > 1 else { return findings.first ?? "" }
    let kinds = Dictionary(grouping: findings, by: \.self)
    return "\(findings.count) objects: "
      + kinds.sorted { $0.key < $1.key }.map { "\($0.value.count) × \($0.key)" }
      .joined(separator: "; ")
  }

  private func verify(
    _ object: FileObject, _ file: InputFile, _ console: Console
  ) throws -> String {
    var checked: [String] = []
    if case .stowed(let stowed) = object.form {
      try stowed.verify(progress: object.progress(console, file))
      checked.append("checksums")
      if let graph = object.graph {
        for index in 0..<graph.storages.count { _ = try graph.storages.storage(index) }
      }
    }
    let outline = try object.outline(
      progress: object.progress(console, file, areSteps: true))
    if let misfit = outline?.misfits.first, object.origin == .option || object.origin == .file {
      throw StowFailure.failed("\(misfit) [invalidContent]")
    }
    checked.append(outline == nil ? "text" : "structure")
    if let schema = object.schema, let message = object.message,
      message.byteCount <= Self.builtBytes,
      try TypeRegistry.shared.value(message.root, schema.id) != nil
    {
      checked.append("values")
    }
    let name = object.typeName.map { ScalarText.plain($0) } ?? "a message of an unknown type"
    return "\(name), \(checked.joined(separator: ", "))"
  }
}
