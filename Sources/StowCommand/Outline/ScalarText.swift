internal import CapnProto

/// How single values are shown.
enum ScalarText {
  private static let longest = 60

  static func of(_ value: DynamicValue) -> String {
    switch value {
    case .void: "void"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .float64(let value): "\(value)"
    case .text(let text): quoted(text.string)
    case .data(let bytes): "\(bytes.count) bytes"
    case .list(let list): "\(list.count) elements"
    case .enumeration(let value): value.name ?? "\(value.rawValue) (unknown)"
    case .structure(let value): value.schema.name
    case .capability: "capability"
    case .anyPointer(let pointer): pointer.isNull ? "null" : "pointer"
    }
  }

  /// Text on one line, cut where it is long, and without what would steer a terminal.
  static func quoted(_ text: String, longest: Int = longest) -> String {
    var result = "\""
    for (index, character) in text.unicodeScalars.enumerated() {
      if index == longest { return result + "\"…" }
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where character.properties.generalCategory == .control:
        result += "\\u{\(String(character.value, radix: 16))}"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  /// A name from a file, without what would steer a terminal.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
