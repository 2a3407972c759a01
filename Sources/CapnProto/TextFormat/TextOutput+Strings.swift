extension TextOutput {
  /// A text or bytes in quotes; in bytes, what is not ASCII is escaped as well.
  mutating func string(_ text: Bytes.Reader, isData: Bool) {
    append("\"")
    var clean = 0
    for index in text.indices {
      let byte = text[index]
      guard let escape = Self.escapes[Int(byte)], isData || byte < 0x80 else {
        if isPassedOn, byte & 0xc0 != 0x80, index - clean >= PieceSink.pieceBytes {
          append(text[clean..<index])
          clean = index
          passOn()
        }
        continue
      }
      append(text[clean..<index])
      append(escape)
      clean = index + 1
      passOn()
    }
    append(text[clean...])
    append("\"")
  }

  /// What stands for each byte that cannot stand for itself.
  private static let escapes: [[UInt8]?] = (0...255 as ClosedRange<UInt8>).map { byte in
    let escape: String? =
      switch byte {
      case 7: "\\a"
      case 8: "\\b"
      case 9: "\\t"
      case 10: "\\n"
      case 11: "\\v"
      case 12: "\\f"
      case 13: "\\r"
      case UInt8(ascii: "'"): "\\'"
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case 0x20..<0x7f: nil
      // Three digits, so that a digit behind them is not taken for one of theirs.
      default: "\\\(byte >> 6)\(byte >> 3 & 7)\(byte & 7)"
      }
    return escape.map { Array($0.utf8) }
  }
}
