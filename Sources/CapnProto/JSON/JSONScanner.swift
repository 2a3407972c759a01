internal import CapnProtoSyntax

/// Finds the values in the text of JSON one by one, and refuses what is none.
struct JSONScanner {
  private let bytes: SharedBytes
  private var place: Int

  init(_ bytes: SharedBytes) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place == bytes.endIndex }

  /// The byte here, zero at the end: zero is nowhere part of JSON.
  private var byte: UInt8 { place < bytes.endIndex ? bytes[place] : 0 }

  mutating func skipSpace() throws(CapnProtoError) {
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: " "), 9, 10, 13: place += 1
      default: return
      }
    }
  }

  mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected, !isAtEnd else { return false }
    place += 1
    return true
  }

  /// Whether an array or an object ends here.
  mutating func closes(_ kind: JSONTape.Kind) -> Bool {
    take(kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  typealias Found = (kind: JSONTape.Kind, start: Int, end: Int)

  /// A key, and the colon behind it.
  mutating func key() throws(CapnProtoError) -> Found {
    guard take(UInt8(ascii: "\"")) else { throw malformed("a key in quotes is missing") }
    let key = try string()
    try skipSpace()
    guard take(UInt8(ascii: ":")) else { throw malformed("the colon behind a key is missing") }
    try skipSpace()
    return key
  }

  /// A value; of an array or an object only the beginning.
  mutating func value() throws(CapnProtoError) -> Found {
    let start = place
    switch byte {
    case UInt8(ascii: "\""):
      place += 1
      return try string()
    case UInt8(ascii: "{"):
      place += 1
      return (.object, start, start)
    case UInt8(ascii: "["):
      place += 1
      return (.array, start, start)
    case UInt8(ascii: "t"): return try literal("true", .true)
    case UInt8(ascii: "f"): return try literal("false", .false)
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let end = JSONNumber.end(in: bytes[place...]) else {
        throw malformed("this is no number as JSON has them")
      }
      place = end
      return (.number, start, end)
    default: throw malformed(isAtEnd ? "the input ends before the value" : "this is no value")
    }
  }

  private mutating func literal(
    _ word: String, _ kind: JSONTape.Kind
  ) throws(CapnProtoError) -> Found {
    guard bytes[place...].starts(with: word.utf8) else { throw malformed("this is no value") }
    defer { place += word.utf8.count }
    return (kind, place, place)
  }

  /// The rest of a string behind its first quote.
  private mutating func string() throws(CapnProtoError) -> Found {
    let start = place
    var kind = JSONTape.Kind.string
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return (kind, start, place - 1)
      case UInt8(ascii: "\\"):
        kind = .escaped
        try escape()
      case 0..<0x20: throw malformed("a control character in a string has to be escaped")
      case 0x80...: try character()
      default: place += 1
      }
    }
    throw malformed("the input ends within a string")
  }

  private mutating func escape() throws(CapnProtoError) {
    let start = place
    place += 1
    switch byte {
    case UInt8(ascii: "u"):
      place += 1
      let unit = try unit(start)
      if unit & 0xf800 == 0xd800 {
        let isPair =
          unit < 0xdc00 && take(UInt8(ascii: "\\")) && take(UInt8(ascii: "u"))
        guard isPair, try self.unit(start) & 0xfc00 == 0xdc00 else {
          throw malformed("this is one half of a surrogate pair, without the other", at: start)
        }
      }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 1
    default: throw malformed("this is no escape sequence of JSON", at: start)
    }
  }

  private mutating func unit(_ escape: Int) throws(CapnProtoError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Self.hexadecimal(byte) else {
        throw malformed("`\\u` needs four hexadecimal digits", at: escape)
      }
      unit = unit << 4 | UInt16(digit)
      place += 1
    }
    return unit
  }

  /// Passes over a character of two bytes or more.
  private mutating func character() throws(CapnProtoError) {
    let start = place
    let first = bytes[start]
    // The least second byte rules out what has a shorter form, the greatest what is no character.
    let (count, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xc2...0xdf: (2, 0x80...0xbf)
      case 0xe0: (3, 0xa0...0xbf)
      case 0xed: (3, 0x80...0x9f)
      case 0xe1...0xef: (3, 0x80...0xbf)
      case 0xf0: (4, 0x90...0xbf)
      case 0xf1...0xf3: (4, 0x80...0xbf)
      case 0xf4: (4, 0x80...0x8f)
      default: (0, 0...0)
      }
    guard count > 0, count <= bytes.endIndex - start, second ~= bytes[start + 1],
      bytes[(start + 2)..<(start + count)].allSatisfy({ $0 & 0xc0 == 0x80 })
    else { throw malformed("the bytes of a string are not UTF-8") }
    place += count
  }
}

extension JSONScanner {
  static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  func malformed(_ reason: String, at offset: Int? = nil) -> CapnProtoError {
    CapnProtoError(
      .malformed,
      "the JSON is malformed at \(Self.position(in: bytes, offset ?? place)): \(reason)")
  }

  /// A place in a text for people, who count from one, and characters.
  static func position(in bytes: SharedBytes, _ offset: Int) -> String {
    var line = 1
    var column = 1
    for byte in bytes[bytes.startIndex..<offset] {
      if byte == 10 {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    return "line \(line), column \(column)"
  }
}
