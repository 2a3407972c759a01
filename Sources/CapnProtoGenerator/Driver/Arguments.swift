internal import Foundation

/// The command line, understood.
struct Arguments {
  var command = Command.plugin
  var options = GeneratorOptions()
  var output: String?
  var sourcePrefixes: [String] = []
  var importPaths: [String] = []
  var usesStandardImports = true
  var tool: String?
  private let folder: URL

  enum Command: Equatable {
    case help
    case version
    /// Generate from the request on standard input.
    case plugin
    /// Run `capnp` on these schemas and generate from what it says.
    case compile([String])
  }

  /// The variable that holds options for `capnp compile -oswift`, which passes none itself.
  static let variable = "CAPNPC_SWIFT_OPTIONS"

  init(
    _ words: [String], environment: [String: String], folder: URL
  ) throws(GeneratorError) {
    self.folder = folder
    var words = words[...]
    if words.first == "compile" {
      words = words.dropFirst()
      command = .compile([])
    } else if let extra = environment[Self.variable] {
      try parse(extra.split(whereSeparator: \.isWhitespace).map(String.init)[...])
    }
    try parse(words)
    if command == .compile([]) {
      throw GeneratorError(.usage, "no schema was named. Run `capnpc-swift compile FILE.capnp`.")
    }
  }

  private mutating func parse(_ words: ArraySlice<String>) throws(GeneratorError) {
    var words = words
    while let word = words.popFirst() {
      if !word.hasPrefix("-") || word == "-" {
        try add(file: word)
        continue
      }
      if word.hasPrefix("-I"), word.count > 2 {
        importPaths.append(String(word.dropFirst(2)))
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      var attached = parts.count > 1 ? String(parts[1]) : nil
      func value() throws(GeneratorError) -> String {
        if let attached { return attached }
        guard let next = words.popFirst() else {
          throw GeneratorError(.usage, "\(name) needs a value. See `capnpc-swift --help`.")
        }
        attached = next
        return next
      }
      if try apply(name, value) { continue }
      if let attached {
        throw GeneratorError(.usage, "\(name) takes no value, but was given '\(attached)'.")
      }
      try applyFlag(name)
    }
  }

  private mutating func add(file: String) throws(GeneratorError) {
    switch command {
    case .compile(let files):
      command = .compile(files + [file])
    default:
      throw GeneratorError(
        .usage, "'\(file)' is not a command. Run `capnpc-swift compile \(file)` to compile a file.")
    }
  }

  /// Applies an option that has a value; returns false when `name` is no such option.
  private mutating func apply(
    _ name: String, _ value: () throws(GeneratorError) -> String
  ) throws(GeneratorError) -> Bool {
    switch name {
    case "--output", "-o": output = try value()
    case "--src-prefix": sourcePrefixes.append(try value())
    case "-I", "--import-path": importPaths.append(try value())
    case "--capnp": tool = try value()
    case "--namespace": options.namespace = try value()
    case "--module": options.module = try value()
    case "--access": try setAccess(value())
    case "--configuration":
      try ConfigurationFile(path: value(), folder: folder).apply(to: &self, folder: folder)
    default: return false
    }
    return true
  }

  /// Sets the access level by its name.
  mutating func setAccess(_ level: String) throws(GeneratorError) {
    guard let access = GeneratorOptions.Access(rawValue: level) else {
      throw GeneratorError(
        .usage, "'\(level)' is not an access level: use public, package or internal.")
    }
    options.access = access
  }

  private mutating func applyFlag(_ name: String) throws(GeneratorError) {
    switch name {
    case "--values": options.values = true
    case "--no-standard-import": usesStandardImports = false
    case "--help", "-h": command = .help
    case "--version": command = .version
    default:
      throw GeneratorError(.usage, "\(name) is not an option. See `capnpc-swift --help`.")
    }
  }
}
