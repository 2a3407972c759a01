/// What a field holds, in the form in which `Tests/Interop/read_message.py` prints it.
indirect enum PeerJSON: Hashable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([PeerJSON])
  case object([String: PeerJSON])

  static func number(_ value: some BinaryInteger) -> PeerJSON { .number(String(value)) }

  /// The lower-case hexadecimal digits of some bytes.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> PeerJSON {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return .string(String(decoding: text, as: UTF8.self))
  }

  /// The bits of a number, most significant first: JSON has no word for infinity.
  static func bits(_ bits: some FixedWidthInteger) -> PeerJSON {
    hexadecimal(
      stride(from: bits.bitWidth - 8, through: 0, by: -8).map {
        UInt8(truncatingIfNeeded: bits >> $0)
      })
  }
}

extension PeerJSON: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let digits): digits
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\(Self.quoted($0)): \($1)" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
