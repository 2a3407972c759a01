/// A type that names declarations by their ids.
indirect enum TypeNode: Equatable, Sendable {
  /// A type that names nothing.
  case plain(SchemaType)
  case list(TypeNode)
  case enumeration(UInt64)
  case structure(UInt64, BrandNode)
  case interface(UInt64, BrandNode)
  case parameter(scope: UInt64, index: Int)
}

/// What a use of a generic type binds its parameters to.
struct BrandNode: Equatable, Sendable {
  var scopes: [UInt64: Scope] = [:]

  enum Scope: Equatable, Sendable {
    /// As they are bound where the use stands.
    case inherit
    case bind([TypeNode])
  }
}

extension TypeNode {
  init(_ type: Schema.Type_.Reader) throws(CapnProtoError) {
    switch type.which {
    case .void: self = .plain(.void)
    case .bool: self = .plain(.bool)
    case .int8: self = .plain(.int8)
    case .int16: self = .plain(.int16)
    case .int32: self = .plain(.int32)
    case .int64: self = .plain(.int64)
    case .uint8: self = .plain(.uint8)
    case .uint16: self = .plain(.uint16)
    case .uint32: self = .plain(.uint32)
    case .uint64: self = .plain(.uint64)
    case .float32: self = .plain(.float32)
    case .float64: self = .plain(.float64)
    case .text: self = .plain(.text)
    case .data: self = .plain(.data)
    case .list(let list): self = .list(try TypeNode(list.elementType))
    case .enum(let type): self = .enumeration(type.typeId)
    case .struct(let type): self = .structure(type.typeId, try BrandNode(type.brand))
    case .interface(let type): self = .interface(type.typeId, try BrandNode(type.brand))
    case .anyPointer(let any): self = TypeNode(any)
    case .unrecognized(let tag):
      throw .badSchema("a type is of the unknown kind \(tag)")
    }
  }

  private init(_ type: Schema.Type_.AnyPointer.Reader) {
    switch type.which {
    case .unconstrained(let kind):
      self =
        switch kind.tag {
        case .struct: .plain(.anyStruct)
        case .list: .plain(.anyList)
        case .capability: .plain(.anyCapability)
        default: .plain(.anyPointer)
        }
    case .parameter(let parameter):
      self = .parameter(scope: parameter.scopeId, index: Int(parameter.parameterIndex))
    default: self = .plain(.anyPointer)
    }
  }

  /// The ids of the declarations in the type.
  func forEachReference(_ body: (UInt64, Reference) throws(CapnProtoError) -> Void)
    throws(CapnProtoError)
  {
    switch self {
    case .plain, .parameter: break
    case .list(let element): try element.forEachReference(body)
    case .enumeration(let id): try body(id, .enumeration)
    case .structure(let id, let brand):
      try body(id, .structure)
      try brand.forEachReference(body)
    case .interface(let id, let brand):
      try body(id, .interface)
      try brand.forEachReference(body)
    }
  }

  enum Reference { case structure, enumeration, interface }
}

extension BrandNode {
  init(_ brand: Schema.Brand.Reader) throws(CapnProtoError) {
    try brand.scopes.requireSize()
    for scope in try brand.scopes {
      switch try scope.which {
      case .inherit: scopes[scope.scopeId] = .inherit
      case .bind(let list):
        // In canonical form a binding to nothing takes no memory.
        guard list.count <= 1000 else { throw .badSchema("a brand binds \(list.count) types") }
        var types: [TypeNode] = []
        for binding in list {
          if case .type(let type) = try binding.which {
            types.append(try TypeNode(type))
          } else {
            types.append(.plain(.anyPointer))
          }
        }
        scopes[scope.scopeId] = .bind(types)
      case .unrecognized: continue
      }
    }
  }

  func forEachReference(_ body: (UInt64, TypeNode.Reference) throws(CapnProtoError) -> Void)
    throws(CapnProtoError)
  {
    for scope in scopes.values {
      guard case .bind(let types) = scope else { continue }
      for type in types { try type.forEachReference(body) }
    }
  }
}
