internal import CapnProto
internal import Foundation
internal import Stowage

/// Writes what a file holds in another format of Stowage, or as messages without anything around.
struct FileConversion {
  /// The formats that a file can have.
  enum Target: String, CaseIterable {
    case packed
    case binary
    case json
    case text
    case message
    case packedMessage = "packed-message"

    var format: Format? {
      switch self {
      case .packed: .packed
      case .binary: .binary
      case .json: .json
      case .text: .text
      case .message, .packedMessage: nil
      }
    }
  }

  static let options = [
    Option(
      "--format", value: "<format>", completion: .words(Target.allCases.map(\.rawValue)),
      help: "Convert a whole file, which is named in place of <from>:<to>."),
    Option(
      "-o", "--output", value: "<file>", completion: .files,
      help: "Where to write, instead of standard output."),
  ]

  let path: String
  let target: Target
  let output: String?
  let source: ContentSource

  init(_ invocation: Invocation, _ format: String) throws(StowFailure) {
    guard let target = Target(rawValue: format) else {
      let names = Target.allCases.map(\.rawValue)
      throw .usage(
        "a file cannot have the format '\(format)'" + Spelling.hint(format, names) + " (one of "
          + names.joined(separator: ", ") + ")", "convert")
    }
    self.target = target
    path = invocation.operand(0) ?? ""
    output = invocation.value("--output")
    source = try ContentSource(invocation, "convert")
    if let extra = invocation.operand(1) {
      throw .usage("'\(extra)' is one argument too many", "convert")
    }
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    let file = try InputFile(path, console)
    let large = LargeFileConversion(target: target, file: file)
    var pieces: [Data] = []
    try source.forEach(file, console) { object in
      if let own = try large.pieces(object, console) {
        pieces += own
        return
      }
      let (value, metadata) = try value(object, file)
      if let format = target.format {
        let options = SaveOptions(format: format, metadata: metadata)
        pieces.append(try serialize(value, options: options))
        return
      }
      guard let message = try TypeRegistry.shared.message(value) else {
        throw Self.noMessage(path)
      }
      pieces.append(
        target == .packedMessage ? try message.packedBytes() : try message.bytes())
    }
    try console.writeFile(pieces, output)
  }

  /// What is wrong with a value that no type writes alone.
  static func noMessage(_ path: String) -> StowFailure {
    .failed("\(path): only an object is a message by itself, and this is another value")
  }

  private func value(
    _ object: FileObject, _ file: InputFile
  ) throws -> (Value, metadata: [(key: String, value: String)]) {
    if case .stowed(let stowed) = object.form {
      let bytes = file.bytes.dropFirst(object.offset).prefix(object.byteCount)
      let value = try deserialize(bytes, options: LoadOptions(limits: source.limits(bytes.count)))
      return (value, stowed.metadata)
    }
    guard let message = object.message, let schema = object.schema else {
      throw StowFailure.failed(
        "the type of the message is not known: give --type"
          + (object.trial.map { ". \($0.explanation)" } ?? ""))
    }
    guard let value = try TypeRegistry.shared.value(message.root, schema.id) else {
      throw StowFailure.failed("no type that is registered here is made of a \(schema.name)")
    }
    return (value, [])
  }
}
