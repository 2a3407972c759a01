// JSON as reductionml has it: {"label": …, "features": {namespace: …}}, or with "shared" and
// "actions". Of members with one name the first one counts.
extension ExampleParser {
  func parseJSON(
    _ text: Span<UInt8>, _ range: Range<Int>, _ list: inout ExampleList
  ) throws(ReductionsError) {
    unsafe try text.withUnsafeBufferPointer { text throws(ReductionsError) in
      var cursor = unsafe try JSONCursor(text, range)
      switch features {
      case .simple: try parseSimple(&cursor, &list)
      case .actions: try parseChoice(&cursor, &list)
      }
    }
  }

  private func parseSimple(
    _ cursor: inout JSONCursor, _ list: inout ExampleList
  ) throws(ReductionsError) {
    var label: Label?
    var (hasLabel, hasFeatures, isMissing) = (false, false, true)
    var isMore = try cursor.openWhole()
    while isMore {
      let key = try cursor.key()
      if !hasLabel, cursor.isEqual(key, "label") {
        hasLabel = true
        label = try parseLabel(&cursor)
      } else if !hasFeatures, cursor.isEqual(key, "features") {
        hasFeatures = true
        isMissing = try cursor.takeNull()
        if !isMissing { try parseFeatures(&cursor, &list.store, "features") }
      } else {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    try cursor.finish()
    guard !isMissing else { throw .input("features", "they are missing") }
    list.end(.simple, label)
  }

  private func parseChoice(
    _ cursor: inout JSONCursor, _ list: inout ExampleList
  ) throws(ReductionsError) {
    var label: Label?
    var (hasLabel, hasShared, hasActions) = (false, false, false)
    var shared = Extent.Shared.none
    var isMore = try cursor.openWhole()
    while isMore {
      let key = try cursor.key()
      if !hasActions, cursor.isEqual(key, "actions") {
        hasActions = true
        try parseActions(&cursor, &list.store)
      } else if !hasShared, cursor.isEqual(key, "shared") {
        hasShared = true
        if try !cursor.takeNull() {
          try parseFeatures(&cursor, &list.store, "shared")
          shared = hasActions ? .last : .first
        }
      } else if !hasLabel, cursor.isEqual(key, "label") {
        hasLabel = true
        label = try parseLabel(&cursor)
      } else {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    try cursor.finish()
    guard hasActions else { throw .input("actions", "a list of them is needed") }
    list.end(.actions, sharing: shared, label)
  }

  private func parseActions(
    _ cursor: inout JSONCursor, _ store: inout FeatureStore
  ) throws(ReductionsError) {
    guard cursor.byte == UInt8(ascii: "[") else {
      throw cursor.wrong("actions", "a list of them is needed")
    }
    var (isMore, count) = (try cursor.open(), 0)
    while isMore {
      try parseFeatures(&cursor, &store, InputPath("actions[", count, "]"))
      count += 1
      isMore = try cursor.nextValue()
    }
  }

  private func parseFeatures(
    _ cursor: inout JSONCursor, _ features: inout FeatureStore, _ path: InputPath
  ) throws(ReductionsError) {
    guard cursor.byte == UInt8(ascii: "{") else {
      throw cursor.wrong(path, "an object of namespaces is needed")
    }
    var isMore = try cursor.open()
    while isMore {
      let namespace = try cursor.namespace(cursor.key(), seed: seed)
      features.open(namespace)
      switch cursor.byte {
      case UInt8(ascii: "{"): try parseNamed(&cursor, namespace.hash, &features, path)
      case UInt8(ascii: "["): try parseList(&cursor, namespace.hash, &features, path)
      default:
        throw cursor.wrong(
          path, "a namespace is an object of features, a list of numbers, or a list of words")
      }
      isMore = try cursor.nextKey()
    }
    features.seal()
  }

  private func parseList(
    _ outer: inout JSONCursor, _ hash: UInt32, _ features: inout FeatureStore,
    _ path: InputPath
  ) throws(ReductionsError) {
    // A copy stays in registers.
    var cursor = outer
    var isMore = try cursor.open()
    // All are of the kind that the first one is.
    guard cursor.isAtNumber else {
      while isMore {
        guard cursor.byte == UInt8(ascii: "\"") else {
          throw cursor.wrong(path, "a word is needed")
        }
        features.append(try cursor.hash(cursor.string(), seed: hash) & mask, 1)
        isMore = try cursor.nextValue()
      }
      outer = cursor
      return
    }
    var index = hash
    while isMore {
      features.append(index & mask, try cursor.number(path))
      index &+= 1
      isMore = try cursor.nextValue()
    }
    outer = cursor
  }

  private func parseNamed(
    _ outer: inout JSONCursor, _ hash: UInt32, _ features: inout FeatureStore,
    _ path: InputPath
  ) throws(ReductionsError) {
    // A copy stays in registers.
    var cursor = outer
    var isMore = try cursor.open()
    while isMore {
      let name = try cursor.key()
      switch cursor.byte {
      case UInt8(ascii: "\""):
        let name = try cursor.hash(name, seed: hash)
        features.append(try cursor.hash(cursor.string(), seed: name) & mask, 1)
      case UInt8(ascii: "t"):
        try cursor.literal("true")
        features.append(try cursor.hash(name, seed: hash) & mask, 1)
      case UInt8(ascii: "f"): try cursor.literal("false")
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"):
        throw cursor.wrong(path, "the value of a feature is a number, a word, true or false")
      default:
        let name = try cursor.hash(name, seed: hash)
        features.append(name & mask, try cursor.number(path))
      }
      isMore = try cursor.nextKey()
    }
    outer = cursor
  }
}

extension JSONCursor {
  /// Goes into the object that the whole line is; a line that is something else has no members.
  @inline(__always)
  mutating func openWhole() throws(ReductionsError) -> Bool {
    if byte == UInt8(ascii: "{") { return try open() }
    try skipValue()
    return false
  }
}
