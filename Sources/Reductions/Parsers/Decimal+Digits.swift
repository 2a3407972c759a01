extension Decimal {
  /// An integer divided by a power of ten, rounded to a double and then to a float.
  ///
  /// - Parameters:
  ///   - digits: at most 2^53, so that both are doubles, and the quotient is rounded once.
  ///   - decimals: at most 22.
  @inline(__always)
  static func float(_ digits: UInt64, _ decimals: Int) -> Float {
    Float(Double(Int64(truncatingIfNeeded: digits)) / powers[decimals])
  }

  /// An integer divided by a power of ten, rounded to a double and then to a float; nil where that
  /// takes more care.
  ///
  /// - Parameter decimals: at most 22.
  @inline(__always)
  static func longFloat(_ digits: UInt64, _ decimals: Int) -> Float? {
    guard digits > 1 << 53 else { return float(digits, decimals) }
    guard let integer = Int64(exactly: digits) else { return nil }
    // It is no more than two doubles beside the right one, which is a matter only near the middle
    // between two floats. All are far from where floats end: the least is 2^53 / 10^22.
    let value = Double(integer) / powers[decimals]
    let rest = value.bitPattern & 0x1FFF_FFFF
    return rest &- (0x1000_0000 - 8) > 16 ? Float(value) : nil
  }
}
