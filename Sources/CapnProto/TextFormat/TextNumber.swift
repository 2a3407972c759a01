#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Floating-point numbers as `capnp` prints them.
///
/// They are not always the shortest: a number gets the digits that any of its type survives, and
/// where these do not read as the same one, two more.
enum TextNumber {
  static func text(_ value: Double) -> String {
    if let word = word(value) { return word }
    let short = print(value, digits: 15)
    return Double(short) == value ? short : print(value, digits: 17)
  }

  static func text(_ value: Float, exact: Bool) -> String {
    if let word = word(value) { return word }
    let short = print(Double(value), digits: 6)
    // The C library reports every number that is not normal, and they get more digits then.
    if value.isNormal || value.isZero, Float(short) == value { return short }
    return print(Double(value), digits: exact ? 9 : 8)
  }

  private static func word(_ value: some BinaryFloatingPoint) -> String? {
    if value.isNaN { return "nan" }
    guard value.isInfinite else { return nil }
    return value < 0 ? "-inf" : "inf"
  }

  private static func print(_ value: Double, digits: Int) -> String {
    var text = [CChar](repeating: 0, count: 40)
    let room = text.count
    let count = unsafe withVaList([CInt(truncatingIfNeeded: digits), value]) { arguments in
      unsafe vsnprintf(&text, room, "%.*g", arguments)
    }
    var bytes = text.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
    // The program may have a locale in which there is a comma.
    let known = { (byte: UInt8) in byte.isDigit || "+-e".utf8.contains(byte) }
    bytes.removeAll { $0 == UInt8(ascii: "+") }
    if let point = bytes.firstIndex(where: { !known($0) }) {
      bytes.removeAll { !known($0) }
      bytes.insert(UInt8(ascii: "."), at: point)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
