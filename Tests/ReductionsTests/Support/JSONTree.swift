import Foundation

/// JSON whose numbers are compared as numbers, bit for bit.
indirect enum JSONTree: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(UInt64)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode([String: JSONTree].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .array(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value.bitPattern)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
}
