internal import Foundation

/// Goes through a line of JSON once, and checks its syntax on the way.
///
/// It reads memory directly, as most of the time of training is spent here: each access stands behind
/// a comparison with the end.
@safe
struct JSONCursor {
  /// Where a string is, without its quotes.
  struct Word {
    let start: Int
    let end: Int
    /// Whether it stands in the text other than it is.
    let isEscaped: Bool
  }

  /// As deep as serde_json goes.
  static let nestingLimit = 128

  private let bytes: UnsafePointer<UInt8>
  let end: Int
  /// The end of the text that the line is in.
  ///
  /// What can be read behind the line begins with a space or the end of a line: it looks at no more
  /// than is needed, and takes nothing of it.
  private let limit: Int
  var place = 0
  /// How many arrays and objects are open.
  private(set) var depth = 0

  /// - Parameters:
  ///   - text: memory that stays where it is for as long as this lives.
  ///   - range: where the line is in it. Behind it comes white space with the end of a line, or nothing.
  @inline(__always)
  @unsafe
  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(ReductionsError) {
    guard let start = text.baseAddress else {
      throw Self.fault(0, "the line ends before the value")
    }
    unsafe bytes = start + range.lowerBound
    end = range.count
    limit = text.count &- range.lowerBound
    skipSpace()
  }

  /// The byte at a place before the end.
  @inline(__always)
  func byte(at place: Int) -> UInt8 { unsafe bytes[place] }

  /// The byte here, and 0 at the end.
  @inline(__always)
  var byte: UInt8 { place < end ? byte(at: place) : 0 }

  /// The eight bytes from a place on, the first of them lowest, with zeros behind the text.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    if limit &- place >= 8 { return load(place) }
    return lastWord(place)
  }

  // Sums of places do not overflow: no line is that long.
  @inline(__always)
  private func load(_ place: Int) -> UInt64 {
    UInt64(littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
  }

  private func lastWord(_ place: Int) -> UInt64 {
    if limit >= 8 { return load(limit &- 8) >> UInt64(8 * (8 - (limit - place))) }
    var word: UInt64 = 0
    for place in (place..<limit).reversed() { word = word << 8 | UInt64(byte(at: place)) }
    return word
  }

  /// Four bytes from a place on, and zero where the text has no four more.
  @inline(__always)
  func half(at place: Int) -> UInt32 {
    guard limit &- place >= 4 else { return 0 }
    return UInt32(
      littleEndian: unsafe UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt32.self))
  }

  /// The bytes of a string or a number that was gone through.
  @inline(__always)
  func part(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes + start, count: end &- start)
  }

  @inline(never)
  static func fault(_ place: Int, _ message: String) -> ReductionsError {
    .input("byte \(place)", "\(message), so this is no JSON")
  }
}

// Arrays and objects.
extension JSONCursor {
  /// Goes to the first value or key of the array or object that begins here; false where it is empty.
  @inline(__always)
  mutating func open() throws(ReductionsError) -> Bool {
    guard depth < Self.nestingLimit else {
      throw Self.fault(place, "it is more than \(Self.nestingLimit) levels deep")
    }
    depth &+= 1
    // The two brackets of a kind are two apart.
    let closing = byte(at: place) + 2
    place &+= 1
    skipSpace()
    guard byte == closing else { return true }
    close()
    return false
  }

  /// Goes behind a value, to the one that follows in the array; false at its end.
  @inline(__always)
  mutating func nextValue() throws(ReductionsError) -> Bool { try next(UInt8(ascii: "]")) }

  /// Goes behind a value, to the key that follows in the object; false at its end.
  @inline(__always)
  mutating func nextKey() throws(ReductionsError) -> Bool { try next(UInt8(ascii: "}")) }

  @inline(__always)
  private mutating func next(_ closing: UInt8) throws(ReductionsError) -> Bool {
    if takePunctuation(UInt8(ascii: ","), at: place) { return true }
    return try unusualNext(closing)
  }

