/// How examples are written.
public enum DataFormat: String, Sendable, Hashable, CaseIterable {
  /// The text that Vowpal Wabbit reads: a line for each example, or for each action of one.
  case vwText = "vw-text"

  /// An object of JSON on each line, as reductionml has it.
  case json

  /// An object of JSON on each line, as decision services log it.
  case dsJSON = "dsjson"
}
