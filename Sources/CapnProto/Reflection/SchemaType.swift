/// The type of a field, of an element or of a constant, as a schema gives it.
public indirect enum SchemaType: Hashable, Sendable {
  /// Nothing.
  case void
  /// A bit.
  case bool
  /// Signed integers.
  case int8, int16, int32, int64
  /// Unsigned integers.
  case uint8, uint16, uint32, uint64
  /// Floating-point numbers.
  case float32, float64
  /// Text.
  case text
  /// Bytes.
  case data
  /// A list of elements of one type.
  case list(SchemaType)
  /// An enumeration.
  case enumeration(EnumSchema)
  /// A struct, or a group.
  case structure(StructSchema)
  /// An interface.
  case interface(InterfaceSchema)
  /// Any pointer; also a generic parameter that is bound to nothing.
  case anyPointer
  /// Any struct.
  case anyStruct
  /// Any list.
  case anyList
  /// Any capability.
  case anyCapability
}

extension SchemaType {
  /// How a list of such elements is laid out.
  public var elementSize: ElementSize {
    switch self {
    case .void: .void
    case .bool: .bit
    case .int8, .uint8: .byte
    case .int16, .uint16, .enumeration: .twoBytes
    case .int32, .uint32, .float32: .fourBytes
    case .int64, .uint64, .float64: .eightBytes
    case .structure, .anyStruct: .composite
    default: .pointer
    }
  }

  /// Whether a field of the type lies in the pointer section.
  public var isPointer: Bool {
    switch elementSize {
    case .pointer, .composite: true
    default: false
    }
  }

  /// The layout of the elements of a list; nil for what is no struct.
  var elementLayout: StructLayout? {
    switch self {
    case .structure(let schema): schema.layout
    case .anyStruct: StructLayout(dataWords: 0, pointers: 0)
    default: nil
    }
  }
}

extension SchemaType: CustomStringConvertible {
  /// The type as the schema language writes it, without what parameters are bound to.
  public var description: String {
    switch self {
    case .void: "Void"
    case .bool: "Bool"
    case .int8: "Int8"
    case .int16: "Int16"
    case .int32: "Int32"
    case .int64: "Int64"
    case .uint8: "UInt8"
    case .uint16: "UInt16"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .float32: "Float32"
    case .float64: "Float64"
    case .text: "Text"
    case .data: "Data"
    case .list(let element): "List(\(element))"
    case .enumeration(let schema): schema.name
    case .structure(let schema): schema.name
    case .interface(let schema): schema.name
    case .anyPointer: "AnyPointer"
    case .anyStruct: "AnyStruct"
    case .anyList: "AnyList"
    case .anyCapability: "Capability"
    }
  }
}
