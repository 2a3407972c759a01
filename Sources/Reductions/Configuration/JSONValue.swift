internal import CapnProto

/// JSON that is built before it is written, or kept as it was read.
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case unsigned(UInt64)
  case signed(Int64)
  /// A number whose shortest spelling is that of the type.
  case float(Float)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Takes a value from a text.
  init(_ document: JSONDocument, _ place: Int) {
    switch document.node(place) {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .string(let text): self = .string(text)
    case .number(let bytes):
      let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
      if let value = UInt64(text) {
        self = .unsigned(value)
      } else if let value = Int64(text), text != "-0" {
        self = .signed(value)
      } else {
        self = .double(Double(text) ?? .nan)
      }
    case .array(let places): self = .array(places.map { JSONValue(document, $0) })
    case .object(let members):
      self = .object(members.map { ($0.key, JSONValue(document, $0.value)) })
    }
  }

  /// The same with the members of objects in the order of their names' bytes.
  var sorted: JSONValue {
    switch self {
    case .array(let values): .array(values.map(\.sorted))
    case .object(let members):
      .object(
        members.map { ($0.0, $0.1.sorted) }
          .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
    default: self
    }
  }

  /// The text on one line.
  var text: String {
    var output = ""
    write(&output, indent: nil)
    return output
  }

  /// The text with a line for each member and element.
  var pretty: String {
    var output = ""
    write(&output, indent: "\n")
    return output
  }

  private func write(_ output: inout String, indent: String?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .unsigned(let value): output += "\(value)"
    case .signed(let value): output += "\(value)"
    case .float(let value): output += JSONNumbers.text(value)
    case .double(let value): output += JSONNumbers.text(value)
    case .string(let text): Self.write(text, &output)
    case .array(let values):
      Self.write(values, "[", "]", &output, indent) { value, output, indent in
        value.write(&output, indent: indent)
      }
    case .object(let members):
      Self.write(members, "{", "}", &output, indent) { member, output, indent in
        Self.write(member.0, &output)
        output += indent == nil ? ":" : ": "
        member.1.write(&output, indent: indent)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], _ open: String, _ close: String, _ output: inout String, _ indent: String?,
    _ write: (Part, inout String, String?) -> Void
  ) {
    output += open
    let inner = indent.map { $0 + "  " }
    for (index, part) in parts.enumerated() {
      if index > 0 { output += "," }
      if let inner { output += inner }
      write(part, &output, inner)
    }
    if let indent, !parts.isEmpty { output += indent }
    output += close
  }

  private static func write(_ text: String, _ output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{8}": output += "\\b"
      case "\u{C}": output += "\\f"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}

extension JSONValue: Codable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try container.allKeys.map { ($0.stringValue, try container.decode(Self.self, forKey: $0)) })
    } else if var container = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !container.isAtEnd { values.append(try container.decode(Self.self)) }
      self = .array(values)
    } else {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode(UInt64.self) {
        self = .unsigned(value)
      } else if let value = try? container.decode(Double.self) {
        self = .double(value)
      } else {
        self = .string(try container.decode(String.self))
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Name.self)
      for (name, value) in members {
        try container.encode(value, forKey: Name(stringValue: name))
      }
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    default: try encodeSingle(to: encoder)
    }
  }

  private func encodeSingle(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .bool(let value): try container.encode(value)
    case .unsigned(let value): try container.encode(value)
    case .signed(let value): try container.encode(value)
    case .float(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .null, .array, .object: try container.encodeNil()
    }
  }
}
