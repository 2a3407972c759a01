internal import Foundation
internal import Reductions

/// `stow export-model`: prints a model as reductionml's JSON.
struct ExportModelCommand: Command {
  static let syntax = Syntax(
    name: "export-model",
    summary: "Print a model as JSON that reductionml reads.",
    discussion: """
      Prints the model in <model> as JSON, as `reml export-model` does. The model may be one of
      Stowage in any format, or of reductionml.
      """,
    examples: [("stow export-model model.stow > model.json", "A model as JSON.")],
    operands: [Operand("<model>", completion: .files)],
    options: [])

  private let path: String

  init(_ invocation: Invocation) throws(StowFailure) { path = invocation.operand(0) ?? "" }

  func run(_ console: Console) throws(StowFailure) {
    let workspace = try ModelFile.load(path, console)
    let text: String
    do {
      text = try workspace.serializeToJSON()
    } catch {
      throw .failed("\(path): \(error)")
    }
    try console.write(text + "\n")
  }
}

/// `stow import-model`: makes a model of reductionml's JSON, or of any other form of a model.
struct ImportModelCommand: Command {
  static let syntax = Syntax(
    name: "import-model",
    summary: "Take over a model from reductionml.",
    discussion: """
      Reads a model of reductionml's, binary or JSON, and writes it as a file of Stowage, which later
      versions read and which is checked when it is read. A model of Stowage can be given too: with
      --model-format=reductionml it becomes one that reductionml reads.
      """,
    examples: [
      ("stow import-model model.json -o model.stow", "A model that reductionml exported."),
      (
        "stow import-model model.stow -o model.bin --model-format=reductionml",
        "The other way round."
      ),
    ],
    operands: [Operand("<file>", completion: .files)],
    options: [
      Option(
        "-o", "--output-model", value: "<file>", completion: .files,
        help: "Write the model to <file>."),
      ModelFile.option,
    ])

  private let path: String
  private let output: String
  private let form: ModelFile.Form

  init(_ invocation: Invocation) throws(StowFailure) {
    path = invocation.operand(0) ?? ""
    guard let output = invocation.value("--output-model") else {
      throw .usage("--output-model is missing: the file to write", "import-model")
    }
    self.output = output
    form = try ModelFile.form(invocation, "import-model")
  }

  func run(_ console: Console) throws(StowFailure) {
    try ModelFile.save(ModelFile.load(path, console), output, form)
  }
}

/// `stow gen-schema`: prints the JSON Schema of configurations.
struct GenSchemaCommand: Command {
  static let syntax = Syntax(
    name: "gen-schema",
    summary: "Print the JSON Schema of configurations.",
    discussion: """
      Prints the JSON Schema that describes the configurations of `stow train`, for editors that
      complete and check them.
      """,
    examples: [("stow gen-schema > schema.json", "A schema for an editor.")],
    operands: [], options: [])

  init(_ invocation: Invocation) throws(StowFailure) {}

  func run(_ console: Console) throws(StowFailure) {
    try console.write(Configuration.jsonSchema + "\n")
  }
}
