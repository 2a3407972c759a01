internal import Foundation
internal import Reductions
internal import Stowage

/// A model in a file, whichever of the formats it is in.
struct ModelFile {
  /// The formats, as the command line names them.
  enum Form: String, CaseIterable {
    case packed, binary, json, text
    case reductionml
    case reductionmlJSON = "reductionml-json"
  }

  static let option = Option(
    "--model-format", value: "<format>", completion: .words(Form.allCases.map(\.rawValue)),
    help:
      "Write the model as packed (the default), binary, json or text of Stowage, or as "
      + "reductionml or reductionml-json, which reductionml reads.")

  static func form(_ invocation: Invocation, _ command: String) throws(StowFailure) -> Form {
    guard let name = invocation.value("--model-format") else { return .packed }
    guard let form = Form(rawValue: name) else {
      let names = Form.allCases.map(\.rawValue).joined(separator: ", ")
      throw .usage("--model-format is one of \(names), not '\(name)'", command)
    }
    return form
  }

  static func load(_ path: String, _ console: Console) throws(StowFailure) -> Workspace {
    let file = try InputFile(path, console)
    do {
      return try Workspace(model: file.bytes)
    } catch {
      throw .failed("\(file.name) is no model of a workspace: \(error)")
    }
  }

  /// Puts a model in the place of a file, all of it or nothing.
  static func save(_ workspace: Workspace, _ path: String, _ form: Form) throws(StowFailure) {
    do {
      switch form {
      case .packed: try Stowage.save(path, workspace, format: .packed)
      case .binary: try Stowage.save(path, workspace, format: .binary)
      case .json: try Stowage.save(path, workspace, format: .json)
      case .text: try Stowage.save(path, workspace, format: .text)
      case .reductionml: try write(workspace.serialize(), path)
      case .reductionmlJSON: try write(Data(workspace.serializeToJSON().utf8), path)
      }
    } catch {
      throw .failed("\(path) cannot be written: \(error)")
    }
  }

  static func write(_ data: Data, _ path: String) throws {
    try data.write(to: URL(filePath: path), options: .atomic)
  }
}
