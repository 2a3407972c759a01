/// JSON whose syntax was checked, as a flat list of its values in the order of the text.
///
/// It is no tree: an item is four numbers that point into the text. Two bytes of text make at most
/// one item.
struct JSONTape {
  enum Kind: UInt8 {
    case null, `true`, `false`, number, array, object
    /// A string that stands in the text as it is.
    case string
    /// A string with escapes.
    case escaped
  }

  struct Item {
    let kind: Kind
    /// The first byte, of a string the one behind the quote.
    let start: UInt32
    /// The end of a number or a string.
    let end: UInt32
    /// The index of the item that follows this one and all that is in it.
    var next: UInt32
  }

  let bytes: [UInt8]
  private(set) var items: [Item] = []

  init(_ bytes: [UInt8], nestingLimit: Int) throws(CapnProtoError) {
    guard bytes.count < UInt32.max else {
      throw CapnProtoError(.tooLarge, "JSON of 4 GiB or more is not read")
    }
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    // The innermost open array or object last.
    var open: [Int] = []
    try scanner.skipSpace()
    values: while true {
      let (kind, start, end) = try scanner.value()
      items.append(Item(kind: kind, start: start, end: end, next: UInt32(items.count + 1)))
      if kind == .array || kind == .object {
        guard open.count < nestingLimit else {
          throw scanner.malformed("it is more than \(nestingLimit) levels deep", at: Int(start))
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

  private mutating func key(_ scanner: inout JSONScanner) throws(CapnProtoError) {
    let (kind, start, end) = try scanner.key()
    items.append(Item(kind: kind, start: start, end: end, next: UInt32(items.count + 1)))
  }

  private mutating func close(_ container: Int) { items[container].next = UInt32(items.count) }
}

extension JSONTape {
  /// The number of elements of an array.
  func count(_ array: Int) -> Int {
    var count = 0
    forEach(array) { _ in count += 1 }
    return count
  }

  /// Calls a function with the index of each element of an array.
  func forEach<E: Error>(_ array: Int, _ body: (Int) throws(E) -> Void) throws(E) {
    var index = array + 1
    while index < items[array].next {
      try body(index)
      index = Int(items[index].next)
    }
  }

  /// Calls a function with the indices of each key and value of an object.
  func forEachMember<E: Error>(_ object: Int, _ body: (Int, Int) throws(E) -> Void) throws(E) {
    var index = object + 1
    while index < items[object].next {
      try body(index, index + 1)
      index = Int(items[index + 1].next)
    }
  }

  /// The text of a number, or of a string as it stands there.
  func raw(_ index: Int) -> ArraySlice<UInt8> {
    bytes[Int(items[index].start)..<Int(items[index].end)]
  }

  func error(
    _ code: CapnProtoError.Code, _ message: String, at index: Int
  ) -> CapnProtoError {
    CapnProtoError(
      code, "\(JSONScanner.position(in: bytes, Int(items[index].start))): \(message)")
  }
}
