/// A floating-point number in decimal, as C's `%g` shows it.
///
/// That is how libcapnp writes numbers, so that the two differ only where libcapnp takes more
/// digits than are needed: for a `Float`, and for a `Double` that needs 16.
struct JSONFloat {
  private let isNegative: Bool
  /// Without zeros at either end; empty for zero.
  private var digits: [UInt8] = []
  /// The power of ten of the first digit.
  private var exponent: Int

  /// - Parameter shortest: The shortest decimal number that reads as the value, as Swift has it.
  init(shortest: String) {
    var text = Array(shortest.utf8)[...]
    isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text.removeFirst() }
    let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1)
    let number = parts.first ?? []
    let whole = number.prefix { $0 != UInt8(ascii: ".") }
    let written = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
    let all = number.filter { $0 != UInt8(ascii: ".") }
    let significant = all.drop { $0 == UInt8(ascii: "0") }
    exponent = written + whole.count - 1 - (all.count - significant.count)
    digits = Array(significant)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }

  var text: [UInt8] {
    var result = isNegative ? [UInt8(ascii: "-")] : []
    guard !digits.isEmpty else { return result + [UInt8(ascii: "0")] }
    if exponent < -4 || exponent >= (digits.count <= 15 ? 15 : 17) {
      result.append(digits[0])
      if digits.count > 1 { result += [UInt8(ascii: ".")] + digits[1...] }
      let magnitude = exponent.magnitude
      return result + "e\(exponent < 0 ? "-" : "")\(magnitude < 10 ? "0" : "")\(magnitude)".utf8
    }
    if exponent < 0 {
      return result + "0.".utf8 + zeros(-exponent - 1) + digits
    }
    result += digits.prefix(exponent + 1)
    result += zeros(exponent + 1 - digits.count)
    if digits.count > exponent + 1 { result += [UInt8(ascii: ".")] + digits[(exponent + 1)...] }
    return result
  }

  private func zeros(_ count: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "0"), count: max(0, count))
  }
}
