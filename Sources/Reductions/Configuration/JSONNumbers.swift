/// Spells numbers as serde_json does: the shortest digits that read as the same number.
enum JSONNumbers {
  static func text(_ value: Float) -> String {
    value.isFinite ? text(value.description, least: -6, most: 13) : "null"
  }

  static func text(_ value: Double) -> String {
    value.isFinite ? text(value.description, least: -5, most: 16) : "null"
  }

  /// - Parameters:
  ///   - description: the number as Swift spells it, which has the same digits.
  ///   - least: numbers have an exponent from here down.
  ///   - most: numbers with more digits before the point have an exponent.
  private static func text(_ description: String, least: Int, most: Int) -> String {
    // Where Swift has no exponent, there is none here either, and all is the same.
    guard description.utf8.contains(UInt8(ascii: "e")) else { return description }
    let isNegative = description.hasPrefix("-")
    let parts = description.drop { $0 == "-" }.split(separator: "e")
    let number = parts.first ?? ""
    let whole = number.prefix { $0 != "." }
    var digits = number.filter { $0 != "." }
    // Where the point is, counted in digits.
    var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.hasPrefix("0") {
      digits.removeFirst()
      point -= 1
    }
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = isNegative ? "-" : ""
    guard !digits.isEmpty else { return sign + "0.0" }
    if digits.count <= point, point <= most {
      return sign + digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    if point > 0, point <= most {
      return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
    if point > least, point <= 0 {
      return sign + "0." + String(repeating: "0", count: -point) + digits
    }
    let rest = digits.dropFirst()
    return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e\(point - 1)"
  }
}
