extension JSONNumbers {
  /// Adds a number to some bytes, as `text` spells it.
  @inline(__always)
  static func append(_ value: Float, to bytes: inout [UInt8]) {
    guard let number = FloatDigits(value.magnitude) else { return appendUnusual(value, &bytes) }
    // From the end, with zeros where nothing is written: no number takes more than 17.
    var text: [24 of UInt8] = .init(repeating: UInt8(ascii: "0"))
    var (digits, start) = (number.digits, 24)
    if number.exponent >= 0 {
      text[22] = UInt8(ascii: ".")
      start = 22 &- number.exponent
    } else {
      for _ in 0..<(-number.exponent) { write(&digits, &text, &start) }
      start &-= 1
      text[start] = UInt8(ascii: ".")
    }
    repeat { write(&digits, &text, &start) } while digits > 0
    if value < 0 {
      start &-= 1
      text[start] = UInt8(ascii: "-")
    }
    unsafe text.span.extracting(start..<24).withUnsafeBufferPointer { unsafe bytes += $0 }
  }

  /// Writes the last digit in front of what is written.
  @inline(__always)
  private static func write(_ digits: inout UInt32, _ text: inout [24 of UInt8], _ start: inout Int)
  {
    start &-= 1
    text[start] = 48 &+ UInt8(truncatingIfNeeded: digits % 10)
    digits /= 10
  }

  @inline(never)
  private static func appendUnusual(_ value: Float, _ bytes: inout [UInt8]) {
    bytes += text(value).utf8
  }
}
