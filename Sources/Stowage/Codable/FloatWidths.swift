// Conversions that keep what is in numbers that are none. The processor's own would make a
// signalling one quiet.

extension Float {
  /// The same number in eight bytes.
  var widened: Double {
    guard isNaN else { return Double(self) }
    let bits = UInt64(bitPattern)
    return Double(
      bitPattern: (bits >> 31) << 63 | 0x7FF0_0000_0000_0000 | (bits & 0x7F_FFFF) << 29)
  }

  /// The nearest number in four bytes.
  init(narrowing number: Double) {
    guard number.isNaN else {
      self = Float(number)
      return
    }
    let bits = number.bitPattern
    let payload = UInt32(truncatingIfNeeded: bits >> 29) & 0x7F_FFFF
    let sign = UInt32(truncatingIfNeeded: bits >> 63) << 31
    // Without anything left in the upper bits it would be infinity.
    self = Float(bitPattern: sign | 0x7F80_0000 | (payload == 0 ? 0x40_0000 : payload))
  }
}
