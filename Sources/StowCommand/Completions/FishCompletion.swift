/// The completion script for fish.
enum FishCompletion {
  static func script(_ commands: [Syntax]) -> String {
    var lines = [
      "# Completions of stow for fish: save this as ~/.config/fish/completions/stow.fish.",
      "complete -c stow -f",
      "complete -c stow -n __fish_use_subcommand -l help -s h -d 'Show the help'",
      "complete -c stow -n __fish_use_subcommand -l version -d 'Print the version'",
    ]
    for command in commands {
      lines.append(
        "complete -c stow -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))"
      )
      let here = "complete -c stow -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.allOptions {
        lines.append("\(here) \(spelling(option)) -d \(quoted(option.help))")
      }
      for (index, operand) in command.operands.enumerated() {
        // The command itself is one of the words before the cursor.
        let count = "count (commandline -opc | string match -v -- '-*')"
        let place =
          "\(here.dropLast()); and test (\(count)) \(operand.isRepeated ? "-ge" : "-eq") \(index + 2)'"
          .replacing("'-*'", with: "\"-*\"")
        lines.append("\(place) \(action(operand.completion))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func spelling(_ option: Option) -> String {
    let names = option.names.map {
      $0.hasPrefix("--") ? "-l \($0.dropFirst(2))" : "-s \($0.dropFirst())"
    }
    guard option.value != nil else { return names.joined(separator: " ") }
    return names.joined(separator: " ") + " -r " + action(option.completion)
  }

  private static func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: "-f"
    case .files: "-F"
    case .folders: "-a '(__fish_complete_directories)'"
    case .types: action(.words(KnownStructs.rootNames))
    case .words(let words): "-a \(quoted(words.joined(separator: " ")))"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
