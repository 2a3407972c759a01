// Reading the schema.

extension PathTypes {
  /// Adds the pointers of a struct or group.
  mutating func collectFields(
    of node: UInt64, _ bindings: Bindings, prefix: String = "", _ conditions: [Condition] = [],
    into found: inout Fields
  ) throws(CapnProtoError) {
    guard let schema = self.node(node), case .struct(let layout) = schema.reader.which else {
      return
    }
    for field in try layout.fields {
      let name = try prefix + field.name.string
      var conditions = conditions
      if field.discriminantValue != Schema.Field.noDiscriminant {
        let condition = Condition(
          index: Int(layout.discriminantOffset), tag: field.discriminantValue)
        conditions.append(condition)
        found.members[condition] = name
      }
      switch field.which {
      case .slot(let slot):
        guard let type = try pointerType(slot.type, bindings) else { continue }
        found.all.append(
          Field(name: name, slot: Int(slot.offset), type: type, conditions: conditions))
      case .group(let group):
        try collectFields(
          of: group.typeId, bindings, prefix: name + ".", conditions, into: &found)
      case .unrecognized: continue
      }
    }
  }

  /// The type of a field, or nil where it is not in the pointer section.
  private mutating func pointerType(
    _ type: Schema.Type_.Reader, _ bindings: Bindings
  ) throws(CapnProtoError) -> ID? {
    switch type.which {
    case .text, .data, .interface: return id(of: .leaf)
    case .list(let list):
      // Whatever a list of numbers or enumerants is in the message, only its numbers are read.
      guard let element = try pointerType(list.elementType, bindings) else { return id(of: .leaf) }
      return id(of: .list(element))
    case .struct(let structure):
      let inner = try self.bindings(of: structure.brand, in: bindings)
      return id(of: .structure(structure.typeId, inner))
    case .anyPointer(let any): return anyPointer(any, bindings)
    default: return nil
    }
  }

  private mutating func anyPointer(
    _ type: Schema.Type_.AnyPointer.Reader, _ bindings: Bindings
  ) -> ID {
    switch type.which {
    case .parameter(let parameter):
      let bound = bindings[parameter.scopeId] ?? []
      let index = Int(parameter.parameterIndex)
      return bound.indices.contains(index) ? bound[index] : id(of: .unknown)
    case .unconstrained(let kind):
      switch kind.tag {
      case .list: return id(of: .unknownList)
      case .capability: return id(of: .leaf)
      default: return id(of: .unknown)
      }
    default: return id(of: .unknown)
    }
  }

  /// What a brand binds, in the place where it stands.
  private mutating func bindings(
    of brand: Schema.Brand.Reader, in outer: Bindings
  ) throws(CapnProtoError) -> Bindings {
    var result = Bindings()
    for scope in try brand.scopes {
      switch try scope.which {
      case .inherit: result[scope.scopeId] = outer[scope.scopeId]
      case .bind(let list):
        var types: [ID] = []
        for binding in list {
          switch try binding.which {
          case .type(let type): types.append(try pointerType(type, outer) ?? id(of: .leaf))
          default: types.append(id(of: .unknown))
          }
        }
        result[scope.scopeId] = types
      case .unrecognized: continue
      }
    }
    return result
  }
}
