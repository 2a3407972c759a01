/// What can be a key of a dictionary of Python 2.7.
protocol PythonKey: Hashable, Sendable {
  /// The hash that Python has for it.
  var pythonHash: Int { get }
}

extension Int: PythonKey {
  var pythonHash: Int { self == -1 ? -2 : self }
}

extension EncoderInput: PythonKey {
  var pythonHash: Int {
    switch self {
    case .number(let number): Self.hash(number)
    case .text(let text): Self.hash(text)
    default: 0
    }
  }

  private static func hash(_ number: Double) -> Int {
    if number.isNaN { return 0 }
    if number.isInfinite { return number > 0 ? 314_159 : -271_828 }
    if let whole = Int(exactly: number) { return whole.pythonHash }
    let sign = number < 0 ? -1 : 1
    guard abs(number) < 0x1p63 else { return sign &* hash(whole: abs(number)) }
    // Not frexp, which has lost the sign in Foundation.
    let scaled = Double(sign) * number.significand * 0x1p30
    let high = scaled.rounded(.towardZero)
    let low = ((scaled - high) * 0x1p31).rounded(.towardZero)
    let hash = Int(high) &+ Int(low) &+ (Int(number.exponent) + 1) << 15
    return hash.pythonHash
  }

  /// The hash of a whole number that is too large for an integer: what is left over 2^64 - 1.
  private static func hash(whole number: Double) -> Int {
    let significand = UInt64(number.significand * 0x1p52)
    let places = (UInt64(number.exponent) - 52) % 64
    return Int(truncatingIfNeeded: significand << places | significand >> (64 - places))
  }

  private static func hash(_ text: String) -> Int {
    guard let first = text.utf8.first else { return 0 }
    var hash = Int(first) << 7
    for byte in text.utf8 { hash = (1_000_003 &* hash) ^ Int(byte) }
    hash ^= text.utf8.count
    return hash.pythonHash
  }
}
