extension Value: Codable {
  /// Encodes the value: into other values as it is, and for other encoders as what they know.
  ///
  /// - Throws: `EncodingError` for what another encoder has nothing for: tensors, objects, types,
  ///   references, and tables with keys that are neither text nor numbers.
  public func encode(to encoder: any Encoder) throws {
    if let node = encoder as? EncodingNode {
      return node.set(unwrapped == nil ? self : .wrapped(self))
    }
    switch self {
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .table(let table):
      var container = encoder.container(keyedBy: AnyCodingKey.self)
      for (key, value) in table {
        try container.encode(value, forKey: codingKey(key, encoder))
      }
    default:
      var container = encoder.singleValueContainer()
      try encode(into: &container)
    }
  }

  private func encode(into container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .uint(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .bytes(let value): try container.encode(value)
    case .date(let value): try container.encode(value)
    case .array, .table, .tensor, .object, .type, .reference:
      throw EncodingError.unknown(self, label, container.codingPath)
    }
  }

  private func codingKey(_ key: Value, _ encoder: any Encoder) throws -> AnyCodingKey {
    switch key {
    case .string(let name): AnyCodingKey(stringValue: name)
    case .int(let number): AnyCodingKey(stringValue: "\(number)", intValue: Int(exactly: number))
    default:
      throw EncodingError.unknown(self, "a table with \(key.label) as a key", encoder.codingPath)
    }
  }

  /// Decodes a value: from other values what is there, and from other decoders what they have.
  ///
  /// - Throws: `DecodingError` where another decoder has none of the kinds of values.
  public init(from decoder: any Decoder) throws {
    if let node = decoder as? DecodingNode {
      self = node.value.unwrapped ?? node.value
      return
    }
    if let container = try? decoder.container(keyedBy: AnyCodingKey.self) {
      var table = Table()
      for key in container.allKeys {
        table[.string(key.stringValue)] = try container.decode(Value.self, forKey: key)
      }
      self = .table(table)
    } else if var container = try? decoder.unkeyedContainer() {
      var values: [Value] = []
      while !container.isAtEnd { values.append(try container.decode(Value.self)) }
      self = .array(values)
    } else {
      self = try Value(decoder.singleValueContainer())
    }
  }

  private init(_ container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .int(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .uint(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
}

extension EncodingError {
  /// What to say where an encoder of somebody else has nothing for a part of a value.
  fileprivate static func unknown(
    _ value: Any, _ label: String, _ path: [any CodingKey]
  ) -> EncodingError {
    .invalidValue(
      value,
      Context(
        codingPath: path,
        debugDescription: "this encoder has nothing for \(label): CapnProtoEncoder has"))
  }

  fileprivate static func unknown<Part>(_ part: Part, _ encoder: any Encoder) -> EncodingError {
    unknown(part, "a \(Part.self)", encoder.codingPath)
  }
}

extension DecodingError {
  fileprivate static func unknown<Part>(_ type: Part.Type, _ decoder: any Decoder) -> DecodingError
  {
    .typeMismatch(
      type,
      Context(
        codingPath: decoder.codingPath,
        debugDescription: "this decoder has nothing for a \(type): CapnProtoDecoder has"))
  }
}

// What only values can hold.

extension Table: Codable {
  public func encode(to encoder: any Encoder) throws { try Value.table(self).encode(to: encoder) }

  public init(from decoder: any Decoder) throws {
    guard case .table(let table) = try Value(from: decoder) else {
      throw DecodingError.unknown(Table.self, decoder)
    }
    self = table
  }
}

extension Tensor: Codable {
  public func encode(to encoder: any Encoder) throws {
    guard let node = encoder as? EncodingNode else { throw EncodingError.unknown(self, encoder) }
    node.set(.tensor(self))
  }

  public init(from decoder: any Decoder) throws {
    guard let node = decoder as? DecodingNode, case .tensor(let tensor) = try node.followed() else {
      throw DecodingError.unknown(Tensor.self, decoder)
    }
    self = tensor
  }
}

extension Instance: Codable {
  public func encode(to encoder: any Encoder) throws {
    guard let node = encoder as? EncodingNode else { throw EncodingError.unknown(self, encoder) }
    node.set(.object(self))
  }

  public init(from decoder: any Decoder) throws {
    guard let node = decoder as? DecodingNode, case .object(let object) = try node.followed() else {
      throw DecodingError.unknown(Instance.self, decoder)
    }
    self = object
  }
}

extension TypeID: Codable {
  public func encode(to encoder: any Encoder) throws {
    if let node = encoder as? EncodingNode { return node.set(.type(self)) }
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public init(from decoder: any Decoder) throws {
    if let node = decoder as? DecodingNode, case .type(let id) = try node.followed() {
      self = id
      return
    }
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
    }
  }
}
