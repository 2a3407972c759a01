/// One line of JSON whose syntax was checked, as a flat list of its values.
///
/// Its memory is used again for the next line: that is what makes it another than `JSONDocument`.
struct JSONRow: Sendable {
  enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, array, object
    /// A string that stands in the text as it is.
    case string
    /// A string with escapes.
    case escaped
  }

  struct Item: Sendable {
    let kind: Kind
    /// The first byte of a number or a string, and the one behind it.
    let start: UInt32
    let end: UInt32
    /// The place of the item behind this one and all that is in it.
    var next: UInt32
  }

  /// As deep as serde_json goes.
  private static let nestingLimit = 128

  private(set) var items: [Item] = []
  private var open: [Int] = []

  subscript(place: Int) -> Item { items[place] }

  /// The member of an object, nil where there is none: the first one where there are several.
  func member(_ object: Int, _ name: StaticString, _ text: Span<UInt8>) -> Int? {
    guard items[object].kind == .object else { return nil }
    var place = object + 1
    while place < items[object].next {
      if isEqual(place, name, text) { return place + 1 }
      place = Int(items[place + 1].next)
    }
    return nil
  }

  private func isEqual(_ place: Int, _ name: StaticString, _ text: Span<UInt8>) -> Bool {
    let item = items[place]
    guard Int(item.end - item.start) == name.utf8CodeUnitCount, item.kind == .string else {
      return false
    }
    for index in 0..<name.utf8CodeUnitCount
    where unsafe text[Int(item.start) + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// The bytes of a string or a number, where they stand.
  @inline(__always)
  func raw(_ place: Int) -> Range<Int> { Int(items[place].start)..<Int(items[place].end) }

  /// Takes the place of the line before.
  mutating func parse(_ text: Span<UInt8>) throws(ReductionsError) {
    items.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    guard text.count < UInt32.max else { throw .input("line", "it has 4 GiB or more") }
    var place = 0
    Self.skipSpace(text, &place)
    values: while true {
      let kind = try value(text, &place)
      if kind == .array || kind == .object {
        guard open.count < Self.nestingLimit else {
          throw Self.fault(place, "it is more than \(Self.nestingLimit) levels deep")
        }
        open.append(items.count - 1)
        Self.skipSpace(text, &place)
        if !Self.closes(kind, text, &place) {
          if kind == .object { try key(text, &place) }
          continue values
        }
        close()
      }
      while true {
        Self.skipSpace(text, &place)
        guard let container = open.last else {
          guard place == text.count else { throw Self.fault(place, "nothing may follow the value") }
          return
        }
        let kind = items[container].kind
        if Self.closes(kind, text, &place) {
          close()
          continue
        }
        guard Self.take(UInt8(ascii: ","), text, &place) else {
          throw Self.fault(place, "a comma or a closing bracket is missing")
        }
        Self.skipSpace(text, &place)
        if kind == .object { try key(text, &place) }
        continue values
      }
    }
  }

  private mutating func close() {
    let container = open.removeLast()
    items[container].next = UInt32(items.count)
  }

  @inline(__always)
  private mutating func add(_ kind: Kind, _ start: Int, _ end: Int) {
    items.append(
      Item(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(items.count + 1)))
  }

  private mutating func key(_ text: Span<UInt8>, _ place: inout Int) throws(ReductionsError) {
    guard Self.take(UInt8(ascii: "\""), text, &place) else {
      throw Self.fault(place, "a key in quotes is missing")
    }
    try string(text, &place)
    Self.skipSpace(text, &place)
    guard Self.take(UInt8(ascii: ":"), text, &place) else {
      throw Self.fault(place, "the colon behind a key is missing")
    }
    Self.skipSpace(text, &place)
  }

  @inline(__always)
  private mutating func value(
    _ text: Span<UInt8>, _ place: inout Int
  ) throws(ReductionsError) -> Kind {
    guard place < text.count else { throw Self.fault(place, "the line ends before the value") }
    switch text[place] {
    case UInt8(ascii: "\""):
      place += 1
      try string(text, &place)
      return .string
    case UInt8(ascii: "{"):
      place += 1
      add(.object, place, place)
      return .object
    case UInt8(ascii: "["):
      place += 1
      add(.array, place, place)
      return .array
    case UInt8(ascii: "t"): return try literal("true", .true, text, &place)
    case UInt8(ascii: "f"): return try literal("false", .false, text, &place)
    case UInt8(ascii: "n"): return try literal("null", .null, text, &place)
    default:
      let start = place
      try Self.skipNumber(text, &place)
      add(.number, start, place)
      return .number
    }
  }

  private mutating func literal(
    _ word: StaticString, _ kind: Kind, _ text: Span<UInt8>, _ place: inout Int
  ) throws(ReductionsError) -> Kind {
    let start = place
    guard text.count - start >= word.utf8CodeUnitCount else {
      throw Self.fault(place, "this is no value")
    }
    for index in 0..<word.utf8CodeUnitCount
    where unsafe text[start + index] != word.utf8Start[index] {
      throw Self.fault(place, "this is no value")
    }
    place += word.utf8CodeUnitCount
    add(kind, start, place)
    return kind
  }

  /// The rest of a string behind its first quote.
  @inline(__always)
  private mutating func string(
    _ text: Span<UInt8>, _ place: inout Int
  ) throws(ReductionsError) {
    let start = place
    var kind = Kind.string
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "\"") {
        add(kind, start, place)
        place += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        kind = .escaped
        place += 1
      } else if byte < 0x20 {
        throw Self.fault(place, "a string has a control character that is not escaped")
      }
      place += 1
    }
    throw Self.fault(start, "a string does not end")
  }

  static func fault(_ place: Int, _ message: String) -> ReductionsError {
    .input("byte \(place)", "\(message), so this is no JSON")
  }
}

