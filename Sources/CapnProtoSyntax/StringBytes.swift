/// The bytes that strings stand for which follow one another, one by one.
package struct StringBytes: Sequence, IteratorProtocol {
  private let text: SharedBytes
  private var place: Int
  private var isInside = false

  /// Strings that the lexer found, with what is between them.
  package init(_ text: SharedBytes) {
    self.text = text
    place = text.startIndex
  }

  package mutating func next() -> UInt8? {
    while place < text.endIndex {
      let byte = text[place]
      place += 1
      switch (isInside, byte) {
      case (_, UInt8(ascii: "\"")): isInside.toggle()
      case (true, UInt8(ascii: "\\")): return text.escape(&place, end: text.endIndex) ?? 0
      case (true, _): return byte
      case (false, UInt8(ascii: "#")): place = text[place...].firstIndex(of: 0x0A) ?? text.endIndex
      case (false, _): break
      }
    }
    return nil
  }
}

/// The bytes that a literal of hexadecimal digits stands for, one by one.
package struct HexBytes: Sequence, IteratorProtocol {
  private let text: SharedBytes
  private var place: Int

  /// A literal that the lexer found.
  package init(_ text: SharedBytes) {
    self.text = text
    // Behind the `0x`, which begins with a digit.
    place = text.startIndex + 2
  }

  package mutating func next() -> UInt8? {
    while place + 1 < text.endIndex {
      if let high = text[place].hexValue, let low = text[place + 1].hexValue {
        place += 2
        return high << 4 | low
      }
      place += 1
    }
    return nil
  }
}

extension SharedBytes {
  /// The byte that an escape sequence stands for; nil where it is none.
  ///
  /// - Parameters:
  ///   - place: The byte behind the backslash, then the one behind the sequence.
  ///   - endIndex: Where the text ends.
  func escape(_ place: inout Int, end endIndex: Int) -> UInt8? {
    guard place < endIndex else { return nil }
    let byte = self[place]
    place += 1
    switch byte {
    case UInt8(ascii: "a"): return 7
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "v"): return 11
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"): return byte
    case UInt8(ascii: "x"):
      guard place + 1 < endIndex, let high = self[place].hexValue,
        let low = self[place + 1].hexValue
      else { return nil }
      place += 2
      return high << 4 | low
    case let digit where digit.isOctalDigit:
      var value = digit - UInt8(ascii: "0")
      for _ in 0..<2 {
        guard place < endIndex, self[place].isOctalDigit else { break }
        value = value << 3 | (self[place] - UInt8(ascii: "0"))
        place += 1
      }
      return value
    default: return nil
    }
  }
}
