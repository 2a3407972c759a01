/// Looks for the end of a value in text or JSON, among others: for the bracket that closes the first
/// one.
struct ValueScan {
  private enum State { case plain, comment, string, escape }

  private var state = State.plain
  private var depth = 0

  /// Whether there was nothing yet but white space and comments.
  private(set) var isBlank = true

  /// Whether the byte that was passed last was the last of the text.
  private(set) var isComplete = false

  mutating func pass(_ byte: UInt8) {
    switch (state, byte) {
    case (.plain, UInt8(ascii: "#")): state = .comment
    case (.plain, _): passPlain(byte)
    case (.comment, 0x0A): state = .plain
    case (.string, UInt8(ascii: "\\")): state = .escape
    // No string goes on in the next line; the parser will say so.
    case (.string, UInt8(ascii: "\"")), (.string, 0x0A): state = .plain
    case (.escape, _): state = .string
    case (.comment, _), (.string, _): break
    }
  }

  private mutating func passPlain(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09...0x0D: return
    case UInt8(ascii: "\""): state = .string
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      // One too many ends the text as well, so that it is not the fault of what follows.
      isComplete = depth <= 0
    default: break
    }
    isBlank = false
  }
}
