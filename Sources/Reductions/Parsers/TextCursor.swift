/// Goes through a line of VW's text.
///
/// It reads memory directly, as most of the time of training is spent here: each access stands behind a
/// comparison with the end. Words of eight bytes may reach behind the line, as far as there is text.
@safe
struct TextCursor {
  static let bar = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  /// The last place where eight bytes can be read.
  private let lastWord: Int
  private(set) var place: Int

  /// - Parameters:
  ///   - text: memory that stays where it is for as long as this lives.
  ///   - line: where the line is in the text. Behind it comes white space, or the end of the text.
  @inline(__always)
  @unsafe
  init?(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    guard let start = text.baseAddress else { return nil }
    unsafe bytes = start
    precondition(line.lowerBound >= 0 && line.upperBound <= text.count, "the line is in the text")
    place = line.lowerBound
    end = line.upperBound
    lastWord = text.count - 8
  }

  /// The bytes of a range that was gone through.
  private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count)
  }

  @inline(__always)
  func hash(_ range: Range<Int>, seed: UInt32) -> UInt32 {
    unsafe FeatureHash.hash(bytes + range.lowerBound, count: range.count, seed: seed)
  }

  @inline(__always)
  func namespace(_ range: Range<Int>, seed: UInt32) -> Namespace {
    unsafe Namespace(bytes + range.lowerBound, count: range.count, seed: seed)
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

  /// Eight bytes, the first one lowest.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
  }

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
  mutating func skipName() {
    // Eight bytes at once: where a name ends is different each time, and no branch foresees it.
    while place <= lastWord {
      let found = word(at: place).endsOfName
      guard found != 0 else {
        place += 8
        continue
      }
      place += found.trailingZeroBitCount / 8
      // A control character need not be white space.
      if place >= end || isEndOfName(byte) { break }
      place += 1
    }
    while place < end, !isEndOfName(byte) { place += 1 }
    if place > end { place = end }
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
}

// What stands in most lines, without a branch that depends on how long it is.
extension TextCursor {
  /// The powers of ten, and behind them the negative ones, as signs come by chance.
  private static let powers: [16 of Float] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, -1, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7,
  ]

  /// Takes a feature with a short name, and with a plain number or none, and a space behind it, if that
  /// is what begins here; else stays here.
  @inline(__always)
  mutating func takeFeature(seed: UInt32) -> (hash: UInt32, value: Float)? {
    // The two words of a name, a colon, a sign and the word of a number are read.
    guard place &+ 18 <= lastWord else { return nil }
    var found = word(at: place).endsOfName
    var name = 0
    if found == 0 {
      found = word(at: place &+ 8).endsOfName
      name = 8
      guard found != 0 else { return nil }
    }
    name &+= found.trailingZeroBitCount / 8
    guard name > 0 else { return nil }
    let next = place &+ name
    var value: Float = 1
    var behind = next
    if byte(at: next) == Self.colon {
      guard let number = number(at: next &+ 1) ?? longNumber(at: next &+ 1) else { return nil }
      (value, behind) = number
    } else if byte(at: next) != 32 {
      return nil
    }
    guard behind <= end else { return nil }
    let hash = unsafe FeatureHash.hash(bytes + place, count: name, seed: seed)
    place = behind
    if behind < end, byte(at: behind) == 32 { place &+= 1 }
    return (hash, value)
  }

  /// One where a minus stands, else zero.
  @inline(__always)
  private func sign(at place: Int) -> UInt32 {
    // Without a branch, as signs come by chance: the compiler makes one of a comparison.
    ((UInt32(byte(at: place)) ^ UInt32(UInt8(ascii: "-"))) &- 1) >> 31
  }

  /// A plain number of few digits, and the place behind it, where the word of it can be read.
  @inline(__always)
  private func number(at first: Int) -> (value: Float, behind: Int)? {
    let sign = Int(sign(at: first))
    let start = first &+ sign
    let word = word(at: start)
    var others = word.otherThanDigits
    var count = others.trailingZeroBitCount / 8
    var (digits, decimals, behind) = (word, 0, start &+ count)
    guard count < 8 else { return nil }
    if byte(at: behind) == UInt8(ascii: ".") {
      // What is behind the point moves to its place.
      let front = (others & (0 &- others)) >> 7 &- 1
      digits = word & front | word >> 8 & ~front
      others &= others &- 1
      let length = others.trailingZeroBitCount / 8
      decimals = length &- count &- 1
      guard decimals > 0 else { return nil }
      count = length &- 1
      behind = start &+ length
    }
    // With no more than 7 digits an integer has at most 24 bits: no rounding but that of the division.
    guard count > 0 else { return nil }
    if behind < end {
      let byte = byte(at: behind)
      guard byte == 32 || byte == Self.bar || byte.isWhitespace else { return nil }
    }
    let power = Self.powers[decimals &+ sign &* 8]
    return (Float(Int32(truncatingIfNeeded: digits.number(count))) / power, behind)
  }

  /// A number without an exponent, and the place behind it, where it has no more digits than an integer
  /// holds.
  @inline(never)
  private func longNumber(at first: Int) -> (value: Float, behind: Int)? {
    let sign = sign(at: first)
    var next = first &+ Int(sign)
    var digits: UInt64 = 0
    guard let whole = takeDigits(&digits, &next) else { return nil }
    var decimals = 0
    if next < end, byte(at: next) == UInt8(ascii: ".") {
      next &+= 1
      guard let count = takeDigits(&digits, &next), count > 0 else { return nil }
      decimals = count
    }
    guard whole + decimals > 0, decimals <= 22 else { return nil }
    if next < end {
      guard byte(at: next) == Self.bar || byte(at: next).isWhitespace else { return nil }
    }
    guard let value = Decimal.nearest(digits, decimals) else { return nil }
    return (Float(bitPattern: value.bitPattern ^ sign << 31), next)
  }

  /// The powers of ten from 0 to 19.
  private static let integers: [20 of UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// Takes digits, and tells how many; nil where the integer would have more than 19 of them, or where
  /// no word can be read.
  @inline(__always)
  private func takeDigits(_ digits: inout UInt64, _ next: inout Int) -> Int? {
    let start = next
    while next <= lastWord {
      let word = word(at: next)
      let others = word.otherThanDigits
      guard others == 0 else {
        let count = others.trailingZeroBitCount / 8
        guard digits < Self.integers[19 &- count] else { return nil }
        if count > 0 { digits = digits &* Self.integers[count] &+ word.number(count) }
        next &+= count
        return next &- start
      }
      // Words of digits only are foreseen: none waits for the count of the one before.
      guard digits < Self.integers[11] else { return nil }
      digits = digits &* Self.integers[8] &+ word.number(8)
      next &+= 8
    }
    return nil
  }

  /// Takes a plain number with one space behind it and then a bar, if that is what begins here.
  @inline(__always)
  mutating func takeLabel() -> Float? {
    guard place < lastWord, let (value, behind) = number(at: place) ?? longNumber(at: place),
      behind &+ 1 < end,
      byte(at: behind) == 32, byte(at: behind &+ 1) == Self.bar
    else { return nil }
    place = behind &+ 1
    return value
  }
}