  /// Goes over a byte and one space, if that is all in front of what follows.
  ///
  /// Else it stays here.
  @inline(__always)
  private mutating func takePunctuation(_ mark: UInt8, at place: Int) -> Bool {
    let bytes = half(at: place)
    guard bytes & 0xFF == UInt32(mark) else { return false }
    // Nobody writes now this and now that, so that a branch is foreseen.
    if bytes & 0xFF00 == 0x2000 {
      guard bytes & 0xFF_0000 > 0x20_0000 else { return false }
      self.place = place &+ 2
    } else {
      guard bytes & 0xFF00 > 0x2000 else { return false }
      self.place = place &+ 1
    }
    return true
  }

  @inline(__always)
  private mutating func unusualNext(_ closing: UInt8) throws(ReductionsError) -> Bool {
    skipSpace()
    let byte = byte
    if byte == UInt8(ascii: ",") {
      place &+= 1
      skipSpace()
      return true
    }
    guard byte == closing else {
      throw Self.fault(place, "a comma or a closing bracket is missing")
    }
    close()
    return false
  }

  @inline(__always)
  private mutating func close() {
    place &+= 1
    depth &-= 1
  }

  // With underscores it would be a hint only, and not followed.

  /// Takes a key, and goes to its value.
  @inline(always)
  mutating func key() throws(ReductionsError) -> Word {
    guard byte == UInt8(ascii: "\"") else {
      throw Self.fault(place, "a key in quotes is missing")
    }
    let word = try string()
    if takePunctuation(UInt8(ascii: ":"), at: place) { return word }
    skipSpace()
    guard byte == UInt8(ascii: ":") else {
      throw Self.fault(place, "the colon behind a key is missing")
    }
    place &+= 1
    skipSpace()
    return word
  }

  /// Sees that nothing follows the value.
  @inline(__always)
  mutating func finish() throws(ReductionsError) {
    skipSpace()
    guard place == end else { throw Self.fault(place, "nothing may follow the value") }
  }

  @inline(__always)
  mutating func skipSpace() {
    while true {
      let byte = byte
      guard byte <= 32, byte == 32 || byte == 9 || byte == 10 || byte == 13 else { return }
      place &+= 1
    }
  }
}

// Strings.
extension JSONCursor {
  /// Takes the string that begins here.
  @inline(__always)
  mutating func string() throws(ReductionsError) -> Word {
    let start = place &+ 1
    var next = start
    // Eight bytes at once; there are zeros behind the end.
    while true {
      let word = word(at: next)
      let found =
        word.below(32) | word.equal(UInt8(ascii: "\"")) | word.equal(UInt8(ascii: "\\"))
      next &+= found.trailingZeroBitCount / 8
      if found != 0 { break }
    }
    let isPlain = next < end && byte(at: next) == UInt8(ascii: "\"")
    let result =
      isPlain
      ? Word(start: start, end: next, isEscaped: false) : try unusualString(start, next)
    place = result.end &+ 1
    return result
  }

  /// A string, from where something else than text was found in it.
  @inline(never)
  private func unusualString(_ start: Int, _ place: Int) throws(ReductionsError) -> Word {
    var next = place
    var isEscaped = false
    while next < end {
      let byte = byte(at: next)
      if byte == UInt8(ascii: "\"") {
        return Word(start: start, end: next, isEscaped: isEscaped)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        next += 1
      } else if byte < 0x20 {
        throw Self.fault(next, "a string has a control character that is not escaped")
      }
      next += 1
    }
    throw Self.fault(start, "a string does not end")
  }

  /// Whether a string is a word; one with escapes is taken for none.
  @inline(__always)
  func isEqual(_ word: Word, _ name: StaticString) -> Bool {
    guard word.end &- word.start == name.utf8CodeUnitCount, !word.isEscaped else { return false }
    return unsafe memcmp(bytes + word.start, name.utf8Start, name.utf8CodeUnitCount) == 0
  }

  @inline(__always)
  func hash(_ word: Word, seed: UInt32) throws(ReductionsError) -> UInt32 {
    if word.isEscaped { return try escapedHash(word, seed: seed) }
    return unsafe FeatureHash.hash(
      bytes + word.start, count: word.end &- word.start, seed: seed)
  }

  @inline(__always)
  func namespace(_ word: Word, seed: UInt32) throws(ReductionsError) -> Namespace {
    if word.isEscaped { return try escapedNamespace(word, seed: seed) }
    return unsafe Namespace(bytes + word.start, count: word.end &- word.start, seed: seed)
  }
}
