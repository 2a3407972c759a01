internal import CapnProtoSyntax

// Numbers, bools, enumerants and nothing; and what is wrong with values.
extension TextFiller {
  /// A value as one of a type that is no pointer.
  mutating func scalar(
    _ value: TextValue, _ type: SchemaType
  ) throws(CapnProtoError) -> DynamicValue {
    let isFloat = type == .float32 || type == .float64
    guard !value.hasSuffixes, case .word(let head) = value.head else {
      throw mismatch(value, type)
    }
    switch head {
    case .relative(let name):
      if let known = try word(name, type) { return known }
    case .integer(let number, let isNegative):
      // A zero keeps its sign, as it is what a zero of a float is printed as.
      if isFloat, isNegative, number == 0 { return .float64(-0.0) }
      if let known = Self.integer(number, isNegative, type) { return known }
    case .float(let number) where isFloat: return .float64(number)
    default: break
    }
    throw mismatch(value, type)
  }

  private mutating func word(
    _ name: String, _ type: SchemaType
  ) throws(CapnProtoError) -> DynamicValue? {
    switch (type, name) {
    case (.enumeration(let schema), _):
      if enumerants[schema.id] == nil {
        let pairs = schema.enumerants.map { ($0.name, $0.value) }
        enumerants[schema.id] = Dictionary(pairs) { first, _ in first }
      }
      return enumerants[schema.id]?[name].map {
        .enumeration(DynamicEnum(schema: schema, rawValue: $0))
      }
    case (.void, "void"): return .void
    case (.bool, "true"): return .bool(true)
    case (.bool, "false"): return .bool(false)
    case (.float32, "inf"), (.float64, "inf"): return .float64(.infinity)
    case (.float32, "nan"), (.float64, "nan"): return .float64(.nan)
    default: return nil
    }
  }

  private static func integer(
    _ number: UInt64, _ isNegative: Bool, _ type: SchemaType
  ) -> DynamicValue? {
    if case .enumeration(let schema) = type {
      // A value that the schema does not know is printed as a number.
      guard let value = UInt16(exactly: number), !isNegative || value == 0 else { return nil }
      return .enumeration(DynamicEnum(schema: schema, rawValue: value))
    }
    guard isNegative else { return .uint(number) }
    return number > 1 << 63 ? nil : .int(Int64(truncatingIfNeeded: 0 &- number))
  }

  /// Throws unless a value can be one of a pointer type.
  func check(_ value: TextValue, _ type: SchemaType) throws(CapnProtoError) {
    let fits =
      switch (value.head, type) {
      case (.string, .text), (.string, .data), (.binary, .data), (.list, .list),
        (.tuple, .structure):
        !value.hasSuffixes
      default: false
      }
    if !fits { throw mismatch(value, type) }
  }

  /// Adds the place to an error that a value gives.
  func at(
    _ value: TextValue, _ body: () throws(CapnProtoError) -> Void
  ) throws(CapnProtoError) {
    do throws(CapnProtoError) {
      try body()
    } catch {
      throw self.error(error.code, value.range, "\(error.message).")
    }
  }

  func mismatch(_ value: TextValue, _ type: SchemaType) -> CapnProtoError {
    switch type {
    case .interface, .anyPointer, .anyStruct, .anyList, .anyCapability:
      error(.unsupported, value.range, "No text can tell what a pointer of type \(type) leads to.")
    default: error(.typeMismatch, value.range, "Type mismatch; expected \(type).")
    }
  }
}
