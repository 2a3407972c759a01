internal import CapnProto

/// The arguments of one command, understood.
struct Invocation {
  private(set) var operands: [String] = []
  private var given: [Option: [String]] = [:]

  /// Understands arguments, or throws a failure that says which one makes no sense.
  ///
  /// `--name=value` and `--name value` are the same, and so are `-xvalue` and `-x value`. After `--`
  /// everything is an operand.
  init(_ words: [String], _ syntax: Syntax) throws(StowFailure) {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let (option, attached) = try Self.match(word, syntax)
      guard option.value != nil else {
        guard attached == nil else {
          throw .usage("\(option.name) takes no value", syntax.name)
        }
        given[option, default: []].append("")
        continue
      }
      guard let value = attached ?? words.popFirst() else {
        throw .usage("\(option.name) needs a value: \(option.usage)", syntax.name)
      }
      given[option, default: []].append(value)
    }
    if !has("--help") { try checkCount(syntax) }
  }

  private static func match(
    _ word: String, _ syntax: Syntax
  ) throws(StowFailure) -> (Option, attached: String?) {
    if let option = syntax.option(word) { return (option, nil) }
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, let option = syntax.option(String(parts[0])) {
        return (option, String(parts[1]))
      }
      let names = syntax.allOptions.flatMap(\.names)
      throw .usage(
        "there is no option \(parts[0])" + Spelling.hint(String(parts[0]), names), syntax.name)
    }
    if let option = syntax.option(String(word.prefix(2))), option.value != nil {
      return (option, String(word.dropFirst(2)))
    }
    throw .usage("there is no option \(word)", syntax.name)
  }

  private func checkCount(_ syntax: Syntax) throws(StowFailure) {
    if let missing = syntax.operands.dropFirst(operands.count).first(where: { !$0.isOptional }) {
      throw .usage("\(missing.usage) is missing", syntax.name)
    }
    if operands.count > syntax.operands.count, syntax.operands.last?.isRepeated != true {
      throw .usage("'\(operands[syntax.operands.count])' is one argument too many", syntax.name)
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { !values(name).isEmpty }

  /// The last value that an option was given.
  func value(_ name: String) -> String? { values(name).last }

  /// All values that an option was given.
  func values(_ name: String) -> [String] {
    given.first { $0.key.names.contains(name) }?.value ?? []
  }

  /// The number that an option was given, nil where it was not.
  func number(
    _ name: String, in range: ClosedRange<Int>, _ command: String
  ) throws(StowFailure) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        "\(name) needs a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'",
        command)
    }
    return number
  }

  /// An operand, nil where it was left out.
  func operand(_ index: Int) -> String? {
    operands.indices.contains(index) ? operands[index] : nil
  }
}
