/// JSON that is being written.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) { bytes += text.utf8 }

  /// Takes back what was written behind a place.
  mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// A string of UTF-8.
  mutating func string(_ text: some RandomAccessCollection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var clean = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes += text[clean..<index]
      clean = text.index(after: index)
      escape(byte)
    }
    bytes += text[clean...]
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 8: bytes.append(UInt8(ascii: "b"))
    case 9: bytes.append(UInt8(ascii: "t"))
    case 10: bytes.append(UInt8(ascii: "n"))
    case 12: bytes.append(UInt8(ascii: "f"))
    case 13: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      append("u00")
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    }
  }

  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  mutating func integer(_ value: some BinaryInteger, quoted: Bool) {
    append(quoted ? "\"\(value)\"" : "\(value)")
  }

  /// The shortest number that reads as the same value; what JSON has no number for is a string.
  mutating func float(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
    if value.isNaN { return append("\"NaN\"") }
    if value.isInfinite { return append(value < 0 ? "\"-Infinity\"" : "\"Infinity\"") }
    bytes += JSONFloat(shortest: value.description).text
  }
}
