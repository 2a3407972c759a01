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
}
