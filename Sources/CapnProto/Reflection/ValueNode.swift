internal import Foundation

/// A value in a schema: the default of a field, or a constant.
enum ValueNode: Sendable {
  case void
  /// A number, a bool or an enumerant.
  case bits(UInt64)
  /// Text, data, a list or a struct, as the root of a message of its own.
  case pointer(Message, Data)
  case null
}

extension ValueNode: Equatable {
  static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.void, .void), (.null, .null): true
    case (.bits(let left), .bits(let right)): left == right
    case (.pointer(_, let left), .pointer(_, let right)): left == right
    default: false
    }
  }

  /// Copies a value, which has to be of a type.
  init(_ value: Schema.Value.Reader, of type: TypeNode) throws(CapnProtoError) {
    guard value.tag.rawValue == type.valueTag else {
      throw .badSchema("a value is not of the type that it is for")
    }
    switch try value.which {
    case .void: self = .void
    case .bool(let value): self = .bits(value ? 1 : 0)
    case .int8(let value): self = .bits(UInt64(UInt8(bitPattern: value)))
    case .int16(let value): self = .bits(UInt64(UInt16(bitPattern: value)))
    case .int32(let value): self = .bits(UInt64(UInt32(bitPattern: value)))
    case .int64(let value): self = .bits(UInt64(bitPattern: value))
    case .uint8(let value): self = .bits(UInt64(value))
    case .uint16(let value), .enum(let value): self = .bits(UInt64(value))
    case .uint32(let value): self = .bits(UInt64(value))
    case .uint64(let value): self = .bits(value)
    case .float32(let value): self = .bits(UInt64(value.bitPattern))
    case .float64(let value): self = .bits(value.bitPattern)
    case .interface, .unrecognized: self = .null
    case .text, .data, .list, .struct, .anyPointer:
      // All of these lie in the one pointer of the value.
      self = try ValueNode(copying: value._raw.pointer(at: 0))
    }
  }

  private init(copying pointer: PointerReader) throws(CapnProtoError) {
    guard !pointer.isNull else {
      self = .null
      return
    }
    let bytes = try AnyValue(pointer).message
    let options = ReaderOptions(traversalLimit: .unlimited, maximumMessageBytes: .max)
    self = .pointer(try Message(bytes, options: options), bytes)
  }

  /// The bits of a number, zero for anything else.
  var bits: UInt64 {
    if case .bits(let bits) = self { bits } else { 0 }
  }

  /// The message whose root is the value; nil where it is no pointer, or null.
  var message: Message? {
    if case .pointer(let message, _) = self { message } else { nil }
  }
}

extension TypeNode {
  /// The tag in `Schema.Value` of a value of this type.
  var valueTag: UInt16 {
    switch self {
    case .plain(let type): type.valueTag
    case .list: 14
    case .enumeration: 15
    case .structure: 16
    case .interface: 17
    case .parameter: 18
    }
  }
}

extension SchemaType {
  fileprivate var valueTag: UInt16 {
    switch self {
    case .void: 0
    case .bool: 1
    case .int8: 2
    case .int16: 3
    case .int32: 4
    case .int64: 5
    case .uint8: 6
    case .uint16: 7
    case .uint32: 8
    case .uint64: 9
    case .float32: 10
    case .float64: 11
    case .text: 12
    case .data: 13
    case .list: 14
    case .enumeration: 15
    case .structure: 16
    case .interface: 17
    case .anyPointer, .anyStruct, .anyList, .anyCapability: 18
    }
  }
}

extension CapnProtoError {
  static func badSchema(_ message: String) -> CapnProtoError {
    CapnProtoError(.malformed, "the schema makes no sense: \(message)")
  }
}
