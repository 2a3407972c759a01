/// Whether programs with two versions of a schema can read each other's messages.
///
/// The two versions come from two registries, as a registry keeps one version of each declaration.
public struct SchemaCompatibility: Sendable {
  /// A field that one version does not read as the other one wrote it.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The way to the field, such as `Person.phones.number`.
    public let path: String

    /// What is different, and what it does.
    public let reason: String

    public var description: String { "\(path): \(reason)" }
  }

  /// Why a program with the new version cannot read all messages of the old one; empty when it can.
  public let newReadingOld: [Problem]

  /// Why a program with the old version cannot read all messages of the new one; empty when it can.
  public let oldReadingNew: [Problem]

  /// Compares two versions of a struct, with all that they lead to.
  public init(old: StructSchema, new: StructSchema) {
    newReadingOld = CompatibilityCheck.problems(reader: new, writer: old)
    oldReadingNew = CompatibilityCheck.problems(reader: old, writer: new)
  }

  /// Whether each of the two can read all messages of the other.
  public var isFull: Bool { newReadingOld.isEmpty && oldReadingNew.isEmpty }
}
