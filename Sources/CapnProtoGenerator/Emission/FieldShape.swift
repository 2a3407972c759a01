/// How a field is stored and what its accessors look like.
enum FieldShape {
  case void
  case bool

  /// A number or an enumeration of so many bits.
  case scalar(bits: Int)
  case enumeration

  case text
  case data
  case structure
  case list(TypeModel)

  /// A generic parameter.
  case parameter

  /// A pointer to anything.
  case anyPointer

  /// A pointer to any struct or any list.
  case anyObject
  case capability

  init(_ type: TypeModel) {
    switch type {
    case .void: self = .void
    case .bool: self = .bool
    case .int(let bits), .uint(let bits): self = .scalar(bits: bits)
    case .float32: self = .scalar(bits: 32)
    case .float64: self = .scalar(bits: 64)
    case .enumeration: self = .enumeration
    case .text: self = .text
    case .data: self = .data
    case .structure: self = .structure
    case .list(let element): self = .list(element)
    case .parameter: self = .parameter
    case .anyPointer: self = .anyPointer
    case .anyStruct, .anyList: self = .anyObject
    case .interface, .capability: self = .capability
    }
  }
}

extension TypeModel {
  /// The bits that a value takes in the data section, nil for pointers.
  var dataBits: Int? {
    switch FieldShape(self) {
    case .void: 0
    case .bool: 1
    case .scalar(let bits): bits
    case .enumeration: 16
    default: nil
    }
  }
}
