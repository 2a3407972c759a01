/// The values of one line of JSON whose syntax was checked, as a flat list.
///
/// It points into memory of a `JSONRow`, which has to stay as it is while this is used.
@safe
struct JSONItems {
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

  private let items: UnsafePointer<Item>
  private let count: Int

  @unsafe
  init(_ items: UnsafePointer<Item>, count: Int) {
    unsafe self.items = items
    self.count = count
  }

  @inline(__always)
  subscript(place: Int) -> Item {
    precondition(place >= 0 && place < count, "the place is not one of a value")
    return unsafe items[place]
  }

  /// The bytes of a string or a number, where they stand.
  @inline(__always)
  func raw(_ place: Int) -> Range<Int> {
    let item = self[place]
    return Int(item.start)..<Int(item.end)
  }

  /// The member of an object, nil where there is none: the first one where there are several.
  func member(_ object: Int, _ name: StaticString, _ text: Span<UInt8>) -> Int? {
    guard self[object].kind == .object else { return nil }
    let end = Int(self[object].next)
    var place = object + 1
    while place < end {
      if isEqual(place, name, text) { return place + 1 }
      place = Int(self[place + 1].next)
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ place: Int, _ name: StaticString, _ text: Span<UInt8>) -> Bool {
    let item = self[place]
    guard Int(item.end - item.start) == name.utf8CodeUnitCount, item.kind == .string else {
      return false
    }
    for index in 0..<name.utf8CodeUnitCount
    where unsafe text[Int(item.start) + index] != name.utf8Start[index] {
      return false
    }
    return true
  }
}

// Strings with escapes.
extension JSONItems {
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
      default: throw JSONScanner.fault(place, "this escape means nothing")
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
    throw JSONScanner.fault(place, "half of a character stands alone")
  }

  private static func unit(
    _ text: Span<UInt8>, _ place: inout Int, _ end: Int
  ) throws(ReductionsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < end, let digit = Character(UnicodeScalar(text[place])).hexDigitValue else {
        throw JSONScanner.fault(place, "\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
