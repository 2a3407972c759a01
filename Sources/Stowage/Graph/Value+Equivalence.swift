// Comparing what references lead to.

extension Value {
  /// Whether another graph is the same: equal values, and references and objects of classes shared
  /// in the same places.
  ///
  /// Objects are equal when what they write is. It ends for cycles as well.
  ///
  /// - Parameters:
  ///   - other: the other graph.
  ///   - registry: the names of the types of objects that are in fields of others.
  /// - Throws: what an object throws when it is asked for its state.
  public func isEquivalent(
    to other: Value, registry: TypeRegistry = .shared
  ) throws -> Bool {
    try ObjectScope.with(SaveOptions(format: .binary, registry: registry)) {
      var comparison = GraphComparison()
      return try comparison.compare(self, other)
    }
  }
}

/// Two graphs side by side, with what was found to correspond so far.
private struct GraphComparison {
  private var partners: [ObjectIdentifier: ObjectIdentifier] = [:]
  private var taken: Set<ObjectIdentifier> = []
  /// Kept alive, so that no identity is given away twice.
  private var objects: [Any] = []
  private var pending: [(Value, Value)] = []

  mutating func compare(_ left: Value, _ right: Value) throws -> Bool {
    pending = [(left, right)]
    while let (left, right) = pending.popLast() {
      guard try matches(left, right) else { return false }
    }
    return true
  }

  private mutating func matches(_ left: Value, _ right: Value) throws -> Bool {
    switch (left, right) {
    case (.array(let left), .array(let right)):
      pending += zip(left, right)
      return left.count == right.count
    case (.table(let left), .table(let right)):
      pending += zip(left.keys, right.keys)
      pending += zip(left.values, right.values)
      return left.count == right.count
    case (.reference(let left), .reference(let right)):
      switch pair(ObjectIdentifier(left), ObjectIdentifier(right)) {
      case .different: return false
      case .known: return true
      case .new:
        pending.append((left.value, right.value))
        return true
      }
    case (.object(let left), .object(let right)): return try matches(left, right)
    case (.tensor(let left), .tensor(let right)):
      let pairing = pair(ObjectIdentifier(left.storage), ObjectIdentifier(right.storage))
      return pairing != .different && left == right
    default: return left == right
    }
  }

  private mutating func matches(_ left: Instance, _ right: Instance) throws -> Bool {
    guard left.type == right.type, left.isShared == right.isShared else { return false }
    if left.isShared {
      switch pair(left.identity, right.identity) {
      case .different: return false
      case .known: return true
      case .new: break
      }
    }
    objects += [left.object, right.object]
    return try matches(left.content(), right.content())
  }

  private mutating func matches(_ left: InstanceContent, _ right: InstanceContent) throws -> Bool {
    switch (left, right) {
    case (.fields(let left), .fields(let right)):
      pending.append((.table(left), .table(right)))
      return true
    case (.state(let left), .state(let right)): return left == right
    case (.configured(let leftConfig, let left), .configured(let rightConfig, let right)):
      pending.append((leftConfig, rightConfig))
      return left == right
    default: return false
    }
  }

  private enum Pairing { case known, new, different }

  private mutating func pair(_ left: ObjectIdentifier, _ right: ObjectIdentifier) -> Pairing {
    if let partner = partners[left] { return partner == right ? .known : .different }
    guard taken.insert(right).inserted else { return .different }
    partners[left] = right
    return .new
  }
}