extension JSONRow {
  @inline(__always)
  private static func skipSpace(_ text: Span<UInt8>, _ place: inout Int) {
    while place < text.count {
      let byte = text[place]
      guard byte == 32 || byte == 9 || byte == 10 || byte == 13 else { return }
      place += 1
    }
  }

  @inline(__always)
  private static func take(_ byte: UInt8, _ text: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < text.count, text[place] == byte else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private static func closes(_ kind: Kind, _ text: Span<UInt8>, _ place: inout Int) -> Bool {
    take(kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"), text, &place)
  }

  @inline(__always)
  private static func digits(_ text: Span<UInt8>, _ place: inout Int) -> Bool {
    let start = place
    while place < text.count, text[place].isDigit { place += 1 }
    return place > start
  }

  @inline(__always)
  private static func skipNumber(
    _ text: Span<UInt8>, _ place: inout Int
  ) throws(ReductionsError) {
    let start = place
    _ = take(UInt8(ascii: "-"), text, &place)
    var isNumber = take(UInt8(ascii: "0"), text, &place) || digits(text, &place)
    if isNumber, take(UInt8(ascii: "."), text, &place) { isNumber = digits(text, &place) }
    if isNumber, place < text.count, text[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if !take(UInt8(ascii: "+"), text, &place) { _ = take(UInt8(ascii: "-"), text, &place) }
      isNumber = digits(text, &place)
    }
    guard isNumber, place == text.count || !text[place].isDigit else {
      throw fault(start, "this is no value")
    }
  }

  /// The bytes of a string with escapes.
  func unescaped(_ place: Int, _ text: Span<UInt8>) throws(ReductionsError) -> [UInt8] {
    let range = raw(place)
    var bytes: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard text[place] == UInt8(ascii: "\\") else {
        bytes.append(text[place])
        place += 1
        continue
      }
      let escape = text[place + 1]
      place += 2
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escape)
      case UInt8(ascii: "b"): bytes.append(8)
      case UInt8(ascii: "f"): bytes.append(12)
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "r"): bytes.append(13)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "u"):
        bytes += UTF8.encode(try Self.scalar(text, &place, range.upperBound)) ?? .init()
      default: throw Self.fault(place, "this escape means nothing")
      }
    }
    return bytes
  }

  private static func scalar(
    _ text: Span<UInt8>, _ place: inout Int, _ end: Int
  ) throws(ReductionsError) -> UnicodeScalar {
    let first = try unit(text, &place, end)
    if let scalar = UnicodeScalar(first) { return scalar }
    if first < 0xDC00, place + 6 <= end, text[place] == UInt8(ascii: "\\"),
      text[place + 1] == UInt8(ascii: "u")
    {
      place += 2
      let second = try unit(text, &place, end)
      if second >= 0xDC00, second < 0xE000,
        let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault(place, "half of a character stands alone")
  }

  private static func unit(
    _ text: Span<UInt8>, _ place: inout Int, _ end: Int
  ) throws(ReductionsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < end, let digit = Character(UnicodeScalar(text[place])).hexDigitValue else {
        throw fault(place, "\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
