/// Bytes as strings of JSON.
enum JSONBytes {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 3 * 4 + 4)
    var bits: UInt32 = 0
    var bitCount = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        result.append(alphabet[Int(bits >> UInt32(bitCount) & 63)])
      }
    }
    if bitCount > 0 { result.append(alphabet[Int(bits << UInt32(6 - bitCount) & 63)]) }
    while result.count % 4 != 0 { result.append(UInt8(ascii: "=")) }
    return result
  }

  /// The bytes of a text in base64, with or without what fills it up to fours; nil where it is none.
  static func fromBase64(_ text: [UInt8]) -> [UInt8]? {
    var text = text[...]
    if text.count % 4 == 0 {
      if text.last == UInt8(ascii: "=") { text.removeLast() }
      if text.last == UInt8(ascii: "=") { text.removeLast() }
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for character in text {
      guard let value = sixBits(character) else { return nil }
      bits = bits << 6 | value
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
    }
    // Six left-over bits are no byte, and others than zeros were never written.
    return bitCount < 6 && bits & ((1 << bitCount) - 1) == 0 ? result : nil
  }

  private static func sixBits(_ character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  static func hex(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      result.append(JSONOutput.digit(byte >> 4))
      result.append(JSONOutput.digit(byte & 15))
    }
    return result
  }

  static func fromHex(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 2 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 2)
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = JSONScanner.hexadecimal(text[place]),
        let low = JSONScanner.hexadecimal(text[place + 1])
      else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }
}
