/// Something that may be in several places of a graph, and is the same thing in all of them.
///
/// It stays so through every file and format: after loading, places that had the same reference have
/// the same one again. A reference may lead to a value that holds the reference itself.
public final class Reference: Hashable {
  /// What it leads to.
  public var value: Value

  /// Makes a reference to a value.
  public init(_ value: Value = .null) { self.value = value }

  public static func == (left: Reference, right: Reference) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
