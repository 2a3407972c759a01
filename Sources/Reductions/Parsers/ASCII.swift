extension UInt8 {
  /// Whether words of VW's text end here: a space, tab, line feed, form feed or carriage return.
  @inline(__always)
  var isWhitespace: Bool { self == 32 || (self <= 13 && (self >= 12 || self == 9 || self == 10)) }

  @inline(__always)
  var isDigit: Bool { self &- 48 < 10 }
}
