/// One of the words that come after `stow`.
protocol Command: SendableMetatype {
  /// What it takes.
  static var syntax: Syntax { get }

  /// Understands what it was given; nothing is read or written yet.
  init(_ invocation: Invocation) throws(StowFailure)

  /// Does its work.
  func run(_ console: Console) throws(StowFailure)
}

extension Command {
  static func execute(_ words: [String], _ console: Console) throws(StowFailure) {
    let invocation = try Invocation(words, syntax)
    if invocation.has("--help") {
      try console.write(HelpPage.text(syntax))
    } else {
      try Self(invocation).run(console)
    }
  }
}
