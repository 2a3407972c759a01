import CapnProto

extension TypeModel {
  init(_ reader: Schema.Type_.Reader) throws(CapnProtoError) {
    switch reader.which {
    case .void: self = .void
    case .bool: self = .bool
    case .int8: self = .int(bits: 8)
    case .int16: self = .int(bits: 16)
    case .int32: self = .int(bits: 32)
    case .int64: self = .int(bits: 64)
    case .uint8: self = .uint(bits: 8)
    case .uint16: self = .uint(bits: 16)
    case .uint32: self = .uint(bits: 32)
    case .uint64: self = .uint(bits: 64)
    case .float32: self = .float32
    case .float64: self = .float64
    case .text: self = .text
    case .data: self = .data
    case .list(let list): self = .list(try TypeModel(list.elementType))
    case .enum(let item): self = .enumeration(item.typeId, try BrandModel(item.brand))
    case .struct(let item): self = .structure(item.typeId, try BrandModel(item.brand))
    case .interface(let item): self = .interface(item.typeId, try BrandModel(item.brand))
    case .anyPointer(let pointer): self = TypeModel(pointer)
    case .unrecognized(let tag):
      throw CapnProtoError(.malformed, "A field is of the unknown type \(tag).")
    }
  }

  private init(_ reader: Schema.Type_.AnyPointer.Reader) {
    switch reader.which {
    case .parameter(let parameter):
      self = .parameter(scope: parameter.scopeId, index: Int(parameter.parameterIndex))
    case .unconstrained(let kind):
      switch kind.which {
      case .struct: self = .anyStruct
      case .list: self = .anyList
      case .capability: self = .capability
      case .anyKind, .unrecognized: self = .anyPointer
      }
    case .implicitMethodParameter, .unrecognized:
      self = .anyPointer
    }
  }
}

extension BrandModel {
  init(_ reader: Schema.Brand.Reader) throws(CapnProtoError) {
    for scope in try reader.scopes {
      switch try scope.which {
      case .inherit:
        scopes[scope.scopeId] = .inherit
      case .bind(let bindings):
        var types: [TypeModel] = []
        for binding in bindings {
          if case .type(let type) = try binding.which {
            types.append(try TypeModel(type))
          } else {
            types.append(.anyPointer)
          }
        }
        scopes[scope.scopeId] = .bind(types)
      case .unrecognized(let tag):
        throw CapnProtoError(.malformed, "A brand has a scope of the unknown kind \(tag).")
      }
    }
  }
}
