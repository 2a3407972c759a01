/// The completion script for zsh.
enum ZshCompletion {
  static func script(_ commands: [Syntax]) -> String {
    var lines = [
      "#compdef stow", "# Completions of stow for zsh: save this as _stow in a folder of $fpath.",
      "_stow() {", "  local -a commands", "  commands=(",
    ]
    lines += commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    lines += [
      "  )", "  if ((CURRENT == 2)); then", "    _describe command commands",
      "    _arguments '--help[Show the help]' '--version[Print the version]'", "    return", "  fi",
      "  local command=$words[2]", "  shift words", "  ((CURRENT--))", "  case $command in",
    ]
    for command in commands {
      lines += ["    \(command.name))", "      _arguments \\"]
      var arguments = command.allOptions.flatMap { option in
        option.names.map { argument(option, $0) }
      }
      arguments += command.operands.enumerated().map { index, operand in
        quoted(
          (operand.isRepeated ? "*" : "\(index + 1)") + ":\(operand.name):"
            + action(operand.completion))
      }
      lines += [arguments.map { "        " + $0 }.joined(separator: " \\\n"), "      ;;"]
    }
    // Loaded from $fpath the file is the body of the function; sourced, it registers itself.
    lines += ["  esac", "}"]
    lines += ["if [[ $zsh_eval_context == *func ]]; then _stow \"$@\"; else compdef _stow stow; fi"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func argument(_ option: Option, _ name: String) -> String {
    let help = option.help.replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
    guard let value = option.value else { return quoted("*\(name)[\(help)]") }
    let joint = name.hasPrefix("--") ? "=" : "+"
    return quoted("*\(name)\(joint)[\(help)]:\(value):\(action(option.completion))")
  }

  private static func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .types: action(.words(KnownStructs.rootNames))
    case .words(let words):
      "(\(words.map { $0.replacing(":", with: "\\:") }.joined(separator: " ")))"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "'\\''"))'"
  }
}
