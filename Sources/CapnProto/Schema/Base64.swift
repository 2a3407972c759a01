/// Base64, as far as the schemas in generated code need it: no line breaks, whole words.
enum Base64 {
  /// The words that `text` encodes, least significant byte first.
  static func words(_ text: StaticString) -> [UInt64] {
    var words: [UInt64] = []
    var word: UInt64 = 0
    var byteCount: UInt64 = 0
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for character in text.description.utf8 {
      guard let digit = value(of: character) else { continue }
      bits = bits << 6 | digit
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      word |= UInt64(bits >> bitCount & 0xff) << (8 * (byteCount % 8))
      byteCount += 1
      if byteCount % 8 == 0 {
        words.append(word)
        word = 0
      }
    }
    return words
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
