// Strings with escapes.
extension JSONCursor {
  @inline(never)
  func escapedHash(_ word: Word, seed: UInt32) throws(ReductionsError) -> UInt32 {
    let name = try unescaped(word)
    return FeatureHash.hash(name.span, seed: seed)
  }

  @inline(never)
  func escapedNamespace(_ word: Word, seed: UInt32) throws(ReductionsError) -> Namespace {
    let name = try unescaped(word)
    return Namespace(name.span, seed: seed)
  }

  private func unescaped(_ word: Word) throws(ReductionsError) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = word.start
    while place < word.end {
      guard byte(at: place) == UInt8(ascii: "\\") else {
        bytes.append(byte(at: place))
        place += 1
        continue
      }
      // A string does not end behind its last backslash.
      let escape = byte(at: place + 1)
      place += 2
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(escape)
      case UInt8(ascii: "b"): bytes.append(8)
      case UInt8(ascii: "f"): bytes.append(12)
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "r"): bytes.append(13)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "u"): bytes += UTF8.encode(try scalar(&place, word.end)) ?? .init()
      default: throw Self.fault(place, "this escape means nothing")
      }
    }
    return bytes
  }

  private func scalar(_ place: inout Int, _ end: Int) throws(ReductionsError) -> UnicodeScalar {
    let first = try unit(&place, end)
    if let scalar = UnicodeScalar(first) { return scalar }
    if first < 0xDC00, place + 6 <= end, byte(at: place) == UInt8(ascii: "\\"),
      byte(at: place + 1) == UInt8(ascii: "u")
    {
      place += 2
      let second = try unit(&place, end)
      if second >= 0xDC00, second < 0xE000,
        let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw Self.fault(place, "half of a character stands alone")
  }

  private func unit(_ place: inout Int, _ end: Int) throws(ReductionsError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard place < end, let digit = Character(UnicodeScalar(byte(at: place))).hexDigitValue else {
        throw Self.fault(place, "\\u takes four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
