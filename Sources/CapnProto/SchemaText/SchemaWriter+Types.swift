extension SchemaWriter {
  /// A type, as it is written within some declarations.
  func type(
    _ type: Schema.Type_.Reader, in scope: [UInt64], implicit: [String] = [], depth: Int = 0
  ) throws(CapnProtoError) -> String {
    guard depth < 64 else { throw .badSchema("a type is too deep") }
    switch type.which {
    case .void: return "Void"
    case .bool: return "Bool"
    case .int8: return "Int8"
    case .int16: return "Int16"
    case .int32: return "Int32"
    case .int64: return "Int64"
    case .uint8: return "UInt8"
    case .uint16: return "UInt16"
    case .uint32: return "UInt32"
    case .uint64: return "UInt64"
    case .float32: return "Float32"
    case .float64: return "Float64"
    case .text: return "Text"
    case .data: return "Data"
    case .list(let list):
      let element = try self.type(
        list.elementType, in: scope, implicit: implicit, depth: depth + 1)
      return "List(\(element))"
    case .enum(let type): return try path(type.typeId, type.brand, in: scope, implicit: implicit)
    case .struct(let type):
      return try path(type.typeId, type.brand, in: scope, implicit: implicit)
    case .interface(let type):
      return try path(type.typeId, type.brand, in: scope, implicit: implicit)
    case .anyPointer(let any):
      switch any.which {
      case .unconstrained(let kind):
        switch kind.tag {
        case .struct: return "AnyStruct"
        case .list: return "AnyList"
        case .capability: return "Capability"
        default: return "AnyPointer"
        }
      case .parameter(let parameter):
        guard let node = schemas.nodes[parameter.scopeId] else { return "AnyPointer" }
        let parameters = try node.parameters
        let index = Int(parameter.parameterIndex)
        guard index < parameters.count else { throw .badSchema("there is no parameter \(index)") }
        return String(try parameters[index].name)
      case .implicitMethodParameter(let parameter):
        let index = Int(parameter.parameterIndex)
        guard index < implicit.count else { throw .badSchema("there is no parameter \(index)") }
        return implicit[index]
      case .unrecognized: return "AnyPointer"
      }
    case .unrecognized(let tag): throw .badSchema("a type is of the unknown kind \(tag)")
    }
  }

  /// The name of a declaration, as it is written within some others.
  func path(
    _ id: UInt64, _ brand: Schema.Brand.Reader, in scope: [UInt64], implicit: [String] = [],
    depth: Int = 0
  ) throws(CapnProtoError) -> String {
    guard depth < 64 else { throw .badSchema("a type is too deep") }
    if id == Self.streamResult { return "import \"/capnp/stream.capnp\".StreamResult" }
    var chain: [UInt64] = []
    var next: UInt64? = id
    while let current = next, chain.count < 64 {
      chain.insert(current, at: 0)
      next = schemas.scopes[current]
    }
    var bound: [UInt64: [String]] = [:]
    var start = 0
    for binding in try brand.scopes {
      switch try binding.which {
      case .inherit:
        // Named through the declaration around it, its parameters would be bound to nothing.
        if let place = chain.firstIndex(of: binding.scopeId), place < chain.count - 1 {
          start = max(start, place + 1)
        }
      case .bind(let list):
        var types: [String] = []
        for item in list {
          switch try item.which {
          case .type(let type):
            types.append(
              try self.type(type, in: scope, implicit: implicit, depth: depth + 1))
          case .unbound, .unrecognized: types.append("AnyPointer")
          }
        }
        bound[binding.scopeId] = types
      case .unrecognized: continue
      }
    }
    var parts: [String] = []
    for id in chain[start...] {
      guard let name = schemas.names[id] else {
        throw .badSchema("there is no declaration 0x\(Self.hex(id))")
      }
      parts.append(name + (bound[id].map { "(" + $0.joined(separator: ", ") + ")" } ?? ""))
    }
    let whole = parts.joined(separator: ".")
    guard start == 0, let first = chain.first, try isHidden(first, in: scope) else { return whole }
    return "." + whole
  }

  /// Whether the name of an outermost declaration means another one within some declarations.
  private func isHidden(_ id: UInt64, in scope: [UInt64]) throws(CapnProtoError) -> Bool {
    guard let name = schemas.names[id] else { return false }
    if Self.builtIn.contains(name) { return true }
    for outer in scope {
      guard let node = schemas.nodes[outer] else { continue }
      for nested in try node.nestedNodes where try nested.name == name && nested.id != id {
        return true
      }
      for parameter in try node.parameters where try parameter.name == name { return true }
    }
    return false
  }

  private static let builtIn: Set<String> = [
    "Void", "Bool", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64",
    "Float32", "Float64", "Text", "Data", "List", "AnyPointer", "AnyStruct", "AnyList",
    "Capability",
  ]

  /// A value, as it is written behind an equals sign; nil where there is nothing to write.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - type: its type, as it is declared.
  ///   - brand: what the parameters in the type stand for.
  func value(
    _ value: Schema.Value.Reader, of type: Schema.Type_.Reader, brand: Schema.Brand.Reader? = nil
  ) throws(CapnProtoError) -> String? {
    var bindings = Bindings()
    if let brand {
      bindings = Bindings(try BrandNode(brand), in: schemas.registry, outer: bindings)
    }
    let resolved = schemas.registry.resolve(try TypeNode(type), bindings)
    let node = try ValueNode(value, of: .plain(resolved))
    switch node {
    case .void, .null: return nil
    case .bits, .pointer: break
    }
    var codec = TextCodec(pretty: false)
    codec.exactFloats = true
    codec.isForSchemas = true
    return try codec.encode(DynamicValue(node, resolved), type: resolved)
  }
}
