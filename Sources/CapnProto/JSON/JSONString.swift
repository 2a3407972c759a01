internal import CapnProtoSyntax

/// The bytes that a string of JSON stands for, one by one.
struct JSONString: Sequence, IteratorProtocol {
  private let text: SharedBytes
  private var place: Int
  /// What is still to come of a character that was escaped, the next byte lowest.
  private var pending: UInt32 = 0

  /// A string whose escapes are good.
  init(_ text: SharedBytes) {
    self.text = text
    place = text.startIndex
  }

  private mutating func take() -> UInt8 {
    guard place < text.endIndex else { return 0 }
    defer { place += 1 }
    return text[place]
  }

  mutating func next() -> UInt8? {
    if pending != 0 {
      defer { pending >>= 8 }
      return UInt8(truncatingIfNeeded: pending)
    }
    guard place < text.endIndex else { return nil }
    let byte = take()
    guard byte == UInt8(ascii: "\\") else { return byte }
    let escape = take()
    switch escape {
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"): return character()
    default: return escape
    }
  }

  private mutating func character() -> UInt8 {
    var code = hexadecimal()
    if code & 0xfc00 == 0xd800 {
      // Behind the first half there is `\u` and the second one.
      place += 2
      code = 0x10000 + (code & 0x3ff) << 10 + hexadecimal() & 0x3ff
    }
    let bytes = Array(String(Character(Unicode.Scalar(code) ?? "\u{fffd}")).utf8)
    pending = bytes.dropFirst().reversed().reduce(0) { $0 << 8 | UInt32($1) }
    return bytes[0]
  }

  private mutating func hexadecimal() -> UInt32 {
    (0..<4).reduce(0) { code, _ in code << 4 | UInt32(JSONScanner.hexadecimal(take()) ?? 0) }
  }
}
