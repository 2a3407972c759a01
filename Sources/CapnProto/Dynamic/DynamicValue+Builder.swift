extension DynamicValue {
  /// A field or an element of a message that is being built.
  public enum Builder {
    /// A value that is replaced, not changed: set the field.
    case scalar(DynamicValue)
    /// A text.
    case text(Text.Builder)
    /// Bytes.
    case data(Bytes.Builder)
    /// A list.
    case list(DynamicList.Builder)
    /// A struct or a group.
    case structure(DynamicStruct.Builder)
    /// A pointer of an open type.
    case anyPointer(PointerBuilder)
  }

  /// The bits of the value as one of a type that is no pointer.
  func bits(as type: SchemaType) throws(CapnProtoError) -> UInt64 {
    let bits: UInt64? =
      switch (self, type) {
      case (.void, .void): 0
      case (.bool(let value), .bool): value ? 1 : 0
      case (.int(let value), _): Self.bits(value, type)
      case (.uint(let value), _): Self.bits(value, type)
      case (.float32(let value), .float32): UInt64(value.bitPattern)
      case (.float32(let value), .float64): Double(value).bitPattern
      case (.float64(let value), .float64): value.bitPattern
      case (.float64(let value), .float32): UInt64(Float(value).bitPattern)
      case (.enumeration(let value), .enumeration(let schema)) where value.schema == schema:
        UInt64(value.rawValue)
      default: nil
      }
    guard let bits else { throw .mismatch("\(label)", type) }
    return bits
  }

  private static func bits(_ value: some FixedWidthInteger, _ type: SchemaType) -> UInt64? {
    switch type {
    case .int8: Int8(exactly: value).map { UInt64(UInt8(bitPattern: $0)) }
    case .int16: Int16(exactly: value).map { UInt64(UInt16(bitPattern: $0)) }
    case .int32: Int32(exactly: value).map { UInt64(UInt32(bitPattern: $0)) }
    case .int64: Int64(exactly: value).map { UInt64(bitPattern: $0) }
    case .uint8: UInt8(exactly: value).map { UInt64($0) }
    case .uint16: UInt16(exactly: value).map { UInt64($0) }
    case .uint32: UInt32(exactly: value).map { UInt64($0) }
    case .uint64: UInt64(exactly: value)
    case .float32: UInt64(Float(value).bitPattern)
    case .float64: Double(value).bitPattern
    default: nil
    }
  }

  /// The value as an error names it.
  private var label: String {
    switch self {
    case .void: "nothing"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .float64(let value): "\(value)"
    case .text: "a text"
    case .data: "data"
    case .list: "a list"
    case .enumeration(let value): value.name.map { "`\($0)`" } ?? "an enumerant"
    case .structure(let value): "a \(value.schema.name)"
    case .capability: "a capability"
    case .anyPointer: "any pointer"
    }
  }
}

extension PointerBuilder {
  /// What the pointer leads to as a value of a type, for changing; null becomes what is empty.
  public func get(_ type: SchemaType) throws(CapnProtoError) -> DynamicValue.Builder {
    switch type {
    case .text: return .text(try get(Text.self))
    case .data: return .data(try get(Bytes.self))
    case .list(let element):
      let raw = try editList(element.elementSize, element.elementLayout, default: nil)
      return .list(DynamicList.Builder(elementType: element, _raw: raw))
    case .structure(let schema):
      let raw = try editStruct(schema.layout, default: nil)
      return .structure(DynamicStruct.Builder(schema: schema, _raw: raw))
    case .interface, .anyCapability: return .scalar(.capability)
    case .anyPointer, .anyStruct, .anyList: return .anyPointer(self)
    default:
      throw CapnProtoError(.invalidArgument, "a pointer cannot lead to a value of type \(type)")
    }
  }

  /// Makes a new struct of a schema that is known only while the program runs.
  @discardableResult
  public func initStruct(
    _ schema: StructSchema
  ) throws(CapnProtoError) -> DynamicStruct.Builder {
    DynamicStruct.Builder(schema: schema, _raw: try initStruct(schema.layout))
  }

  /// Makes a new list of elements of a type that is known only while the program runs.
  @discardableResult
  public func initList(
    _ element: SchemaType, count: Int
  ) throws(CapnProtoError) -> DynamicList.Builder {
    let raw = try initList(element.elementSize, element.elementLayout, count: count)
    return DynamicList.Builder(elementType: element, _raw: raw)
  }

  /// Copies a value, which has to be of a type.
  func set(_ value: DynamicValue, _ type: SchemaType) throws(CapnProtoError) {
    switch (value, type) {
    case (.text(let text), .text): try setText(text)
    case (.data(let bytes), .data): try setBytes(bytes)
    case (.list(let list), .list(let element)) where list.elementType == element:
      try set(list._raw)
    case (.structure(let value), .structure(let schema)) where value.schema.id == schema.id:
      try set(value._raw)
    case (.anyPointer(let pointer), .anyPointer), (.anyPointer(let pointer), .anyStruct),
      (.anyPointer(let pointer), .anyList):
      try set(pointer)
    case (.text(let text), .anyPointer): try setText(text)
    case (.data(let bytes), .anyPointer): try setBytes(bytes)
    case (.list(let list), .anyPointer), (.list(let list), .anyList): try set(list._raw)
    case (.structure(let value), .anyPointer), (.structure(let value), .anyStruct):
      try set(value._raw)
    default: throw .mismatch("the value", type)
    }
  }
}
