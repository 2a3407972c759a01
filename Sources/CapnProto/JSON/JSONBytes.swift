internal import CapnProtoSyntax

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

  /// Appends the bytes of a text in base64, with or without what fills it up to fours; false where
  /// it is none.
  static func decode(
    base64 text: SharedBytes, to result: SpooledArray<UInt8>
  ) throws(CapnProtoError) -> Bool {
    var text = text
    if text.count % 4 == 0 {
      if text.last == UInt8(ascii: "=") { text = text.dropLast() }
      if text.last == UInt8(ascii: "=") { text = text.dropLast() }
    }
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for character in text {
      guard let value = sixBits(character) else { return false }
      bits = bits << 6 | value
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        try result.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
    }
    // Six left-over bits are no byte, and others than zeros were never written.
    return bitCount < 6 && bits & ((1 << bitCount) - 1) == 0
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

  /// Appends the bytes of a text in hexadecimal digits; false where it is none.
  static func decode(
    hex text: SharedBytes, to result: SpooledArray<UInt8>
  ) throws(CapnProtoError) -> Bool {
    guard text.count % 2 == 0 else { return false }
    for place in stride(from: text.startIndex, to: text.endIndex, by: 2) {
      guard let high = JSONScanner.hexadecimal(text[place]),
        let low = JSONScanner.hexadecimal(text[place + 1])
      else { return false }
      try result.append(high << 4 | low)
    }
    return true
  }
}
