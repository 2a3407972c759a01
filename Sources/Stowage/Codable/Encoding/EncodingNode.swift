/// An encoder of one value, and what was written into it so far.
final class EncodingNode: Encoder {
  enum Kind {
    case empty
    case single
    case keyed
    case unkeyed
  }

  let state: EncodingState
  let parent: EncodingNode?
  let place: CodablePlace
  /// The type that is encoded; that of the one around it for a container in a container.
  let type: Any.Type
  let depth: Int

  private(set) var kind = Kind.empty
  /// Whether more than one kind of container was asked for.
  private var isContradictory = false

  /// What was written: one value, or all in order.
  private(set) var values: [Value] = []
  /// The places among the values that are still being written.
  private var pending: [(index: Int, node: EncodingNode)] = []

  /// The keys so far, as long as they are on a known way.
  private var shape: EncodingShape?
  private var keyType: (any CodingKey.Type)?
  private var keys: [Value] = []
  private var names: [String] = []

  init(_ state: EncodingState, _ parent: EncodingNode?, _ place: CodablePlace, _ type: Any.Type) {
    (self.state, self.parent, self.place, self.type) = (state, parent, place, type)
    depth = (parent?.depth ?? -1) + 1
  }

  var userInfo: [CodingUserInfoKey: Any] { state.userInfo }

  var codingPath: [any CodingKey] { path(with: .none) }

  func path(with last: CodablePlace) -> [any CodingKey] {
    var path: [any CodingKey] = []
    if let key = last.codingKey { path.append(key) }
    var node: EncodingNode? = self
    while let current = node {
      if let key = current.place.codingKey { path.append(key) }
      node = current.parent
    }
    return path.reversed()
  }

  private func become(_ kind: Kind) {
    if self.kind != .empty && self.kind != kind { isContradictory = true }
    self.kind = kind
  }
}

extension EncodingNode {
  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if kind == .empty && type != CodableTraits.dictionaryKey { shape = state.shape(of: type) }
    become(.keyed)
    keyType = type
    return KeyedEncodingContainer(KeyedWriter<Key>(node: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    become(.unkeyed)
    return UnkeyedWriter(node: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleWriter(node: self) }
}

extension EncodingNode {
  /// Sets the value where there is but one; the last one counts.
  func set(_ value: Value) {
    become(.single)
    values = [value]
  }

  @inline(__always)
  func append(_ value: Value) { values.append(value) }

  /// Adds a value by its key.
  @inline(__always)
  func append(_ value: Value, _ key: some CodingKey) {
    if let next = shape?.next, next.name.isSame(as: key.stringValue) {
      shape = next
      values.append(value)
    } else {
      appendUnexpected(value, key)
    }
  }

  @inline(never)
  private func appendUnexpected(_ value: Value, _ key: some CodingKey) {
    let name = key.stringValue
    if let shape {
      if let next = shape.step(name, CodableTraits.value(of: key, in: type)) {
        self.shape = next
        values.append(value)
        return
      }
      (names, keys) = (shape.names, shape.table.keys)
      self.shape = nil
    }
    names.append(name)
    keys.append(CodableTraits.value(of: key, in: type))
    values.append(value)
  }

  /// The container of a key or of the next place, the one that is there already where one is.
  func child(_ key: (some CodingKey)?, _ place: CodablePlace) -> EncodingNode {
    if let key {
      let name = key.stringValue
      if !pending.isEmpty {
        let names = shape?.names ?? names
        if let known = pending.first(where: { names[$0.index] == name }) { return known.node }
      }
    }
    let node = EncodingNode(state, self, place, type)
    pending.append((values.count, node))
    if let key { append(.null, key) } else { append(.null) }
    return node
  }
}

extension EncodingNode {
  /// What was written, as one value.
  func finish() throws -> Value {
    for (index, node) in pending { values[index] = try node.finish() }
    if isContradictory {
      throw EncodingError.invalidValue(
        type,
        EncodingError.Context(
          codingPath: codingPath,
          debugDescription: "\(type) encodes itself into containers of more than one kind"))
    }
    switch kind {
    case .empty: return .table(Table())
    case .single: return values[0]
    case .unkeyed: return .array(ordered())
    case .keyed: return .table(table())
    }
  }

  private func ordered() -> [Value] {
    guard values.count > 1, let pairs = state.unorderedPairs(type) else { return values }
    guard pairs && values.count.isMultiple(of: 2) else {
      return values.sorted(by: Value.areInOrder)
    }
    let order = stride(from: 0, to: values.count, by: 2)
      .sorted { Value.areInOrder(values[$0], values[$1]) }
    return order.flatMap { [values[$0], values[$0 + 1]] }
  }

  private func table() -> Table {
    if let shape { return Table(like: shape.table, values) }
    if keyType == CodableTraits.dictionaryKey { return dictionary() }
    return Table(zip(keys, values))
  }

  private func dictionary() -> Table {
    let order = keys.indices.sorted { Value.areInOrder(keys[$0], keys[$1]) }
    return Table(distinct: order.map { keys[$0] }, order.map { values[$0] })
  }
}
