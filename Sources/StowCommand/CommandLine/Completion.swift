/// What a shell offers for an argument.
enum Completion: Sendable, Hashable {
  case nothing
  case files
  case folders
  case words([String])
}
