import Foundation

/// What a file holds, before it is written in some format or after it was read.
struct ArchiveContent {
  /// The registered name of the object, or empty.
  var type = ""
  var writer = Self.thisWriter
  var metadata: [(key: String, value: String)] = []
  var root: Root

  /// What the message has for a root.
  enum Root {
    /// The struct of one object.
    case state(MessageBuilder, schema: SchemaNode)
    /// A graph.
    case graph(Value)
  }

  static let thisWriter = "stowage " + Version.current
}
