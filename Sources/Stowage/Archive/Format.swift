/// How a value is written.
public enum Format: Sendable, Hashable, CaseIterable {
  /// Cap'n Proto, packed: the smallest.
  case packed

  /// Cap'n Proto as it is in memory: the fastest, and usable where it is in the file.
  case binary

  /// JSON, to be read by people and other programs.
  case json

  /// Cap'n Proto's text format, to be read by people and by the `capnp` tool.
  case text
}
