internal import CapnProtoSyntax
internal import Foundation

extension JSONTape {
  private struct Key: BitwiseCopyable {
    let hash: Int
    let index: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.hash, left.index) < (right.hash, right.index)
    }
  }

  /// Throws where an object has the same key twice.
  func refuseDuplicates(in object: Int) throws(CapnProtoError) {
    var keys: [Int] = []
    forEachMember(object) { key, _ in if keys.count <= 16 { keys.append(key) } }
    if keys.count > 16 { return try refuseDuplicates(manyKeys(of: object)) }
    for (place, key) in keys.enumerated() where keys[..<place].contains(where: { same($0, key) }) {
      throw duplicate(key)
    }
  }

  /// The keys by their hashes, so that those that are the same are together, in their order.
  private func manyKeys(of object: Int) throws(CapnProtoError) -> SpooledArray<Key> {
    let keys = SpooledArray<Key>(memoryBytes: items.memoryBytes)
    let buffer = SpooledArray<UInt8>(memoryBytes: items.memoryBytes)
    try forEachMember(object) { key, _ throws(CapnProtoError) in
      try keys.append(Key(hash: hash(key, buffer), index: key))
    }
    keys.sort(by: <)
    return keys
  }

  /// A number that is the same for keys that are the same.
  func hash(_ key: Int, _ buffer: SpooledArray<UInt8>) throws(CapnProtoError) -> Int {
    var hasher = Hasher()
    try unsafe contents(key, buffer).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func refuseDuplicates(_ keys: SpooledArray<Key>) throws(CapnProtoError) {
    var first: Int?
    var start = 0
    for place in 1..<keys.count {
      if keys[place].hash != keys[start].hash { start = place }
      // Hashes are others in each run, so that nobody can make many keys that share one.
      for other in start..<place where same(keys[other].index, keys[place].index) {
        first = min(first ?? .max, keys[place].index)
        start = place
        break
      }
    }
    if let first { throw duplicate(first) }
  }

  /// Whether two strings are the same.
  func same(_ left: Int, _ right: Int) -> Bool {
    switch (items[left].kind == .escaped, items[right].kind == .escaped) {
    case (false, false): sameRaw(items[left], items[right])
    case (true, false): JSONString(raw(left)).elementsEqual(raw(right))
    case (false, true): raw(left).elementsEqual(JSONString(raw(right)))
    case (true, true): JSONString(raw(left)).elementsEqual(JSONString(raw(right)))
    }
  }

  private func sameRaw(_ left: Item, _ right: Item) -> Bool {
    let count = left.end - left.start
    guard right.end - right.start == count else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      // Both were found in the text.
      unsafe memcmp(
        bytes.baseAddress.unsafelyUnwrapped + left.start,
        bytes.baseAddress.unsafelyUnwrapped + right.start, count) == 0
    }
  }

  private func duplicate(_ key: Int) -> CapnProtoError {
    error(.malformed, "the key \"\(label(string: key))\" is there twice", at: key)
  }
}
