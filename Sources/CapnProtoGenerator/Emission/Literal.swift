/// How values are spelled in Swift source.
enum Literal {
  /// A string, with everything escaped that an editor might not show.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default:
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  static func bytes(_ bytes: [UInt8]) -> String {
    "[" + bytes.map { String($0) }.joined(separator: ", ") + "]"
  }

  static func words(_ words: [UInt64]) -> String {
    "[\n"
      + stride(from: 0, to: words.count, by: 4).map { start in
        "    " + words[start..<min(start + 4, words.count)].map(\.hex).joined(separator: ", ")
      }.joined(separator: ",\n") + ",\n  ]"
  }

  static func float(_ bits: UInt32) -> String {
    let value = Float(bitPattern: bits)
    return value.isFinite ? "\(value)" : "Swift::Float(bitPattern: \(hex(UInt64(bits), digits: 8)))"
  }

  static func double(_ bits: UInt64) -> String {
    let value = Double(bitPattern: bits)
    return value.isFinite ? "\(value)" : "Swift::Double(bitPattern: \(bits.hex))"
  }

  /// The mask of a scalar field of this default, nil when it is zero.
  static func mask(_ value: ValueModel, bits: Int) -> String? {
    let mask = bits < 64 ? value.mask & (1 << UInt64(bits) - 1) : value.mask
    if mask == 0 { return nil }
    switch value {
    case .uint, .enumeration: return "\(mask)"
    case .int(let number) where number > 0: return "\(mask)"
    default: return hex(mask, digits: bits / 4)
    }
  }

  private static func hex(_ value: UInt64, digits: Int) -> String {
    "0x" + value.hex.suffix(digits)
  }
}
