internal import CapnProto
internal import Foundation

/// `stow eval`: prints a constant, a default value, or a part of one.
struct EvalCommand: Command {
  static let syntax = Syntax(
    name: "eval",
    summary: "Print a constant or a default value of a schema.",
    discussion: """
      Prints what <name> stands for in <schema-file>: a constant, a field of a struct
      (then its default), or a part of one of these:

          stow eval station.capnp limits.hottest
          stow eval station.capnp limits.history[4].name

      A constant that is a struct can be written as a message as well, which makes a
      schema a way to write configurations by hand. Takes the arguments of
      `capnp eval`.
      """,
    examples: [
      ("stow eval station.capnp limits.hottest", "A constant, or a part of one."),
      ("stow eval -b station.capnp defaults > config.bin", "A constant as a message."),
    ],
    operands: [Operand("<schema-file>", completion: .files), Operand("<name>")],
    options: SchemaFile.options + [
      Option(
        "-o", "--output", value: "<format>",
        completion: .words(MessageFormat.allCases.map(\.rawValue)),
        help: "Write in a format of `stow convert`; text is the default."),
      Option("-b", "--binary", help: "The same as -obinary."),
      Option("-p", "--packed", help: "The same as -opacked."),
      Option("--flat", help: "The same as -oflat."),
      Option("--short", help: "Write text or JSON on one line."),
    ])

  private let invocation: Invocation
  private let format: MessageFormat

  init(_ invocation: Invocation) throws(StowFailure) {
    self.invocation = invocation
    let short: [(String, MessageFormat)] = [
      ("--binary", .binary), ("--packed", .packed), ("--flat", .flat),
    ]
    if let named = invocation.value("-o") {
      format = try MessageFormat(named: named, for: "eval")
    } else {
      format = short.first { invocation.has($0.0) }?.1 ?? .text
    }
  }

  func run(_ console: Console) throws(StowFailure) {
    let file = try SchemaFile(invocation.operand(0) ?? "", invocation)
    let name = invocation.operand(1) ?? ""
    do {
      let path = try ValuePath(name, in: file)
      let (value, type) = try path.value()
      let output = MessageOutput(
        format: format, schema: nil, isShort: invocation.has("--short"), segmentWords: nil)
      if format.isReadable { return try console.write(output.bytes(of: value, type)) }
      guard case .structure(let root) = value, !root.schema.isGroup else {
        throw StowFailure.failed("\(name) is no struct, and only a struct can be a message")
      }
      let builder = MessageBuilder()
      try builder.initRoot(root.schema)._raw.copyContent(of: root._raw)
      try console.write(output.bytes(of: builder.snapshot()))
    } catch let error as CapnProtoError {
      throw .failed("\(name): \(error)")
    } catch {
      throw error as? StowFailure ?? .failed("\(name): \(error)")
    }
  }
}
