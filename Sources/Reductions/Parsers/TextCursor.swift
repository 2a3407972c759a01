/// Goes through a line of VW's text.
///
/// It reads memory directly, as most of the time of training is spent here: each access stands behind a
/// comparison with the end.
@safe
struct TextCursor {
  static let bar = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private(set) var place = 0

  /// - Parameter line: memory that stays where it is for as long as this lives.
  @inline(__always)
  @unsafe
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let start = line.baseAddress else { return nil }
    unsafe bytes = start
    end = line.count
  }

  /// The bytes of a range that was gone through.
  @inline(__always)
  private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  @inline(__always)
  func hash(_ range: Range<Int>, seed: UInt32) -> UInt32 {
    let part = unsafe part(range)
    return unsafe FeatureHash.hash(part.span, seed: seed)
  }

  @inline(__always)
  func namespace(_ range: Range<Int>, seed: UInt32) -> Namespace {
    let part = unsafe part(range)
    return unsafe Namespace(part.span, seed: seed)
  }

  func float(_ range: Range<Int>) -> Float? {
    let part = unsafe part(range)
    return unsafe Decimal.float(part.span)
  }

  /// The hash of a value that is a word.
  func wordHash(_ range: Range<Int>, seed: UInt32) -> UInt32 {
    let part = unsafe part(range)
    return unsafe ExampleParser.hash(part.span, seed)
  }

  @inline(__always)
  var isAtEnd: Bool { place >= end }

  /// The byte here, before the end.
  @inline(__always)
  var byte: UInt8 { unsafe bytes[place] }

  @inline(__always)
  private func byte(at place: Int) -> UInt8 { unsafe bytes[place] }

  @inline(__always)
  mutating func skipToBar() {
    while place < end, byte(at: place) != Self.bar { place += 1 }
  }

  @inline(__always)
  mutating func takeBar() -> Bool {
    guard place < end, byte(at: place) == Self.bar else { return false }
    place += 1
    return true
  }

  @inline(__always)
  mutating func skipSpace() {
    while place < end, byte(at: place).isWhitespace { place += 1 }
  }

  /// Goes to the end of a name: a colon, a bar, or white space.
  @inline(__always)
  mutating func skipName() {
    // Eight bytes at once: where a name ends is different each time, and no branch foresees it.
    while end - place >= 8 {
      let word = UInt64(
        littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
      let found = word.below(33) | word.equal(Self.colon) | word.equal(Self.bar)
      guard found != 0 else {
        place += 8
        continue
      }
      place += found.trailingZeroBitCount / 8
      // A control character need not be white space.
      if isEndOfName(byte) { return }
      place += 1
    }
    while place < end, !isEndOfName(byte) { place += 1 }
  }

  @inline(__always)
  private func isEndOfName(_ byte: UInt8) -> Bool {
    byte == Self.colon || byte == Self.bar || byte.isWhitespace
  }

  /// Takes what stands behind a colon: all of it, and its part up to another colon.
  mutating func takeValue() -> (first: Range<Int>, whole: Range<Int>) {
    place += 1
    let start = place
    skipName()
    let first = start..<place
    while place < end, byte(at: place) == Self.colon {
      place += 1
      skipName()
    }
    return (first, start..<place)
  }

  private static let powers: [11 of Float] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
  ]

  /// Takes the number behind a colon, if it is a plain one of few digits; else stays here.
  @inline(__always)
  mutating func takeNumber() -> Float? {
    var next = place + 1
    guard next < end else { return nil }
    // Without a branch, as signs come by chance.
    let sign: UInt32 = byte(at: next) == UInt8(ascii: "-") ? 1 : 0
    next += Int(sign)
    let start = next
    var digits: UInt32 = 0
    // With no more than 7 digits an integer has at most 24 bits: no rounding but that of the division.
    while next < end, next - start < 8 {
      let digit = byte(at: next) &- 48
      guard digit < 10 else { break }
      digits = digits &* 10 &+ UInt32(digit)
      next += 1
    }
    var decimals = 0
    if next < end, byte(at: next) == UInt8(ascii: ".") {
      next += 1
      let point = next
      while next < end, next - start < 9 {
        let digit = byte(at: next) &- 48
        guard digit < 10 else { break }
        digits = digits &* 10 &+ UInt32(digit)
        next += 1
      }
      decimals = next - point
    }
    guard digits < 1 << 24, next > start, decimals > 0 || byte(at: next - 1) != UInt8(ascii: ".")
    else { return nil }
    if next < end {
      let byte = byte(at: next)
      guard byte.isWhitespace || byte == Self.bar else { return nil }
    }
    place = next
    let value = Float(digits) / Self.powers[decimals]
    return Float(bitPattern: value.bitPattern ^ sign << 31)
  }
}
