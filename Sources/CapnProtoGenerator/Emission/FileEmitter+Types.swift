extension FileEmitter {
  /// The Swift type that names `type` in generated code: a scalar, an enumeration or a pointer type.
  func spelling(_ type: TypeModel, in scope: NodeModel) throws(GeneratorError) -> String {
    switch type {
    case .void: return "CapnProto::VoidValue"
    case .bool: return "Swift::Bool"
    case .int(let bits): return "Swift::Int\(bits)"
    case .uint(let bits): return "Swift::UInt\(bits)"
    case .float32: return "Swift::Float"
    case .float64: return "Swift::Double"
    case .text: return "CapnProto::Text"
    case .data: return "CapnProto::Bytes"
    case .list(let element): return "CapnProto::List<\(try spelling(element, in: scope))>"
    case .enumeration(let id, let brand), .structure(let id, let brand):
      return try path(of: model.node(id, from: scope.displayName), brand, in: scope)
    case .interface, .capability: return "CapnProto::Capability"
    case .anyPointer: return "CapnProto::AnyPointer"
    case .anyStruct: return "CapnProto::AnyStruct"
    case .anyList: return "CapnProto::AnyList"
    case .parameter(let owner, let index):
      guard let all = names.parameters[owner], all.indices.contains(index),
        model.lexicalPath(of: scope).contains(where: { $0.id == owner })
      else {
        return "CapnProto::AnyPointer"
      }
      return all[index]
    }
  }

  /// The type of `node` as code inside it sees it, each of its parameters standing for itself.
  func ownPath(of node: NodeModel) throws(GeneratorError) -> String {
    var brand = BrandModel()
    for scope in model.lexicalPath(of: node) { brand.scopes[scope.id] = .inherit }
    return try path(of: node, brand, in: node)
  }

  /// The type of `node` as code inside `scope` sees it.
  func path(
    of node: NodeModel, _ brand: BrandModel, in scope: NodeModel
  ) throws(GeneratorError) -> String {
    guard let owner = model.file(of: node) else {
      throw GeneratorError(
        .unsupported,
        "\(scope.displayName) uses \(node.displayName), the parameters of a method, as a type. "
          + "Give the method a named struct instead.")
    }
    var components: [String] = []
    for part in model.lexicalPath(of: node) {
      var component = Identifier.spelled(names.name(of: part))
      let own = names.parameters[part.id] ?? []
      if !own.isEmpty {
        var arguments: [String] = []
        for index in own.indices {
          arguments.append(
            try argument(index, of: part, brand.scopes[part.id], in: scope))
        }
        component += "<" + arguments.joined(separator: ", ") + ">"
      }
      components.append(component)
    }

    let theirs = try FileSettings(owner, options: options)
    components = theirs.namespace.map(Identifier.spelled) + components
    let theirModule = theirs.module.isEmpty ? options.module : theirs.module
    if !theirs.module.isEmpty, theirModule != module {
      if theirModule != "CapnProto" { importedModules.insert(theirModule) }
      return "\(theirModule)::" + components.joined(separator: ".")
    }
    components[0] = reachable(
      components[0], root: model.lexicalPath(of: node)[0], theirs, from: scope)
    return components.joined(separator: ".")
  }

  private func argument(
    _ index: Int, of part: NodeModel, _ bindings: BrandModel.Bindings?, in scope: NodeModel
  ) throws(GeneratorError) -> String {
    switch bindings {
    case .inherit:
      return try spelling(.parameter(scope: part.id, index: index), in: scope)
    case .bind(let types) where types.indices.contains(index):
      return try spelling(types[index], in: scope)
    case .bind, nil:
      return "CapnProto::AnyPointer"
    }
  }

  /// The first component of a path, or an alias when a type around `scope` has a member of its name.
  private func reachable(
    _ component: String, root: NodeModel, _ settings: FileSettings, from scope: NodeModel
  ) -> String {
    let plain = settings.namespace.first ?? names.name(of: root)
    let around = model.lexicalPath(of: scope)
    var isHidden = around.contains { part in
      ReservedNames.shadowed.contains(plain)
        || names.nestedTypes[part.id]?.contains(plain) == true
        || names.parameters[part.id]?.contains(plain) == true
    }
    if !settings.namespace.isEmpty, names.nestedTypes[node.id]?.contains(plain) == true {
      isHidden = true
    }
    guard isHidden else { return component }

    let alias = "_Capnp_\(plain)_\(String(root.id.hex.dropFirst(2)))"
    let spelled = Identifier.spelled(plain)
    let own = settings.namespace.isEmpty ? names.parameters[root.id] ?? [] : []
    if own.isEmpty {
      aliases[alias] = " = \(spelled)"
      return alias
    }
    let list = own.map { "\($0): CapnProto::PointerType" }.joined(separator: ", ")
    aliases[alias] = "<\(list)> = \(spelled)<\(own.joined(separator: ", "))>"
    return alias + component.dropFirst(spelled.count)
  }
}
