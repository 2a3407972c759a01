/// The completion script for bash.
enum BashCompletion {
  static func script(_ commands: [Syntax]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    var lines = [
      "# Completions of stow for bash: source this file, or put it where bash-completion looks.",
      "_stow() {",
      // bash splits words at colons and equals signs, so the line is split again here.
      "  local line=\"${COMP_LINE:0:COMP_POINT}\" word place=0 expects=",
      "  local -a words",
      "  read -r -a words <<<\"$line\"",
      "  [[ \"$line\" == *[[:space:]] ]] && words+=('')",
      "  local current=\"${words[${#words[@]}-1]}\"",
      "  if ((${#words[@]} <= 2)); then",
      "    _stow_offer \"$current\" -W \"\(names) --help --version\"",
      "    return",
      "  fi",
      "  case \"${words[1]}\" in",
    ]
    for command in commands { lines += self.command(command).map { "    " + $0 } }
    lines += [
      "  esac", "}",
      "# Offers what fits, without the part that bash takes for a word of its own.",
      "_stow_offer() {",
      "  local current=\"$1\" item option=",
      "  shift",
      "  [[ \"$current\" == --*=* ]] && option=\"${current%%=*}=\"",
      "  local part=\"${current%\"${current##*[:=]}\"}\"",
      "  COMPREPLY=()",
      "  while IFS= read -r item; do COMPREPLY+=(\"${item#\"$part\"}\"); done \\",
      "    < <(compgen -P \"$option\" \"$@\" -- \"${current#\"$option\"}\")",
      "}",
      "complete -o filenames -o bashdefault -F _stow stow",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func command(_ command: Syntax) -> [String] {
    let options = command.allOptions
    let valued = options.filter { $0.value != nil }
    var lines = ["\(command.name))"]
    lines += ["  for word in \"${words[@]:2:${#words[@]}-3}\"; do"]
    lines += ["    if [[ -n \"$expects\" ]]; then expects=; continue; fi"]
    lines += ["    case \"$word\" in"]
    if !valued.isEmpty {
      lines += ["      \(valued.flatMap(\.names).joined(separator: "|"))) expects=\"$word\" ;;"]
    }
    lines += ["      -?*) ;;", "      *) place=$((place + 1)) ;;", "    esac", "  done"]
    lines += ["  case \"$expects\" in"]
    for option in valued {
      lines += [
        "    \(option.names.joined(separator: "|"))) \(offer(option.completion)); return ;;"
      ]
    }
    lines += ["  esac", "  case \"$current\" in"]
    let spellings = options.flatMap { option in
      option.names.map { option.value != nil && $0.hasPrefix("--") ? $0 + "=" : $0 }
    }
    for option in valued where option.name.hasPrefix("--") {
      lines += ["    \(option.name)=*) \(offer(option.completion)) ;;"]
    }
    lines += ["    -*) _stow_offer \"$current\" -W '\(spellings.joined(separator: " "))' ;;"]
    lines += ["    *)", "      case \"$place\" in"]
    for (index, operand) in command.operands.enumerated() {
      let place = operand.isRepeated ? "*" : "\(index)"
      lines += ["        \(place)) \(offer(operand.completion)) ;;"]
    }
    return lines + ["      esac ;;", "  esac", "  ;;"]
  }

  private static func offer(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ":"
    case .files: "_stow_offer \"$current\" -f"
    case .folders: "_stow_offer \"$current\" -d"
    case .types: offer(.words(KnownStructs.rootNames))
    case .words(let words): "_stow_offer \"$current\" -W '\(words.joined(separator: " "))'"
    }
  }
}
