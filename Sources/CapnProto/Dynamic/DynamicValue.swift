/// What a field, an element or a constant reads as when its type is known only while the program runs.
public enum DynamicValue {
  /// Nothing.
  case void
  /// A bit.
  case bool(Bool)
  /// A signed integer of any size.
  case int(Int64)
  /// An unsigned integer of any size.
  case uint(UInt64)
  /// A number of four bytes.
  case float32(Float)
  /// A number of eight bytes.
  case float64(Double)
  /// A text, read in place.
  case text(Text.Reader)
  /// Bytes, read in place.
  case data(Bytes.Reader)
  /// A list.
  case list(DynamicList.Reader)
  /// A value of an enumeration, which the schema may not know.
  case enumeration(DynamicEnum)
  /// A struct or a group.
  case structure(DynamicStruct.Reader)
  /// A capability.
  case capability
  /// A pointer of an open type: `get` it as one that you know.
  case anyPointer(AnyPointer.Reader)
}

/// A value of an enumeration.
public struct DynamicEnum: Hashable, Sendable {
  /// The enumeration.
  public let schema: EnumSchema

  /// The number on the wire.
  public let rawValue: UInt16

  /// A value with a number, which the schema need not know.
  public init(schema: EnumSchema, rawValue: UInt16) {
    self.schema = schema
    self.rawValue = rawValue
  }

  /// The name in the schema; nil for a number that it does not know.
  public var name: String? { schema.enumerant(rawValue)?.name }
}

extension DynamicValue {
  /// The bits of a number as a value of a type that is no pointer.
  init?(bits: UInt64, _ type: SchemaType) {
    switch type {
    case .void: self = .void
    case .bool: self = .bool(bits & 1 != 0)
    case .int8: self = .int(Int64(Int8(truncatingIfNeeded: bits)))
    case .int16: self = .int(Int64(Int16(truncatingIfNeeded: bits)))
    case .int32: self = .int(Int64(Int32(truncatingIfNeeded: bits)))
    case .int64: self = .int(Int64(bitPattern: bits))
    case .uint8: self = .uint(bits & 0xff)
    case .uint16: self = .uint(bits & 0xffff)
    case .uint32: self = .uint(bits & 0xffff_ffff)
    case .uint64: self = .uint(bits)
    case .float32: self = .float32(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: self = .float64(Double(bitPattern: bits))
    case .enumeration(let schema):
      self = .enumeration(
        DynamicEnum(schema: schema, rawValue: UInt16(truncatingIfNeeded: bits)))
    default: return nil
    }
  }

  /// A value in a schema.
  init(_ node: ValueNode, _ type: SchemaType) throws(CapnProtoError) {
    if let scalar = DynamicValue(bits: node.bits, type) {
      self = scalar
    } else if let message = node.message {
      self = try message.root.get(type)
    } else {
      // A pointer that leads nowhere.
      let nothing = try Message([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] as [UInt8])
      self = try nothing.root.get(type)
    }
  }
}

extension PointerReader {
  /// Reads what the pointer leads to as a value of a type; null reads as what is empty.
  public func get(_ type: SchemaType) throws(CapnProtoError) -> DynamicValue {
    switch type {
    case .text: return .text(try get(Text.self))
    case .data: return .data(try get(Bytes.self))
    case .list(let element):
      let raw = try list(element.elementSize, default: nil)
      return .list(DynamicList.Reader(elementType: element, _raw: raw))
    case .structure(let schema):
      return .structure(DynamicStruct.Reader(schema: schema, _raw: try structure(default: nil)))
    case .interface, .anyCapability: return .capability
    case .anyPointer, .anyStruct, .anyList: return .anyPointer(self)
    default:
      throw CapnProtoError(.invalidArgument, "a pointer cannot lead to a value of type \(type)")
    }
  }
}
