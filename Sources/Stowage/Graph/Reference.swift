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
    var pending: [Reference] = []
    Self.empty(&value, into: &pending)
    while var next = pending.popLast() {
      if isKnownUniquelyReferenced(&next) { Self.empty(&next.value, into: &pending) }
    }
  }

  /// Takes a value away, and keeps the references that were in it.
  private static func empty(_ value: inout Value, into references: inout [Reference]) {
    var waiting = [value]
    value = .null
    while let next = waiting.popLast() {
      switch next {
      case .array(let values): waiting += values.filter(mayLead)
      case .table(let table):
        waiting += table.keys.filter(mayLead)
        waiting += table.values.filter(mayLead)
      case .reference(let reference): references.append(reference)
      default: break
      }
    }
  }

  private static func mayLead(_ value: Value) -> Bool {
    switch value {
    case .array, .table, .reference: true
    default: false
    }
  }

  public static func == (left: Reference, right: Reference) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
