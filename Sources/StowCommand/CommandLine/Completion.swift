/// What a shell offers for an argument.
enum Completion: Sendable, Hashable {
  case nothing
  case files
  case folders
  case words([String])
  /// The names of the types that messages can have. Finding them takes longer than many commands.
  case types
}
