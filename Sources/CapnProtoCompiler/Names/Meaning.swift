/// What a name or a type expression means.
indirect enum Meaning {
  enum Builtin: String, CaseIterable {
    case void = "Void"
    case bool = "Bool"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case float32 = "Float32"
    case float64 = "Float64"
    case text = "Text"
    case data = "Data"
    case bareList = "List"
    case anyPointer = "AnyPointer"
    case anyStruct = "AnyStruct"
    case anyList = "AnyList"
    case capability = "Capability"
  }

  case builtin(Builtin)
  case list(Meaning)
  case entity(Entity, BrandScope)
  case parameter(scope: UInt64, index: Int)
  case methodParameter(Int)

  static var anyPointer: Meaning { .builtin(.anyPointer) }

  /// The logarithm of the bits of a value, -1 for none, nil for a pointer.
  var dataSize: Int? {
    switch self {
    case .builtin(let builtin):
      switch builtin {
      case .void: -1
      case .bool: 0
      case .int8, .uint8: 3
      case .int16, .uint16: 4
      case .int32, .uint32, .float32: 5
      case .int64, .uint64, .float64: 6
      default: nil
      }
    case .entity(let entity, _): entity.kind == .enumeration ? 4 : nil
    default: nil
    }
  }

  var isType: Bool {
    switch self {
    case .builtin(let builtin): builtin != .bareList
    case .entity(let entity, _):
      entity.kind == .structure || entity.kind == .enumeration || entity.kind == .interface
    default: true
    }
  }

  /// Whether it can stand for a generic parameter.
  var isArgument: Bool {
    switch self {
    case .builtin(.anyStruct), .builtin(.anyList), .builtin(.capability): false
    default: dataSize == nil
    }
  }

  /// What lists in it are of, where no list can be of that.
  var unsupportedElement: String? {
    switch self {
    case .list(.builtin(.anyPointer)), .list(.parameter), .list(.methodParameter): "AnyPointer"
    case .list(.builtin(.anyStruct)): "AnyStruct"
    case .list(let element): element.unsupportedElement
    case .entity(_, let brand): brand.unsupportedElement
    default: nil
    }
  }

  var extent: Extent {
    switch self {
    case .list(let element): Extent(around: [element.extent])
    case .entity(_, let brand): brand.extent
    default: Extent()
    }
  }

  /// The same with the parameters of a brand put in.
  func substituting(_ brand: BrandScope) -> Meaning {
    switch self {
    case .builtin, .methodParameter: return self
    case .list(let element): return .list(element.substituting(brand))
    case .parameter(let scope, let index): return brand.argument(scope: scope, index: index)
    case .entity(let entity, let own):
      return .entity(entity, Self.substituting(own, brand))
    }
  }

  private static func substituting(_ own: BrandScope, _ brand: BrandScope) -> BrandScope {
    guard !own.levels.isEmpty else { return own }
    let arguments =
      own.isInherited
      ? (0..<own.parameterCount).map { brand.argument(scope: own.id, index: $0) }
      : own.arguments.map { $0.substituting(brand) }
    return BrandScope(
      id: own.id, parameterCount: own.parameterCount, arguments: arguments,
      isInherited: false, parent: own.parent.map { substituting($0, brand) })
  }
}
