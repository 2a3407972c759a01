/// Why a command could not do its work.
struct StowFailure: Error {
  /// The exit code: 1 when the work failed, 2 when the command line makes no sense.
  let code: Int32

  /// What happened, in lines for standard error.
  let message: String

  /// Something about the input, or about the world.
  static func failed(_ message: String) -> StowFailure { StowFailure(code: 1, message: message) }

  /// The failure with the number of the message that it happened in.
  func inMessage(_ number: Int) -> StowFailure {
    StowFailure(code: code, message: "message \(number): \(message)")
  }

  /// Something about the command line.
  static func usage(_ message: String, _ command: String?) -> StowFailure {
    let help = ["stow", command, "--help"].compactMap(\.self).joined(separator: " ")
    return StowFailure(code: 2, message: "\(message). See `\(help)`.")
  }
}
