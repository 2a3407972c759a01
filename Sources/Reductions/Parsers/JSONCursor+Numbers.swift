extension JSONCursor {
  fileprivate static let powers: [9 of UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// Whether a number begins here, if it is JSON at all.
  @inline(__always)
  var isAtNumber: Bool { byte == UInt8(ascii: "-") || byte.isDigit }

  /// One where a minus stands here, else zero.
  @inline(__always)
  private var sign: UInt32 {
    // Without a branch, as signs come by chance: the compiler makes one of a comparison.
    ((UInt32(byte) ^ UInt32(UInt8(ascii: "-"))) &- 1) >> 31
  }

  /// Takes the number that is needed here, rounded to a double and then to a float.
  @inline(always)
  mutating func number(_ path: InputPath) throws(ReductionsError) -> Float {
    if let value = shortNumber() { return value }
    let number: Number
    if let plain = plainNumber() { number = plain } else { number = try anyNumber(path) }
    place = number.end
    return number.value
  }

  /// Takes a number with one digit in front of a point and no more than seven behind it, as most are;
  /// else stays here.
  @inline(__always)
  private mutating func shortNumber() -> Float? {
    let sign = sign
    let start = place &+ Int(sign)
    let word = word(at: start)
    let whole = word & 0xFF &- 48
    guard whole < 10, word >> 8 & 0xFF == UInt64(UInt8(ascii: ".")) else { return nil }
    let decimals = self.word(at: start &+ 2)
    let count = decimals.digitCount
    guard count > 0, count < 8 else { return nil }
    guard decimals &>> UInt64(8 &* count) & 0xDF != UInt64(UInt8(ascii: "E")) else { return nil }
    let digits = whole &* Self.powers[count] &+ decimals.number(count)
    place = start &+ 2 &+ count
    let value = Decimal.float(digits, count)
    return Float(bitPattern: value.bitPattern ^ sign << 31)
  }

  private struct Number {
    let value: Float
    let end: Int
  }

  /// A number without an exponent and with no more digits than an integer holds.
  ///
  /// There is no branch on what comes by chance: signs, digits, and how many there are.
  @inline(__always)
  private func plainNumber() -> Number? {
    let sign = sign
    let start = place &+ Int(sign)
    var (next, digits) = (start, UInt64(0))
    while next < end, next &- start < 19 {
      let digit = byte(at: next) &- 48
      guard digit < 10 else { break }
      digits = digits &* 10 &+ UInt64(digit)
      next &+= 1
    }
    let whole = next &- start
    guard whole == 1 || whole > 1 && byte(at: start) != 48 else { return nil }
    var decimals = 0
    if next < end, byte(at: next) == UInt8(ascii: ".") {
      next &+= 1
      // A zero in front takes no room.
      let room = 19 &- whole &+ (digits == 0 ? 1 : 0)
      while true {
        let word = word(at: next)
        let count = word.digitCount
        decimals &+= count
        guard count > 0, decimals <= room else { return nil }
        digits = digits &* Self.powers[count] &+ word.number(count)
        next &+= count
        // What follows is seen below where it is no digit.
        guard count == 8, next < end, byte(at: next).isDigit else { break }
      }
    }
    if next < end {
      let byte = byte(at: next)
      guard !byte.isDigit, byte | 0x20 != UInt8(ascii: "e") else { return nil }
    }
    guard let value = Decimal.longFloat(digits, decimals) else { return nil }
    return Number(value: Float(bitPattern: value.bitPattern ^ sign << 31), end: next)
  }

  @inline(never)
  private func anyNumber(_ path: InputPath) throws(ReductionsError) -> Number {
    var copy = self
    guard isAtNumber else { throw copy.wrong(path, "a number is needed") }
    try copy.skipNumber()
    let part = unsafe part(place, copy.place)
    guard let value = unsafe Decimal.double(part.span) else {
      throw .input(path, "a number is needed")
    }
    guard value.isFinite else { throw .input(path, "the number is too large") }
    return Number(value: Float(value), end: copy.place)
  }

  /// Takes the integer that is needed here.
  mutating func integer(_ path: InputPath) throws(ReductionsError) -> Int {
    guard isAtNumber else { throw wrong(path, "an integer is needed") }
    let start = place
    try skipNumber()
    var value = 0
    for place in start..<place {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard byte(at: place).isDigit, !overflow, product < Int.max - 10 else {
        throw .input(path, "an integer is needed that is not negative")
      }
      value = product + Int(byte(at: place) - 48)
    }
    return value
  }

  /// Goes behind the number that begins here.
  mutating func skipNumber() throws(ReductionsError) {
    let start = place
    _ = take(UInt8(ascii: "-"))
    var isNumber = take(UInt8(ascii: "0")) || digits()
    if isNumber, take(UInt8(ascii: ".")) { isNumber = digits() }
    if isNumber, byte | 0x20 == UInt8(ascii: "e") {
      place += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      isNumber = digits()
    }
    guard isNumber, !byte.isDigit else { throw Self.fault(start, "this is no value") }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard self.byte == byte else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private mutating func digits() -> Bool {
    let start = place
    while byte.isDigit { place += 1 }
    return place > start
  }
}
