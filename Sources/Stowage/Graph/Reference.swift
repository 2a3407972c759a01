/// Something that may be in several places of a graph, and is the same thing in all of them.
///
/// It stays so through every file and format: after loading, places that had the same reference have
/// the same one again. A reference may lead to a value that holds the reference itself.
public final class Reference: Hashable {
  /// What it leads to.
  public var value: Value

  /// Makes a reference to a value.
  public init(_ value: Value = .null) { self.value = value }

  // One after another: a long chain of references would otherwise be taken down by recursion, and a
  // stack is not long.
  deinit {
    var pending = [value]
    value = .null
    while let next = pending.popLast() { Self.takeDown(next, &pending) }
  }

  private static func takeDown(_ value: consuming Value, _ pending: inout [Value]) {
    switch consume value {
    case .array(let values): pending += values
    case .table(let table):
      pending += table.keys
      pending += table.values
    case .reference(var reference):
      guard isKnownUniquelyReferenced(&reference) else { return }
      pending.append(reference.value)
      reference.value = .null
    default: break
    }
  }

  public static func == (left: Reference, right: Reference) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
