extension FileEmitter {
  /// Emits the plain value of a struct or a group.
  func emitValue(
    _ node: NodeModel, _ structure: StructModel, _ own: String
  ) throws(GeneratorError) {
    code.line()
    code.line("/// A plain value of this struct, apart from any message.")
    try code.block("\(access) struct Value: CapnProto::StructValue") {
      () throws(GeneratorError) in
      code.line("\(access) typealias Struct = \(own)")
      for field in structure.fields where field.tag == nil {
        try emitValueProperty(field, in: node)
      }
      if structure.tagOffset != nil, let first = structure.unionMembers.first {
        code.line()
        code.line("/// The active member of the union, with what it holds.")
        let value = try initialCase(of: first, in: node)
        code.line("\(access) var which: \(own).Value.Union = \(value)")
      }
      code.line()
      code.line("/// The value whose fields all have their defaults.")
      code.line("\(access) init() {}")
      code.line()
      try emitValueReading(node, structure, own)
      code.line()
      try emitValueWriting(node, structure, own)
      if structure.tagOffset != nil {
        code.line()
        try emitValueUnion(node, structure)
      }
    }
  }

  private func emitValueProperty(
    _ field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) {
    let name = Identifier.spelled(try memberNames(field, in: node).property)
    guard let (type, initial) = try valueTypeAndDefault(of: field, in: node) else { return }
    code.line()
    code.documentation(field.documentation)
    let wrapper = try isRecursive(field, in: node) ? "@CapnProto::Indirect " : ""
    code.line("\(wrapper)\(access) var \(name): \(type) = \(initial)")
  }

  private func emitValueUnion(
    _ node: NodeModel, _ structure: StructModel
  ) throws(GeneratorError) {
    code.line("/// The members of the union, with what they hold.")
    // What is in a group looks after itself: there it is a property.
    var indirect = ""
    for field in structure.unionMembers where try isRecursive(field, in: node) {
      indirect = "indirect "
    }
    let head = "\(access) \(indirect)enum Union: Swift::Codable, Swift::Hashable, Swift::Sendable"
    try code.block(head) { () throws(GeneratorError) in
      for field in structure.unionMembers {
        let name = Identifier.spelled(try memberNames(field, in: node).unionCase)
        code.documentation(field.documentation)
        let payload = try valueTypeAndDefault(of: field, in: node).map { "(\($0.type))" } ?? ""
        code.line("case \(name)\(payload)")
      }
      code.line("/// A member that this program's schema does not know; what it holds is not kept.")
      code.line("case unrecognized(Swift::UInt16)")
    }
  }

  private func initialCase(
    of field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) -> String {
    let name = "." + Identifier.spelled(try memberNames(field, in: node).unionCase)
    guard let (_, initial) = try valueTypeAndDefault(of: field, in: node) else { return name }
    return "\(name)(\(initial))"
  }

  /// The type of a field's property or payload and its default; nil where there is none.
  func valueTypeAndDefault(
    of field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) -> (type: String, initial: String)? {
    switch field.kind {
    case .group(let id):
      let type = try ownPath(of: model.node(id, from: node.displayName)) + ".Value"
      return (type, type + "()")
    case .slot(let slot):
      let shape = try valueShape(slot.type, in: node)
      let type = try valueType(shape, slot.type, in: node)
      switch shape {
      case .void: return nil
      case .structure: return (type + "?", "nil")
      case .any: return (type, type + "()")
      case .scalar: return (type, scalarDefault(slot, type))
      case .text:
        if case .text(let text) = slot.defaultValue { return (type, Literal.string(text)) }
        return (type, "\"\"")
      case .data:
        if case .data(let bytes) = slot.defaultValue { return (type, Literal.bytes(bytes)) }
        return (type, "[]")
      case .list(let element, _):
        guard hasDefault(slot) else {
          if case .void = element { return (type, "0") }
          return (type, "[]")
        }
        return (type, try listDefault(field, slot, shape, in: node))
      }
    }
  }

  private func scalarDefault(_ slot: SlotModel, _ type: String) -> String {
    if case .enumeration(let number) = slot.defaultValue { return "\(type)(rawValue: \(number))" }
    return inactiveValue(slot, type)
  }

  /// Whether null stands for something that is not empty.
  func hasDefault(_ slot: SlotModel) -> Bool { slot.defaultValue.message != nil }

  private func listDefault(
    _ field: FieldModel, _ slot: SlotModel, _ shape: ValueShape, in node: NodeModel
  ) throws(GeneratorError) -> String {
    _ = defaultArgument(field, slot, in: node)
    let view = try spelling(shape.viewType ?? slot.type, in: node)
    let list = "\(defaultName(field, in: node)).read(\(view).self)"
    guard case .list(let element, let type) = shape else { return "[]" }
    switch element {
    case .void: return list + ".count"
    case .scalar: return "Swift::Array(\(list))"
    default:
      // Copying checks what it copies, though a default is always sound.
      return "(try? \(try valueOfList(list, element, type, in: node))) ?? []"
    }
  }
}

// Values that contain themselves need a place on the heap.
extension FileEmitter {
  /// Whether the property of a field can hold the value of the struct that it is in.
  func isRecursive(_ field: FieldModel, in node: NodeModel) throws(GeneratorError) -> Bool {
    guard case .slot(let slot) = field.kind, case .structure(let id, _) = slot.type,
      case .structure = try valueShape(slot.type, in: node)
    else { return false }
    return plan.canContain(plan.owner(of: node).id, in: id)
  }
}
