extension FileEmitter {
  /// Emits the function that copies a value into a message.
  func emitValueWriting(
    _ node: NodeModel, _ structure: StructModel, _ own: String
  ) throws(GeneratorError) {
    code.line("/// Sets every field of a struct that is being built.")
    try code.block("\(access) func write(to builder: \(own).Builder) \(throwing)") {
      () throws(GeneratorError) in
      for field in structure.fields where field.tag == nil {
        let name = Identifier.spelled(try memberNames(field, in: node).property)
        try emitValueWriting("self.\(name)", to: field, in: node, structure)
      }
      guard let tag = structure.tagOffset else { return }
      try code.block("switch self.which") { () throws(GeneratorError) in
        for field in structure.unionMembers {
          let name = "." + Identifier.spelled(try memberNames(field, in: node).unionCase)
          let payload = try valueTypeAndDefault(of: field, in: node) == nil ? "" : "(let value)"
          code.line("case \(name)\(payload):")
          try emitValueWriting("value", to: field, in: node, structure)
        }
        code.line(
          "case .unrecognized(let number): builder._raw.setScalar(number, at: \(tag))")
      }
    }
  }

  private func emitValueWriting(
    _ value: String, to field: FieldModel, in node: NodeModel, _ structure: StructModel
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    let property = "builder." + Identifier.spelled(members.property)
    guard case .slot(let slot) = field.kind else {
      let group = field.tag == nil ? property : "builder.\(members.initialize)()"
      code.line("try \(value).write(to: \(group))")
      return
    }
    let activation = activation(field, structure).replacing("_raw", with: "builder._raw")
    let shape = try valueShape(slot.type, in: node)
    // A field that is empty takes no room, unless null would stand for something else.
    let leavesOut = field.tag == nil && !hasDefault(slot)
    switch shape {
    case .void:
      if field.tag != nil { code.line("builder.\(members.set)()") }
    case .scalar:
      code.line("\(property) = \(value)")
    case .text, .data:
      let set = "try builder.\(members.set)(\(value))"
      code.line(
        leavesOut
          ? "if \(value).isEmpty { try builder.\(members.clear)() } else { \(set) }" : set)
    case .structure:
      let clear = activation + "try builder._raw.clear(at: \(slot.offset))"
      code.line(
        "if let value = \(value) { try value.write(to: builder.\(members.initialize)()) } "
          + "else { \(clear) }")
    case .any:
      code.line(
        "\(activation)try \(value).write(to: builder._raw.pointer(at: \(slot.offset)))")
    case .list(let element, let type):
      guard leavesOut else {
        return try emitListWriting(value, element, type, shape, field, slot, in: node, activation)
      }
      let isEmpty: String
      if case .void = element { isEmpty = "\(value) == 0" } else { isEmpty = "\(value).isEmpty" }
      code.line("if \(isEmpty) {")
      code.line("  try builder.\(members.clear)()")
      try code.block("} else") { () throws(GeneratorError) in
        try emitListWriting(value, element, type, shape, field, slot, in: node, activation)
      }
    }
  }

  private func emitListWriting(
    _ value: String, _ element: ValueShape, _ type: TypeModel, _ whole: ValueShape,
    _ field: FieldModel, _ slot: SlotModel, in node: NodeModel, _ activation: String
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    switch element {
    case .scalar, .text, .data:
      code.line("try builder.\(members.set)(\(value))")
    case .void:
      code.line("try builder.\(members.initialize)(count: \(value))")
    case .structure, .any, .list:
      var list = "builder.\(members.initialize)(count: \(value).count)"
      if let view = whole.viewType, view != slot.type {
        list =
          "builder._raw.initialize(\(try spelling(view, in: node)).self, at: \(slot.offset), "
          + "count: \(value).count)"
        if !activation.isEmpty { code.line(activation.trimmedSuffix) }
      }
      try code.block("do") { () throws(GeneratorError) in
        code.line("let list0 = try \(list)")
        try emitElementsWriting(value, element, depth: 0, in: node)
      }
    }
  }

  /// Emits the loop that fills the list of this depth with the elements of `values`.
  private func emitElementsWriting(
    _ values: String, _ shape: ValueShape, depth: Int, in node: NodeModel
  ) throws(GeneratorError) {
    let (list, index, item) = ("list\(depth)", "index\(depth)", "item\(depth)")
    try code.block("for (\(index), \(item)) in \(values).enumerated()") {
      () throws(GeneratorError) in
      switch shape {
      case .void, .scalar: break
      case .text, .data: code.line("try \(list).set(\(index), to: \(item))")
      case .structure: code.line("try \(item).write(to: \(list)[\(index)])")
      case .any: code.line("try \(item).write(to: \(list).pointer(at: \(index)))")
      case .list(.void, _):
        code.line("try \(list).initialize(\(index), count: \(item))")
      case .list(.scalar, _):
        code.line("try \(list).initialize(\(index), count: \(item).count).copy(from: \(item))")
      case .list(let inner, _):
        code.line(
          "let list\(depth + 1) = try \(list).initialize(\(index), count: \(item).count)")
        try emitElementsWriting(item, inner, depth: depth + 1, in: node)
      }
    }
  }
}
