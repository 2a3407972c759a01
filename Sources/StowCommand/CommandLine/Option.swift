/// An option of a command, as it is parsed, explained and completed.
struct Option: Sendable, Hashable {
  /// The spellings, such as `-I` and `--import-path`; the last one is its name in messages.
  let names: [String]

  /// What its value is called in the help, such as `<dir>`; nil for an option that has none.
  let value: String?

  /// What it does, in a sentence.
  let help: String

  /// What its value can be completed with.
  let completion: Completion

  init(
    _ names: String..., value: String? = nil, completion: Completion = .nothing, help: String
  ) {
    self.names = names
    self.value = value
    self.completion = completion
    self.help = help
  }

  var name: String { names.last ?? "" }

  /// The spellings as the help shows them: `-I<dir>, --import-path=<dir>`.
  var usage: String {
    names.map { name in
      guard let value else { return name }
      return name.hasPrefix("--") ? "\(name)=\(value)" : name + value
    }.joined(separator: ", ")
  }
}
