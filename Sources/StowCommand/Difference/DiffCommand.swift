internal import CapnProto
internal import Foundation
internal import Stowage

/// `stow diff`: says where two files differ.
struct DiffCommand: Command {
  static let syntax = Syntax(
    name: "diff",
    summary: "Say where what two files hold differs, by the names of fields.",
    discussion: """
      Compares what the files hold, whatever the formats are: a model in JSON can be compared with
      one that is packed, and a file of NuPIC's with a file of Stowage. Numbers are compared bit by
      bit, and lists element by element; of a long list that differs in many places the first is
      shown, and how many there are. What is absent equals its default. Metadata, and what wrote the
      files, are not compared.
      """,
    examples: [
      ("stow diff before.stow after.stow", "What training changed."),
      ("stow diff model.stow model.json && echo same", "In a script."),
      ("stow diff --json before.stow after.stow", "For programs."),
    ],
    exitCodes: [
      (0, "Both hold the same."), (1, "They differ."),
      (
        2,
        "They could not be compared: a file is missing or damaged, or the arguments make no sense."
      ),
    ],
    operands: [
      Operand("<left>", completion: .files), Operand("<right>", completion: .files),
    ],
    options: [
      Option("--json", help: "Write JSON, for programs."),
      Option(
        "--limit", value: "<n>", help: "Show no more than <n> differences; 100 is the default."),
      Option("-q", "--quiet", help: "Show nothing, and tell by the exit code only."),
    ] + ContentSource.options)

  private struct Report: Codable {
    let left: String
    let right: String
    let count: Int
    let differences: [Difference]
  }

  private let left: String
  private let right: String
  private let source: ContentSource
  private let limit: Int
  private let isJSON: Bool
  private let isQuiet: Bool

  init(_ invocation: Invocation) throws(StowFailure) {
    left = invocation.operand(0) ?? ""
    right = invocation.operand(1) ?? ""
    source = try ContentSource(invocation, "diff")
    limit = try invocation.number("--limit", in: 0...1_000_000, "diff") ?? 100
    isJSON = invocation.has("--json")
    isQuiet = invocation.has("--quiet")
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    let list = DifferenceList(limit: limit)
    do throws(StowFailure) {
      try compare(list, console)
    } catch {
      throw StowFailure(code: 2, message: error.message)
    }
    if list.count > 0 { console.code = 1 }
    if isQuiet { return }
    if isJSON {
      return try console.write(
        JSONText.of(
          Report(left: left, right: right, count: list.count, differences: list.shown)))
    }
    for difference in list.shown { try console.write(difference.text + "\n") }
    if list.count > list.shown.count {
      try console.write("… and \(list.count - list.shown.count) more; see --limit\n")
    }
  }

  private func compare(_ list: DifferenceList, _ console: Console) throws(StowFailure) {
    guard left != "-" || right != "-" else {
      throw .usage("only one of the files can be standard input", "diff")
    }
    var (ones, twos): ([FileObject], [FileObject]) = ([], [])
    try source.forEach(InputFile(left, console), console) { ones.append($0) }
    try source.forEach(InputFile(right, console), console) { twos.append($0) }
    if ones.count != twos.count {
      list.add(
        Difference(
          path: "(objects)", left: "\(ones.count) objects", right: "\(twos.count) objects"))
    }
    for (one, two) in zip(ones, twos) {
      do {
        try compare(one, two, ones.count > 1 ? "[\(one.index)]" : "", list, console)
      } catch {
        throw error as? StowFailure ?? .failed("\(left), \(right): \(error)")
      }
    }
  }

  private func compare(
    _ one: FileObject, _ two: FileObject, _ path: String, _ list: DifferenceList,
    _ console: Console
  ) throws {
    let progress: (Int) -> Void = { console.progress.add(steps: $0) }
    let structure: (UInt64) -> StructSchema? = { one.structure($0) ?? two.structure($0) }
    if let missing = one.missing ?? two.missing { throw missing }
    if let graph = one.graph, let other = two.graph, case .stowed(let file) = one.form,
      case .stowed(let otherFile) = two.form
    {
      var comparison = try GraphComparison(
        GraphComparison.Side(graph, file), GraphComparison.Side(other, otherFile), list,
        budget: 1 << 17 + file.valueBudget + otherFile.valueBudget, progress: progress,
        structure: structure)
      return try comparison.compare()
    }
    let (name, otherName) = (one.typeName ?? "?", two.typeName ?? "?")
    guard let message = one.message, let other = two.message, one.graph == nil, two.graph == nil
    else {
      return list.add(Difference(path: path + "(type)", left: name, right: otherName))
    }
    guard let schema = one.schema ?? two.schema else {
      // Nobody knows the names, but whether it is the same can be said.
      guard try !message.root.equals(other.root) else { return }
      return list.add(
        Difference(
          path: path + "(message)", left: "a message", right: "another",
          detail: "the type is not known: name it with --type"))
    }
    let otherSchema = two.schema ?? schema
    guard schema.id == otherSchema.id else {
      return list.add(Difference(path: path + "(type)", left: name, right: otherName))
    }
    var comparison = StructComparison(list, progress: progress, structure: structure)
    try comparison.compare(message.root(schema), other.root(otherSchema), path)
  }
}
