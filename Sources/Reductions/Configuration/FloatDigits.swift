/// The shortest digits that read as a float, and of those the closest: for floats of usual size, which
/// stand in JSON without an exponent.
///
/// It is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles", 2021): the float and the
/// middles to its neighbours are scaled by a power of ten, with one multiplication each, so that the
/// digits are those before the point.
struct FloatDigits {
  /// The digits as an integer, without zeros at the end.
  let digits: UInt32
  /// The power of ten that the integer is multiplied with.
  let exponent: Int

  /// - Returns: nil for a float that is less than 1e-6 or not less than 1e13.
  @inline(__always)
  init?(_ value: Float) {
    guard value >= 1e-6, value < 1e13 else { return nil }
    let bits = value.bitPattern
    let fraction = bits & 0x7F_FFFF
    let significand = fraction | 0x80_0000
    let binary = Int(bits >> 23) &- 150
    // The neighbour below a power of two is half as far as the one above.
    let isCloser = fraction == 0
    // The powers of ten and of two that are next to each other: logarithms as fractions.
    var exponent = (binary &* 1_262_611 &- (isCloser ? 524_031 : 0)) >> 22
    let shift = binary &+ (-exponent &* 1_741_647) >> 19 &+ 1
    let scale = Self.scales[6 &- exponent]
    let middle = Self.scaled(scale, (4 &* significand) &<< UInt32(shift))
    let isOdd = significand & 1
    let lower =
      Self.scaled(scale, (4 &* significand &- (isCloser ? 1 : 2)) &<< UInt32(shift)) &+ isOdd
    let upper = Self.scaled(scale, (4 &* significand &+ 2) &<< UInt32(shift)) &- isOdd
    var digits = middle / 4
    // One digit less, where exactly one such number reads as the float.
    let short = digits / 10
    let (isBelow, isAbove) = (lower <= 40 &* short, 40 &* short &+ 40 <= upper)
    if isBelow != isAbove {
      digits = short &+ (isAbove ? 1 : 0)
      exponent &+= 1
    } else {
      let (isBelow, isAbove) = (lower <= 4 &* digits, 4 &* digits &+ 4 <= upper)
      let half = 4 &* digits &+ 2
      let isUp =
        isBelow != isAbove ? isAbove : middle > half || middle == half && digits & 1 == 1
      digits &+= isUp ? 1 : 0
    }
    while digits % 10 == 0 {
      digits /= 10
      exponent &+= 1
    }
    self.digits = digits
    self.exponent = exponent
  }

  /// A product with a power of ten, of which the last bit tells whether there is more behind it.
  @inline(__always)
  private static func scaled(_ scale: UInt64, _ value: UInt32) -> UInt32 {
    let product = scale.multipliedFullWidth(by: UInt64(value))
    let isInexact: UInt32 = product.low >> 32 > 1 ? 1 : 0
    return UInt32(truncatingIfNeeded: product.high) | isInexact
  }

  /// The powers of ten from -6 to 13 as fractions of 64 bits, rounded up.
  private static let scales: [20 of UInt64] = [
    0x8637_bd05_af6c_69b6, 0xa7c5_ac47_1b47_8424, 0xd1b7_1758_e219_652c,
    0x8312_6e97_8d4f_df3c, 0xa3d7_0a3d_70a3_d70b, 0xcccc_cccc_cccc_cccd,
    0x8000_0000_0000_0000, 0xa000_0000_0000_0000, 0xc800_0000_0000_0000,
    0xfa00_0000_0000_0000, 0x9c40_0000_0000_0000, 0xc350_0000_0000_0000,
    0xf424_0000_0000_0000, 0x9896_8000_0000_0000, 0xbebc_2000_0000_0000,
    0xee6b_2800_0000_0000, 0x9502_f900_0000_0000, 0xba43_b740_0000_0000,
    0xe8d4_a510_0000_0000, 0x9184_e72a_0000_0000,
  ]
}
