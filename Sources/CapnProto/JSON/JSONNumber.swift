internal import CapnProtoSyntax

/// The numbers of JSON, read exactly.
enum JSONNumber {
  /// The end of the number that a text begins with; nil where it begins with none.
  static func end(in text: SharedBytes) -> Int? {
    var place = text.startIndex
    func byte() -> UInt8 { place < text.endIndex ? text[place] : 0 }
    func digits() -> Bool {
      let start = place
      while isDigit(byte()) { place += 1 }
      return place > start
    }
    if byte() == UInt8(ascii: "-") { place += 1 }
    if byte() == UInt8(ascii: "0") { place += 1 } else if !digits() { return nil }
    if byte() == UInt8(ascii: ".") {
      place += 1
      guard digits() else { return nil }
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      place += 1
      if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { place += 1 }
      guard digits() else { return nil }
    }
    return isDigit(byte()) ? nil : place
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The value of a number that is an integer, however it is written; nil where it is none, or one
  /// that no integer of 64 bits holds.
  static func integer(_ text: SharedBytes) -> DynamicValue? {
    let parts = Parts(text)
    var magnitude: UInt64 = 0
    // Zeros that count only if another digit follows.
    var zeros = 0
    for digit in parts.digits(text) {
      if digit == 0 {
        if magnitude > 0 { zeros += 1 }
        continue
      }
      guard let shifted = scaled(magnitude, by: zeros + 1) else { return nil }
      let (sum, overflow) = shifted.addingReportingOverflow(UInt64(digit))
      guard !overflow else { return nil }
      magnitude = sum
      zeros = 0
    }
    guard magnitude > 0 else { return .uint(0) }
    let exponent = zeros + parts.exponent
    guard exponent >= 0, let value = scaled(magnitude, by: exponent) else { return nil }
    guard parts.isNegative else { return .uint(value) }
    return value <= UInt64(Int64.max) + 1 ? .int(Int64(truncatingIfNeeded: 0 &- value)) : nil
  }

  private static func scaled(_ value: UInt64, by power: Int) -> UInt64? {
    guard value > 0 else { return 0 }
    guard power <= 19 else { return nil }
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }

  /// The nearest floating-point number; nil where it is too large for one.
  static func float<T: BinaryFloatingPoint & LosslessStringConvertible>(
    _ text: SharedBytes, _ type: T.Type
  ) -> T? {
    let short = text.count <= 1000 ? String(decoding: text, as: UTF8.self) : shortened(text)
    return T(short).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number of moderate length that lies between the same floating-point numbers.
  ///
  /// A `Double` in the middle between two others has less than 770 digits, so that of the digits
  /// behind those it only counts whether there are any.
  private static func shortened(_ text: SharedBytes) -> String {
    let parts = Parts(text)
    var kept: [UInt8] = []
    var dropped = 0
    var isMore = false
    for digit in parts.digits(text) where !(kept.isEmpty && digit == 0) {
      if kept.count < 800 {
        kept.append(UInt8(ascii: "0") + digit)
      } else {
        dropped += 1
        isMore = isMore || digit > 0
      }
    }
    var exponent = parts.exponent + dropped
    if isMore {
      kept.append(UInt8(ascii: "1"))
      exponent -= 1
    }
    let digits = kept.isEmpty ? "0" : String(decoding: kept, as: UTF8.self)
    // Beyond these all is zero or infinite, whatever the 800 digits are.
    exponent = min(max(exponent, -10_000), 10_000)
    return "\(parts.isNegative ? "-" : "")\(digits)e\(exponent)"
  }

  /// Where the parts of a number are.
  private struct Parts {
    let isNegative: Bool
    /// The power of ten by which the digits, taken as an integer, are multiplied.
    let exponent: Int
    private let mantissa: Range<Int>

    init(_ text: SharedBytes) {
      isNegative = text.first == UInt8(ascii: "-")
      let end = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.endIndex
      mantissa = (text.startIndex + (isNegative ? 1 : 0))..<end
      let point = text[..<end].firstIndex(of: UInt8(ascii: "."))
      var written = 0
      for byte in text[end...] where JSONNumber.isDigit(byte) {
        // Larger than any text is long, and far from where Int ends.
        written = min(written * 10 + Int(byte - UInt8(ascii: "0")), 1 << 40)
      }
      if text[end...].dropFirst().first == UInt8(ascii: "-") { written = -written }
      exponent = written - (point.map { end - $0 - 1 } ?? 0)
    }

    func digits(_ text: SharedBytes) -> some Sequence<UInt8> {
      text[mantissa].lazy.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    }
  }
}
