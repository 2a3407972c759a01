/// JSON that is being written.
struct JSONOutput {
  /// What was written and not passed on.
  private(set) var bytes: [UInt8] = []
  private let target: (([UInt8]) -> Void)?
  private var passed = 0

  /// Output that is kept, or passed on to a target piece by piece.
  init(target: (([UInt8]) -> Void)? = nil) { self.target = target }

  /// How large it is so far.
  var count: Int { passed + bytes.count }

  /// Passes on what there is if that is enough, or at the end whatever it is.
  ///
  /// What is passed on cannot be taken back.
  mutating func passOn(atLeast size: Int = PieceSink.pieceBytes) {
    guard let target, bytes.count >= size else { return }
    passed += bytes.count
    target(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(_ text: [UInt8]) { bytes += text }

  /// Takes back what was written behind a place.
  mutating func cut(to count: Int) { bytes.removeLast(self.count - count) }

  /// A string of UTF-8.
  mutating func string(_ text: some RandomAccessCollection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var clean = text.startIndex
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        if target != nil, byte & 0xc0 != 0x80,
          text.distance(from: clean, to: index) >= PieceSink.pieceBytes
        {
          bytes += text[clean..<index]
          clean = index
          passOn()
        }
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
