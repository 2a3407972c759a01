/// Numbers in text, read exactly.
enum Decimal {
  /// The parts of a number that was found to be one.
  private struct Parts {
    var isNegative = false
    /// The digits as an integer, where there are no more than 19.
    var digits: UInt64 = 0
    var digitCount = 0
    /// The power of ten that the integer is multiplied with.
    var exponent = 0
  }

  /// The number that a text is, as Vowpal Wabbit's text has them; nil where it is none.
  @inline(__always)
  static func float(_ text: Span<UInt8>) -> Float? {
    guard let parts = scan(text) else { return word(text) }
    let value = (-22...22).contains(parts.exponent) ? float(parts) : nil
    return value ?? slow(text)
  }

  private static func float(_ parts: Parts) -> Float? {
    guard parts.digitCount <= 19 else { return nil }
    let value =
      parts.exponent > 0
      ? rounded(Double(parts.digits) * powers[parts.exponent], parts.digits)
      : nearest(parts.digits, -parts.exponent)
    return parts.isNegative ? value.map { -$0 } : value
  }

  /// The float nearest to an integer divided by a power of ten; nil where that takes more care.
  ///
  /// - Parameter decimals: at most 22.
  @inline(__always)
  static func nearest(_ digits: UInt64, _ decimals: Int) -> Float? {
    rounded(Double(digits) / powers[decimals], digits)
  }

  /// The float of a double that was made of an integer and a power of ten; nil where it may be another
  /// than that of the number itself.
  @inline(__always)
  private static func rounded(_ value: Double, _ digits: UInt64) -> Float? {
    // Up to 2^53 only the last step was rounded, so that a double in the middle between two floats may
    // come from beside it. Beyond, it is no more than two doubles away from the number.
    let distance = (value.bitPattern & 0x1FFF_FFFF) &- (0x1000_0000 - 4)
    let isClear = digits <= 1 << 53 ? distance != 4 : distance > 8
    // No product of an integer and a power of ten comes near the limits of floats otherwise.
    guard isClear, value < 1e38 else { return nil }
    return Float(value)
  }

  /// The number that a text is whose syntax was checked.
  @inline(__always)
  static func double(_ text: Span<UInt8>) -> Double? {
    if let value = plain(text) { return value }
    guard let parts = scan(text) else { return nil }
    return exact(parts) ?? slow(text)
  }

  /// The value of a number without an exponent and with few digits, whose syntax was checked.
  @inline(__always)
  private static func plain(_ text: Span<UInt8>) -> Double? {
    guard text.count < 17 else { return nil }
    let sign: UInt64 = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    var (digits, point) = (UInt64(0), text.count - 1)
    for place in Int(sign)..<text.count {
      let digit = text[place] &- 48
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else {
        guard text[place] == UInt8(ascii: ".") else { return nil }
        point = place
      }
    }
    guard digits <= 1 << 53 else { return nil }
    let value = Double(digits) / powers[text.count - 1 - point]
    return Double(bitPattern: value.bitPattern ^ sign << 63)
  }

  @inline(__always)
  private static func exact(_ parts: Parts) -> Double? {
    guard parts.digitCount <= 19, parts.digits <= 1 << 53 else { return nil }
    var value = Double(parts.digits)
    if parts.exponent != 0, parts.digits != 0 {
      guard (-22...22).contains(parts.exponent) else { return nil }
      if parts.exponent > 0 {
        value *= powers[parts.exponent]
      } else {
        value /= powers[-parts.exponent]
      }
    }
    return parts.isNegative ? -value : value
  }

  /// The powers of ten that are doubles.
  static let powers: [23 of Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func slow<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ text: Span<UInt8>
  ) -> Number? {
    var bytes: [UInt8] = []
    for index in text.indices where !(index == 0 && text[0] == UInt8(ascii: "+")) {
      bytes.append(text[index])
    }
    return Number(String(decoding: bytes, as: UTF8.self))
  }

  @inline(__always)
  private static func scan(_ text: Span<UInt8>) -> Parts? {
    var parts = Parts()
    var place = 0
    let count = text.count
    if count > 0, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      parts.isNegative = text[0] == UInt8(ascii: "-")
      place = 1
    }
    var isAny = false
    while place < count, text[place].isDigit {
      add(text[place], &parts)
      place += 1
      isAny = true
    }
    if place < count, text[place] == UInt8(ascii: ".") {
      place += 1
      while place < count, text[place].isDigit {
        add(text[place], &parts)
        parts.exponent -= 1
        place += 1
        isAny = true
      }
    }
    guard isAny else { return nil }
    if place < count, text[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      var isNegative = false
      if place < count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
        isNegative = text[place] == UInt8(ascii: "-")
        place += 1
      }
      guard place < count else { return nil }
      var exponent = 0
      while place < count, text[place].isDigit {
        exponent = min(exponent * 10 + Int(text[place] - 48), 1 << 40)
        place += 1
      }
      guard text[place - 1].isDigit else { return nil }
      parts.exponent += isNegative ? -exponent : exponent
    }
    return place == count ? parts : nil
  }

  @inline(__always)
  private static func add(_ digit: UInt8, _ parts: inout Parts) {
    if parts.digits != 0 || digit != 48 { parts.digitCount += 1 }
    parts.digits = parts.digits &* 10 &+ UInt64(digit - 48)
  }

  /// The value of a word that stands for a number.
  private static func word(_ text: Span<UInt8>) -> Float? {
    // Any longer one is none.
    guard text.count <= 9 else { return nil }
    var word = ""
    for index in text.indices { word.unicodeScalars.append(UnicodeScalar(text[index])) }
    switch word.lowercased() {
    case "nan", "+nan": return .nan
    case "-nan": return -Float.nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -Float.infinity
    default: return nil
    }
  }
}
