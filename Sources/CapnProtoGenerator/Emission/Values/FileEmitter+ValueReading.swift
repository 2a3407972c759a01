extension FileEmitter {
  /// Emits the initializer that copies a value out of a message.
  func emitValueReading(
    _ node: NodeModel, _ structure: StructModel, _ own: String
  ) throws(GeneratorError) {
    code.line("/// Copies the struct out of its message.")
    try code.block("\(access) init(_ reader: \(own).Reader) \(throwing)") {
      () throws(GeneratorError) in
      for field in structure.fields where field.tag == nil {
        try emitValueReading(of: field, in: node)
      }
      guard structure.tagOffset != nil else { return }
      try code.block("switch reader._tag") { () throws(GeneratorError) in
        for field in structure.unionMembers {
          try emitValueReading(ofMember: field, in: node)
        }
        code.line("default: self.which = .unrecognized(reader._tag)")
      }
    }
  }

  private func emitValueReading(of field: FieldModel, in node: NodeModel) throws(GeneratorError) {
    guard let value = try valueExpression(field, in: node) else { return }
    let members = try memberNames(field, in: node)
    let statement = "self.\(Identifier.spelled(members.property)) = \(value)"
    if try isStructure(field, in: node) {
      code.line("if reader.\(members.has) { \(statement) }")
    } else {
      code.line(statement)
    }
  }

  private func emitValueReading(
    ofMember field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    let name = "." + Identifier.spelled(members.unionCase)
    let head = "case \(field.tag ?? 0):"
    guard let value = try valueExpression(field, in: node) else {
      code.line("\(head) self.which = \(name)")
      return
    }
    if try isStructure(field, in: node) {
      code.line(
        "\(head) if reader.\(members.has) { self.which = \(name)(\(value)) } "
          + "else { self.which = \(name)(nil) }")
    } else {
      code.line("\(head) self.which = \(name)(\(value))")
    }
  }

  func isStructure(_ field: FieldModel, in node: NodeModel) throws(GeneratorError) -> Bool {
    guard case .slot(let slot) = field.kind,
      case .structure = try valueShape(slot.type, in: node)
    else { return false }
    return true
  }

  /// The expression that copies a field, nil where there is nothing to copy.
  private func valueExpression(
    _ field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) -> String? {
    let getter = "reader." + Identifier.spelled(try memberNames(field, in: node).property)
    switch field.kind {
    case .group(let id):
      return "try \(try ownPath(of: model.node(id, from: node.displayName))).Value(\(getter))"
    case .slot(let slot):
      let shape = try valueShape(slot.type, in: node)
      switch shape {
      case .void: return nil
      case .scalar: return getter
      case .text: return "Swift::String(try \(getter))"
      case .data: return "[Swift::UInt8](try \(getter))"
      case .structure(let type):
        return "try \(try spelling(type, in: node)).Value(\(getter))"
      case .any:
        return "try CapnProto::AnyValue(reader._raw.pointer(at: \(slot.offset)))"
      case .list(let element, let type):
        var list = getter
        if let view = shape.viewType, view != slot.type {
          list = "reader._raw.get(\(try spelling(view, in: node)).self, at: \(slot.offset))"
        }
        return "try " + (try valueOfList(list, element, type, in: node))
      }
    }
  }

  /// The expression that copies a list, without the `try` before it.
  func valueOfList(
    _ list: String, _ shape: ValueShape, _ type: TypeModel, in node: NodeModel
  ) throws(GeneratorError) -> String {
    let item: String
    switch shape {
    case .void: return "\(list).count"
    case .scalar: return "Swift::Array(\(list))"
    case .text: item = "Swift::String(item)"
    case .data: item = "[Swift::UInt8](item)"
    case .any: item = "try CapnProto::AnyValue(item)"
    case .structure(let type): item = "try \(try spelling(type, in: node)).Value(item)"
    case .list(let shape, let type):
      let inner = try valueOfList("item", shape, type, in: node)
      switch shape {
      case .void, .scalar: item = inner
      default: item = "try " + inner
      }
    }
    return "CapnProto::_values(of: \(list)) { (item) \(throwing) in \(item) }"
  }
}
