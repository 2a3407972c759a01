/// A decoder of one value.
final class DecodingNode: Decoder {
  let state: DecodingState
  let parent: DecodingNode?
  let place: CodablePlace
  let value: Value
  /// The type that is decoded; that of the one around it for a container in a container.
  let type: Any.Type
  let depth: Int

  /// The table, from the first time that it is asked for by keys.
  fileprivate(set) var table = Table()
  /// Where the next key most likely is.
  private var cursor = 0

  init(
    _ state: DecodingState, _ parent: DecodingNode?, _ place: CodablePlace, _ value: Value,
    _ type: Any.Type
  ) {
    (self.state, self.parent, self.place) = (state, parent, place)
    (self.value, self.type) = (value, type)
    depth = (parent?.depth ?? -1) + 1
  }

  var userInfo: [CodingUserInfoKey: Any] { state.userInfo }

  var codingPath: [any CodingKey] { path(with: .none) }

  func path(with last: CodablePlace) -> [any CodingKey] {
    var path: [any CodingKey] = []
    if let key = last.codingKey { path.append(key) }
    var node: DecodingNode? = self
    while let current = node {
      if let key = current.place.codingKey { path.append(key) }
      node = current.parent
    }
    return path.reversed()
  }
}

extension DecodingNode {
  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    switch try followed() {
    case .table(let table): self.table = table
    case let other: throw CodingFault.mismatch(other).error([String: Any].self, codingPath)
    }
    return KeyedDecodingContainer(KeyedReader<Key>(node: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch try followed() {
    case .array(let values): return UnkeyedReader(node: self, values: values)
    case .bytes(let bytes):
      return UnkeyedReader(node: self, values: bytes.map { .int(Int64($0)) })
    case let other: throw CodingFault.mismatch(other).error([Any].self, codingPath)
    }
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleReader(node: self) }

  func followed() throws -> Value {
    do throws(CodingFault) {
      return try value.followed
    } catch {
      throw error.error(type, codingPath)
    }
  }
}

extension DecodingNode {
  /// The value of a key, nil where there is none.
  @inline(__always)
  func find(_ key: some CodingKey) -> Value? {
    let place = cursor
    if place < table.count, case .string(let name) = table.keys[place],
      name.isSame(as: key.stringValue)
    {
      cursor = place + 1
      return table.values[place]
    }
    return search(key)
  }

  @inline(never)
  private func search(_ key: some CodingKey) -> Value? {
    let name = key.stringValue
    // Long tables have places for their keys; in short ones, comparing takes less time.
    if table.count <= 16 {
      if let place = table.keys.firstIndex(where: { $0.isName(name) }) {
        cursor = place + 1
        return table.values[place]
      }
    } else if let value = table[.string(name)] {
      return value
    }
    return key.intValue.flatMap { table[.int(Int64($0))] }
  }
}

extension Value {
  fileprivate func isName(_ name: String) -> Bool {
    if case .string(let text) = self { text.isSame(as: name) } else { false }
  }
}

extension String {
  /// Whether another text is the same, and not only written in another way.
  @inline(__always)
  func isSame(as other: String) -> Bool {
    self == other && utf8.count == other.utf8.count
  }
}
