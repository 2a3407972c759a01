internal import Foundation

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
    let (fraction, exponent) = Foundation.frexp(number)
    let high = (fraction * 2_147_483_648).rounded(.towardZero)
    let low = ((fraction * 2_147_483_648 - high) * 2_147_483_648).rounded(.towardZero)
    let hash = Int(high) &+ Int(low) &+ Int(exponent) << 15
    return hash.pythonHash
  }

  private static func hash(_ text: String) -> Int {
    guard let first = text.utf8.first else { return 0 }
    var hash = Int(first) << 7
    for byte in text.utf8 { hash = (1_000_003 &* hash) ^ Int(byte) }
    hash ^= text.utf8.count
    return hash.pythonHash
  }
}
