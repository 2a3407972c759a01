extension UInt8 {
  /// Whether words of VW's text end here: a space, tab, line feed, form feed or carriage return.
  @inline(__always)
  var isWhitespace: Bool { self == 32 || (self <= 13 && (self >= 12 || self == 9 || self == 10)) }

  @inline(__always)
  var isDigit: Bool { self &- 48 < 10 }
}

// Eight bytes at once. The lowest bit of the result tells of the first byte; those behind it may
// say too much.
extension UInt64 {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of each byte that is less than one of at most 128.
  @inline(__always)
  func below(_ limit: UInt8) -> UInt64 {
    (self &- Self.ones &* UInt64(limit)) & ~self & (Self.ones << 7)
  }

  /// The highest bit of each byte that is another.
  @inline(__always)
  func equal(_ byte: UInt8) -> UInt64 { (self ^ Self.ones &* UInt64(byte)).below(1) }

  /// The highest bit of each byte where a name of VW's text may end: a colon, a bar, a space, or a
  /// control character.
  @inline(__always)
  var endsOfName: UInt64 {
    below(33) | equal(UInt8(ascii: ":")) | equal(UInt8(ascii: "|"))
  }

  /// The highest bit of each byte that is no digit, right up to the first one beyond ASCII.
  @inline(__always)
  var otherThanDigits: UInt64 {
    // Digits become 0 to 9. Only bytes beyond ASCII carry into the next one.
    let values = self ^ Self.ones &* 0x30
    return (values &+ Self.ones &* 0x76 | values) & Self.ones << 7
  }

  /// How many digits it begins with, the lowest byte first.
  @inline(__always)
  var digitCount: Int { otherThanDigits.trailingZeroBitCount / 8 }

  /// The number that its first digits are, of which there is at least one.
  @inline(__always)
  func number(_ count: Int) -> UInt64 {
    // As zeros in front. Then pairs, fours and all of them join.
    let digits = (self ^ Self.ones &* 0x30) &<< UInt64(64 - 8 * count)
    let pairs = digits &* 10 &+ digits >> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    return
      ((pairs & mask) &* 0x000F_4240_0000_0064 &+ (pairs >> 16 & mask)
        &* 0x0000_2710_0000_0001)
      >> 32
  }
}
