// JSON as decision services log it: {"_label_cost": …, "c": {…, "_multi": [{…}, …]}}. Of members
// with one name the first one counts.
extension ExampleParser {
  func parseDSJSON(
    _ text: Span<UInt8>, _ range: Range<Int>, _ list: inout ExampleList
  ) throws(ReductionsError) {
    unsafe try text.withUnsafeBufferPointer { text throws(ReductionsError) in
      var cursor = unsafe try JSONCursor(text, range)
      try parseLogged(&cursor, &list)
    }
  }

  private func parseLogged(
    _ cursor: inout JSONCursor, _ list: inout ExampleList
  ) throws(ReductionsError) {
    var label = LoggedLabel()
    var shared = Extent.Shared.none
    var isMore = try cursor.openWhole()
    while isMore {
      let key = try cursor.key()
      if shared == .none, cursor.isEqual(key, "c") {
        shared = try parseContext(&cursor, &list.store)
      } else if try !label.take(key, &cursor) {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    try cursor.finish()
    guard shared != .none else { throw .input("c", "an object with the context is needed") }
    list.end(.actions, sharing: shared, try label.whole)
  }

  /// Takes the features that actions share, whose direct ones are in the default namespace, and the
  /// actions among them; tells where what is shared is in the store then.
  private func parseContext(
    _ cursor: inout JSONCursor, _ store: inout FeatureStore
  ) throws(ReductionsError) -> Extent.Shared {
    guard cursor.byte == UInt8(ascii: "{") else {
      throw cursor.wrong("c", "an object with the context is needed")
    }
    let (start, mark) = (cursor, store.mark)
    var (isBegun, isOpen) = (false, false)
    // Where what is shared is, once the actions have come.
    var shared = Extent.Shared.none
    var isMore = try cursor.open()
    while isMore {
      let key = try cursor.key()
      if !cursor.isHidden(key) {
        if shared == .first {
          // It stands on both sides of the actions.
          store.removeAll(behind: mark)
          cursor = start
          try parseScattered(&cursor, &store)
          return .first
        }
        isBegun = true
        try parseMember(&cursor, key, .default, &isOpen, &store, "c")
      } else if shared == .none, cursor.isEqual(key, "_multi") {
        shared = isBegun ? .first : .last
        if isBegun { store.seal() }
        try parseLoggedActions(&cursor, &store)
      } else {
        try cursor.skipValue()
      }
      isMore = try cursor.nextKey()
    }
    guard shared != .none else { throw Self.noActions }
    if shared == .last { store.seal() }
    return shared
  }

  private static var noActions: ReductionsError {
    .input("c._multi", "a list of actions is needed")
  }

  /// Takes what is shared before the actions, wherever they are.
  private func parseScattered(
    _ cursor: inout JSONCursor, _ store: inout FeatureStore
  ) throws(ReductionsError) {
    var actions: JSONCursor?
    var isOpen = false
    var isMore = try cursor.open()
    while isMore {
      let key = try cursor.key()
      if cursor.isHidden(key) {
        if actions == nil, cursor.isEqual(key, "_multi") { actions = cursor }
        try cursor.skipValue()
      } else {
        try parseMember(&cursor, key, .default, &isOpen, &store, "c")
      }
      isMore = try cursor.nextKey()
    }
    store.seal()
    guard var actions else { throw Self.noActions }
    try parseLoggedActions(&actions, &store)
  }

  private func parseLoggedActions(
    _ cursor: inout JSONCursor, _ store: inout FeatureStore
  ) throws(ReductionsError) {
    guard cursor.byte == UInt8(ascii: "[") else {
      throw cursor.wrong("c._multi", "a list of actions is needed")
    }
    var (isMore, count) = (try cursor.open(), 0)
    while isMore {
      let path = InputPath("c._multi[", count, "]")
      // JSON is no deeper than 128 levels, so this is no deeper either.
      switch cursor.byte {
      case UInt8(ascii: "{"): try parseObject(&cursor, .default, &store, path)
      case UInt8(ascii: "["): try parseArray(&cursor, .default, &store, path)
      default: throw cursor.wrong(path, "an object is needed")
      }
      store.seal()
      count += 1
      isMore = try cursor.nextValue()
    }
  }

  private func parseObject(
    _ cursor: inout JSONCursor, _ namespace: Namespace, _ features: inout FeatureStore,
    _ path: InputPath
  ) throws(ReductionsError) {
    var isMore = try cursor.open()
    var isOpen = false
    while isMore {
      let key = try cursor.key()
      if cursor.isHidden(key) {
        try cursor.skipValue()
      } else {
        try parseMember(&cursor, key, namespace, &isOpen, &features, path)
      }
      isMore = try cursor.nextKey()
    }
  }

  /// Takes the value of a feature, or the features of a namespace further in.
  ///
  /// - Parameter isOpen: whether what is added goes to the namespace of this object, and not to one
  ///   further in.
  @inline(__always)
  private func parseMember(
    _ cursor: inout JSONCursor, _ key: JSONCursor.Word, _ namespace: Namespace,
    _ isOpen: inout Bool, _ features: inout FeatureStore, _ path: InputPath
  ) throws(ReductionsError) {
    switch cursor.byte {
    case UInt8(ascii: "{"):
      try parseObject(&cursor, cursor.namespace(key, seed: seed), &features, path)
      isOpen = false
      return
    case UInt8(ascii: "["):
      try parseArray(&cursor, cursor.namespace(key, seed: seed), &features, path)
      isOpen = false
      return
    case UInt8(ascii: "f"): return try cursor.literal("false")
    case UInt8(ascii: "n"): throw cursor.wrong(path, "null is no value of a feature")
    default: break
    }
    if !isOpen { features.open(namespace) }
    isOpen = true
    let name = try cursor.hash(key, seed: namespace.hash)
    switch cursor.byte {
    case UInt8(ascii: "\""):
      features.append(try cursor.hash(cursor.string(), seed: name) & mask, 1)
    case UInt8(ascii: "t"):
      try cursor.literal("true")
      features.append(name & mask, 1)
    default: features.append(name & mask, try cursor.number(path))
    }
  }

  private func parseArray(
    _ cursor: inout JSONCursor, _ namespace: Namespace, _ features: inout FeatureStore,
    _ path: InputPath
  ) throws(ReductionsError) {
    var isMore = try cursor.open()
    var index = namespace.hash
    var isOpen = false
    while isMore {
      switch cursor.byte {
      case UInt8(ascii: "{"):
        try parseObject(&cursor, namespace, &features, path)
        isOpen = false
      case UInt8(ascii: "n"): try cursor.literal("null")
      case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "t"), UInt8(ascii: "f"):
        throw cursor.wrong(path, "a list of features has numbers and objects only")
      default:
        if !isOpen { features.open(namespace) }
        isOpen = true
        features.append(index & mask, try cursor.number(path))
      }
      index &+= 1
      isMore = try cursor.nextValue()
    }
  }
}

extension JSONCursor {
  /// Whether a key has an underscore in front: then its value is no feature.
  @inline(__always)
  func isHidden(_ key: Word) -> Bool {
    key.end > key.start && byte(at: key.start) == UInt8(ascii: "_")
  }
}

/// The parts of the label of a logged example, which are members of the whole line.
private struct LoggedLabel {
  private var action: Int?
  private var cost: Float?
  private var probability: Float?
  // A null counts as the first one too, though it gives nothing.
  private var (hasAction, hasCost, hasProbability) = (false, false, false)

  /// Takes the value of a key if it is a part.
  @inline(__always)
  mutating func take(
    _ key: JSONCursor.Word, _ cursor: inout JSONCursor
  ) throws(ReductionsError) -> Bool {
    if !hasCost, cursor.isEqual(key, "_label_cost") {
      hasCost = true
      if try !cursor.takeNull() { cost = try cursor.number("_label_cost") }
    } else if !hasProbability, cursor.isEqual(key, "_label_probability") {
      hasProbability = true
      if try !cursor.takeNull() { probability = try cursor.number("_label_probability") }
    } else if !hasAction, cursor.isEqual(key, "_labelIndex") {
      hasAction = true
      if try !cursor.takeNull() { action = try cursor.integer("_labelIndex") }
    } else {
      return false
    }
    return true
  }

  var whole: Label? {
    get throws(ReductionsError) {
      if action == nil, cost == nil, probability == nil { return nil }
      guard let action, let cost, let probability else {
        throw .input(
          "_labelIndex",
          "_labelIndex, _label_cost and _label_probability go together, or are absent")
      }
      return .action(action, cost: cost, probability: probability)
    }
  }
}
