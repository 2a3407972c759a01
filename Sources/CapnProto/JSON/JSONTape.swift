internal import CapnProtoSyntax

/// JSON whose syntax was checked, as a flat list of its values in the order of the text.
///
/// It is no tree: an item is two words that point into the text. Two bytes of text make at most one
/// item.
struct JSONTape {
  enum Kind: UInt8 {
    case null, `true`, `false`, number, array, object
    /// A string that stands in the text as it is.
    case string
    /// A string with escapes.
    case escaped
  }

  struct Item: BitwiseCopyable {
    private let head: UInt64
    /// The end of a number or a string; of an array or an object, the index of the item that follows
    /// it and all that is in it.
    var end: Int

    init(kind: Kind, start: Int, end: Int) {
      head = UInt64(start) << 3 | UInt64(kind.rawValue)
      self.end = end
    }

    // There are as many kinds as three bits can tell apart.
    var kind: Kind { unsafe unsafeBitCast(UInt8(truncatingIfNeeded: head & 7), to: Kind.self) }

    /// The first byte, of a string the one behind the quote.
    var start: Int { Int(head >> 3) }
  }

  let bytes: SharedBytes
  let items: SpooledArray<Item>

  /// Checks the syntax of a text.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - nestingLimit: how many levels deep it may be.
  ///   - memoryBytes: from which size on the list is in a file.
  ///   - progress: is told how far the work is.
  init(
    _ bytes: SharedBytes, nestingLimit: Int, memoryBytes: Int = .max,
    progress: SpoolProgress? = nil
  ) throws(CapnProtoError) {
    self.bytes = bytes
    items = SpooledArray(memoryBytes: memoryBytes)
    var scanner = JSONScanner(bytes)
    // The innermost open array or object last.
    var open: [Int] = []
    try scanner.skipSpace()
    values: while true {
      let (kind, start, end) = try scanner.value()
      try items.append(Item(kind: kind, start: start, end: end))
      progress?.reach(start)
      if kind == .array || kind == .object {
        guard open.count < nestingLimit else {
          throw scanner.malformed("it is more than \(nestingLimit) levels deep", at: start)
        }
        open.append(items.count - 1)
        try scanner.skipSpace()
        if !scanner.closes(kind) {
          if kind == .object { try key(&scanner) }
          continue values
        }
        close(open.removeLast())
      }
      while true {
        try scanner.skipSpace()
        guard let container = open.last else {
          guard scanner.isAtEnd else { throw scanner.malformed("nothing may follow the value") }
          return
        }
        let kind = items[container].kind
        if scanner.closes(kind) {
          open.removeLast()
          close(container)
          if kind == .object { try refuseDuplicates(in: container) }
          continue
        }
        guard scanner.take(UInt8(ascii: ",")) else {
          let closing = kind == .object ? "`}`" : "`]`"
          throw scanner.malformed("a comma or \(closing) is missing")
        }
        try scanner.skipSpace()
        if kind == .object { try key(&scanner) }
        continue values
      }
    }
  }

  private func key(_ scanner: inout JSONScanner) throws(CapnProtoError) {
    let (kind, start, end) = try scanner.key()
    try items.append(Item(kind: kind, start: start, end: end))
  }

  private func close(_ container: Int) { items[container].end = items.count }
}

extension JSONTape {
  /// The index of the item that follows a value and all that is in it.
  func next(_ index: Int) -> Int {
    let item = items[index]
    return item.kind == .array || item.kind == .object ? item.end : index + 1
  }

  /// The number of elements of an array.
  func count(_ array: Int) -> Int {
    var count = 0
    forEach(array) { _ in count += 1 }
    return count
  }

  /// Calls a function with the index of each element of an array.
  func forEach<E: Error>(_ array: Int, _ body: (Int) throws(E) -> Void) throws(E) {
    var index = array + 1
    let end = items[array].end
    while index < end {
      try body(index)
      index = next(index)
    }
  }

  /// Calls a function with the indices of each key and value of an object.
  func forEachMember<E: Error>(_ object: Int, _ body: (Int, Int) throws(E) -> Void) throws(E) {
    var index = object + 1
    let end = items[object].end
    while index < end {
      try body(index, index + 1)
      index = next(index + 1)
    }
  }

  /// The text of a number, or of a string as it stands there.
  func raw(_ index: Int) -> SharedBytes {
    let item = items[index]
    return bytes[item.start..<item.end]
  }

  func error(
    _ code: CapnProtoError.Code, _ message: String, at index: Int
  ) -> CapnProtoError {
    CapnProtoError(code, "\(JSONScanner.position(in: bytes, items[index].start)): \(message)")
  }
}
