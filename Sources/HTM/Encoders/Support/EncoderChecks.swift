/// What encoders check of their parameters, and of the same fields of files.
enum EncoderChecks {
  /// How many bits an encoder may have, so that a small file cannot ask for a lot of memory.
  static let mostBits = 1 << 24

  static func oddWidth(_ w: Int) throws(HTMError) {
    guard w > 0, w % 2 == 1, w <= mostBits else {
      throw .parameter("w", "\(w) is not an odd number from 1 to 2^24")
    }
  }

  /// NuPIC asks for this so that noise does not make inputs alike.
  static func enoughOnes(_ w: Int, _ forced: Bool) throws(HTMError) {
    guard forced || w >= 21 else {
      throw .parameter("w", "\(w) is below 21, which needs forced: true")
    }
  }

  static func bits(_ n: Int, above least: Int, _ reason: String) throws(HTMError) {
    guard n > least, n <= mostBits else {
      throw .parameter("n", "\(n) is not from \(least + 1), as \(reason), to 2^24")
    }
  }

  static func verbosity(_ verbosity: Int) throws(HTMError) {
    guard (0...255).contains(verbosity) else {
      throw .parameter("verbosity", "\(verbosity) is not from 0 to 255")
    }
  }

  static func limits(_ minval: Double, _ maxval: Double) throws(HTMError) {
    guard minval.isFinite, maxval.isFinite, minval < maxval, (2 * maxval - 2 * minval).isFinite
    else {
      throw .parameter("minval", "\(minval) is not a number below maxval, which is \(maxval)")
    }
  }

  /// The number that NuPIC's files have room for.
  static func byte(_ verbosity: Int) -> UInt8 { UInt8(clamping: verbosity) }

  /// The whole part of a number; nil where no index can be that large.
  static func whole(_ number: Double) -> Int? {
    abs(number) < 0x1p53 ? Int(number) : nil
  }
}

extension ClosedRange<Double> {
  /// A range of two numbers that may be in the wrong order by a rounding error.
  init(near first: Double, _ second: Double) {
    self = first <= second ? first...second : second <= first ? second...first : 0...0
  }
}

extension [Int] {
  /// The indices of ones as a bit for each place; the places have to be there.
  func dense(_ count: Int) -> [Bool] {
    var bits = [Bool](repeating: false, count: count)
    for one in self { bits[one] = true }
    return bits
  }
}
