internal import Synchronization

/// The schema of one declaration, which generated code carries for use at run time.
///
/// Two nodes are equal when they have the same id.
public final class SchemaNode: Sendable {
  /// The number that names the declaration everywhere.
  public let id: UInt64

  /// The unqualified name in the schema; the path of the file for a file.
  public let name: String

  private let base64: StaticString
  private let decoded = Mutex<DefaultPointer?>(nil)
  private let makeDependencies: @Sendable () -> [SchemaNode]

  /// Keeps a `Schema.Node`, encoded as a message of one segment and written in base64.
  ///
  /// Generated code calls this, and promises that the text is sound.
  public init(
    id: UInt64, name: StaticString, base64: StaticString,
    dependencies: @escaping @Sendable () -> [SchemaNode]
  ) {
    self.id = id
    self.name = "\(name)"
    self.base64 = base64
    makeDependencies = dependencies
  }

  /// The declarations that this one mentions: the types of its fields and what is nested in it.
  public var dependencies: [SchemaNode] { makeDependencies() }

  /// The description itself.
  ///
  /// It is decoded once and stays in memory.
  public var reader: Schema.Node.Reader {
    decoded.withLock { decoded in
      if let decoded { return decoded }
      let fresh = DefaultPointer(words: Array(words.dropFirst()))
      decoded = fresh
      return fresh
    }.read(Schema.Node.self)
  }

  /// The description as a framed message of one segment, in words.
  public var words: [UInt64] { Base64.words(base64) }
}

extension SchemaNode: Hashable {
  public static func == (left: SchemaNode, right: SchemaNode) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension SchemaNode: CustomStringConvertible {
  /// The name and the id.
  public var description: String { "\(name)@0x\(String(id, radix: 16))" }
}
