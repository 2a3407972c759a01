internal import CapnProto
internal import Foundation
internal import Stowage

/// `stow hash`: prints the hash of what files hold.
struct HashCommand: Command {
  static let syntax = Syntax(
    name: "hash",
    summary: "Print the hash of what files hold, the same in every format.",
    discussion: """
      Prints the hash of the content of each <file>, in 128 bits. It does not depend on the format,
      on metadata, on the version that wrote the file, or on how the message lies in memory: what is
      equal has equal hashes. It tells accidents, and not malice. A message that no file of Stowage is
      around has the hash of its struct, so a file of NuPIC's has that of the same object in a file
      of Stowage where both are of one struct.

      A file of several objects has a line for each. The files may be larger than the memory, in any
      format.
      """,
    examples: [
      ("stow hash model.stow", "The hash of a model."),
      ("stow hash --type SpatialPooler pooler.bin", "That of a file that NuPIC wrote."),
    ],
    exitCodes: [
      (0, "All hashes were printed."), (1, "A file is damaged, or the type is not known."),
      (2, "The arguments make no sense, or there is no such file."),
    ],
    operands: [Operand("<file>", isRepeated: true, completion: .files)],
    options: ContentSource.options)

  private let paths: [String]
  private let source: ContentSource

  init(_ invocation: Invocation) throws(StowFailure) {
    paths = invocation.operands
    var source = try ContentSource(invocation, "hash")
    source.readsRepeatedly = true
    self.source = source
  }

  func run(_ console: Console) throws(StowFailure) {
    console.countsFiles()
    for path in paths {
      do throws(StowFailure) {
        try hash(path, console)
      } catch {
        // The others are hashed all the same.
        console.report("stow hash", error.message)
        console.code = max(console.code, error.code)
      }
    }
  }

  private func hash(_ path: String, _ console: Console) throws(StowFailure) {
    let file = try InputFile(path, console)
    try source.forEach(file, console) { object in
      let progress = object.progress(console, file)
      if case .stowed(let stowed) = object.form {
        console.progress.begin(object.byteCount + (object.messageBytes ?? 0))
        try stowed.verify(progress: progress)
      } else {
        console.progress.begin(object.messageBytes)
      }
      try console.write("\(object.contentHash(progress))  \(path)\n")
    }
  }
}

extension FileObject {
  /// The hash of the content.
  fileprivate func contentHash(_ progress: @escaping (Int) -> Void) throws -> ContentHash {
    if let graph, case .stowed(let file) = form {
      if let missing { throw missing }
      return try file.hash(graph, progress: progress)
    }
    guard let message, let id = structID else {
      throw StowFailure.failed(
        "the type of the message is not known, and is part of the hash: give --type"
          + (trial.map { ". \($0.explanation)" } ?? ""))
    }
    return try ContentHash(
      of: message.root.get(AnyStruct.self), structID: id, progress: progress)
  }

  /// The struct that the root is, whether its schema is known or not.
  private var structID: UInt64? {
    if case .stowed(let file) = form { file.structID } else { schema?.id }
  }
}
