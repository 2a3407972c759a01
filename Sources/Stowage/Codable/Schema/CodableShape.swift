/// What a Codable type is made of, as far as it shows.
indirect enum CodableShape: Sendable, Hashable {
  /// Nothing was seen: the elements of an array that stayed empty.
  case unknown
  case scalar(SchemaScalar)
  case optional(CodableShape)
  case list(CodableShape)
  case map(CodableShape, CodableShape)
  /// A record, by its number.
  case record(Int)
}

extension CodableShape {
  /// The shape of what may have either.
  func merged(with other: CodableShape) -> CodableShape {
    switch (self, other) {
    case (_, .unknown): self
    case (.unknown, _): other
    case (.optional(let left), .optional(let right)): .optional(left.merged(with: right))
    case (.optional(let left), _): .optional(left.merged(with: other))
    case (_, .optional(let right)): .optional(merged(with: right))
    case (.list(let left), .list(let right)): .list(left.merged(with: right))
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      .map(key.merged(with: otherKey), value.merged(with: otherValue))
    default: self == other ? self : .scalar(.any)
    }
  }

  /// The same shape, which may be missing.
  var optional: CodableShape {
    if case .optional = self { self } else { .optional(self) }
  }
}

/// A record, or a choice between several things with names.
struct CodableRecord: Sendable {
  var name: String
  var fields: [Field] = []
  /// Whether only one of the fields is there.
  var isChoice = false

  struct Field: Sendable {
    var key: String
    var number: Int?
    var shape: CodableShape
  }

  mutating func note(_ key: some CodingKey, _ shape: CodableShape) {
    if let index = fields.firstIndex(where: { $0.key == key.stringValue }) {
      fields[index].shape = fields[index].shape.merged(with: shape)
    } else {
      fields.append(Field(key: key.stringValue, number: key.intValue, shape: shape))
    }
  }
}
