extension FileEmitter {
  /// Emits a struct with everything in it.
  func emitStruct(_ node: NodeModel, _ structure: StructModel) throws(GeneratorError) {
    let own = try ownPath(of: node)
    code.documentation(node.documentation)
    try code.block("\(access) enum \(declaredName(of: node)): CapnProto::StructType") {
      () throws(GeneratorError) in
      code.line(
        "\(settings.inlinable)\(access) static var _layout: CapnProto::StructLayout "
          + "{ CapnProto::StructLayout(dataWords: \(structure.dataWords), "
          + "pointers: \(structure.pointers)) }")
      emitSchemaProperty(node)
      code.line()
      try emitView(node, structure, own, .reader)
      code.line()
      try emitView(node, structure, own, .builder)
      if structure.tagOffset != nil {
        try emitUnion(node, structure, own)
      }
      if plan.contains(node.id) {
        try emitValue(node, structure, own)
      }
      for field in structure.fields {
        guard case .group(let id) = field.kind else { continue }
        try emitGroup(id, of: node, field)
      }
      for id in node.nested {
        try emitDeclaration(id)
      }
    }
  }

  /// The name in a declaration, with the generic parameters.
  func declaredName(of node: NodeModel) -> String {
    let name = Identifier.spelled(names.name(of: node))
    let parameters = names.parameters[node.id] ?? []
    if parameters.isEmpty { return name }
    return name + "<"
      + parameters.map { "\($0): CapnProto::PointerType" }.joined(separator: ", ") + ">"
  }

  private func emitGroup(
    _ id: UInt64, of parent: NodeModel, _ field: FieldModel
  ) throws(GeneratorError) {
    var group = try model.node(id, from: parent.displayName)
    guard let structure = group.structure else {
      throw GeneratorError(
        .malformedRequest, "\(parent.displayName).\(field.name) is a group without fields.")
    }
    group.documentation = group.documentation ?? field.documentation
    code.line()
    try emitStruct(group, structure)
    try emitSchemaNode(group)
  }

  /// The two views of a struct.
  enum View {
    case reader
    case builder

    var name: String { self == .reader ? "Reader" : "Builder" }
  }

  private func emitView(
    _ node: NodeModel, _ structure: StructModel, _ own: String, _ view: View
  ) throws(GeneratorError) {
    let head = "\(access) struct \(view.name): CapnProto::Struct\(view.name)View"
    try code.block(head) { () throws(GeneratorError) in
      code.line("\(access) typealias Struct = \(own)")
      code.line("\(access) let _raw: CapnProto::Struct\(view.name)")
      code.line(
        "\(settings.inlinable)@inline(__always) \(access) "
          + "init(_raw: borrowing CapnProto::Struct\(view.name)) { self._raw = copy _raw }")
      if let offset = structure.tagOffset {
        emitTag(offset, own)
        if view == .reader { try emitWhichGetter(node, structure, own) }
      }
      for field in structure.fields {
        switch (field.kind, view) {
        case (.slot(let slot), .reader): try emitReader(field, slot, in: node)
        case (.slot(let slot), .builder): try emitBuilder(field, slot, in: node, structure)
        case (.group(let id), .reader): try emitGroupReader(field, id, in: node)
        case (.group(let id), .builder): try emitGroupBuilder(field, id, in: node, structure)
        }
      }
    }
  }

  /// The names of a field, which every field of a known struct has.
  func memberNames(_ field: FieldModel, in node: NodeModel) throws(GeneratorError) -> MemberNames {
    guard let members = names.members[node.id]?[field.index] else {
      throw GeneratorError(.malformedRequest, "\(node.displayName).\(field.name) has no name.")
    }
    return members
  }
}
