extension FileEmitter {
  /// Emits the builder's accessors of a field.
  func emitBuilder(
    _ field: FieldModel, _ slot: SlotModel, in node: NodeModel, _ structure: StructModel
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    let name = Identifier.spelled(members.property)
    let type = try spelling(slot.type, in: node)
    code.line()
    code.documentation(field.documentation)
    switch FieldShape(slot.type) {
    case .void:
      if field.tag == nil {
        code.line("\(member)var \(name): Swift::Void { () }")
      } else {
        code.line(
          "\(member)func \(members.set)() { \(activation(field, structure).trimmedSuffix) }")
      }
    case .bool, .scalar, .enumeration:
      let getter = try scalarGetter(field, slot, type)
      try code.block("\(member)var \(name): \(type)") { () throws(GeneratorError) in
        code.line("get { \(getter) }")
        code.line(
          "nonmutating set { \(activation(field, structure))\(setter(slot)) }")
      }
    default:
      try PointerBuilderEmitter(self, field, slot, in: node, structure).emit()
    }
  }

  /// Emits the builder's accessors of a group.
  func emitGroupBuilder(
    _ field: FieldModel, _ id: UInt64, in node: NodeModel, _ structure: StructModel
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    let name = Identifier.spelled(members.property)
    let group = try model.node(id, from: node.displayName)
    let type = try ownPath(of: group)
    let view = "\(type).Builder(_raw: _raw)"
    code.line()
    code.documentation(field.documentation)
    guard field.tag != nil else {
      code.line("\(member)var \(name): \(type).Builder { \(view) }")
      return
    }
    code.line(
      "\(member)var \(name): \(type).Builder "
        + "{ get \(throwing) { \(requirement(field, structure))return \(view) } }")
    let clearing = try Clearing(of: group, in: model)
    let effect = clearing.canThrow ? " \(throwing)" : ""
    code.line("@discardableResult")
    code.block("\(member)func \(members.initialize)()\(effect) -> \(type).Builder") {
      code.line(activation(field, structure).trimmedSuffix)
      for statement in clearing.statements {
        code.line(statement)
      }
      code.line("return \(view)")
    }
  }

  private func setter(_ slot: SlotModel) -> String {
    let arguments = "(newValue, at: \(slot.offset)\(maskArgument(slot)))"
    switch FieldShape(slot.type) {
    case .bool: return "_raw.setBool" + arguments
    case .enumeration: return "_raw.setEnumeration" + arguments
    default: return "_raw.setScalar" + arguments
    }
  }

  /// The statement that makes a member of a union the active one, empty outside unions.
  func activation(_ field: FieldModel, _ structure: StructModel) -> String {
    guard let tag = field.tag, let offset = structure.tagOffset else { return "" }
    return "_raw.setScalar(\(tag) as Swift::UInt16, at: \(offset)); "
  }

  /// The statement that throws unless a member of a union is the active one, empty outside unions.
  func requirement(_ field: FieldModel, _ structure: StructModel) -> String {
    guard let tag = field.tag, let offset = structure.tagOffset else { return "" }
    return "try _raw.requireTag(at: \(offset), is: \(tag), \(Literal.string(field.name))); "
  }
}

extension String {
  /// The statement without the separator that another one would need.
  var trimmedSuffix: String {
    hasSuffix("; ") ? String(dropLast(2)) : self
  }
}
