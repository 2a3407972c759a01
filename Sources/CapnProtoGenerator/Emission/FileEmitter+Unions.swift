extension FileEmitter {
  /// Emits the enumerations of a struct's unnamed union: `Tag`, and `Which` with its payloads.
  func emitUnion(
    _ node: NodeModel, _ structure: StructModel, _ own: String
  ) throws(GeneratorError) {
    let members = structure.unionMembers
    code.line()
    code.line("/// Which member of the union is active.")
    var cases: [EnumerationCase] = []
    for field in members {
      cases.append(
        EnumerationCase(
          name: try memberNames(field, in: node).unionCase, schemaName: field.name,
          number: field.tag ?? 0, documentation: field.documentation))
    }
    emitEnumeration("Tag", path: own + ".Tag", cases: cases, schemaOf: node)

    code.line()
    code.line("/// The active member of the union, with what it holds.")
    try code.block("\(access) enum Which") { () throws(GeneratorError) in
      for field in members {
        let name = Identifier.spelled(try memberNames(field, in: node).unionCase)
        let payload = try payload(of: field, in: node)
        code.documentation(field.documentation)
        code.line("case \(name)" + (payload.map { "(\($0))" } ?? ""))
      }
      code.line("/// A member that this program's schema does not know.")
      code.line("case unrecognized(Swift::UInt16)")
    }
  }

  /// Emits the tag as a number and as an enumeration value.
  func emitTag(_ offset: Int, _ own: String) {
    code.line("\(member)var _tag: Swift::UInt16 { _raw.scalar(at: \(offset)) }")
    code.line()
    code.line("/// Which member of the union is active.")
    code.line("\(member)var tag: \(own).Tag { \(own).Tag(rawValue: _tag) }")
  }

  /// Emits the getter that gives the active member with what it holds.
  func emitWhichGetter(
    _ node: NodeModel, _ structure: StructModel, _ own: String
  ) throws(GeneratorError) {
    let members = structure.unionMembers
    var canThrow = false
    var lines: [String] = []
    for field in members {
      let name = Identifier.spelled(try memberNames(field, in: node).unionCase)
      let head = "case \(field.tag ?? 0): return .\(name)"
      switch field.kind {
      case .group(let id):
        let type = try ownPath(of: model.node(id, from: node.displayName))
        lines.append("\(head)(\(type).Reader(_raw: _raw))")
      case .slot(let slot):
        let type = try spelling(slot.type, in: node)
        switch FieldShape(slot.type) {
        case .void: lines.append(head)
        case .bool, .scalar, .enumeration:
          var plain = field
          plain.tag = nil
          lines.append("\(head)(\(try scalarGetter(plain, slot, type)))")
        case .anyPointer: lines.append("\(head)(_raw.pointer(at: \(slot.offset)))")
        default:
          canThrow = true
          let fallback = defaultArgument(field, slot, in: node)
          lines.append("\(head)(try _raw.get(\(type).self, at: \(slot.offset)\(fallback)))")
        }
      }
    }
    code.line()
    code.line("/// The active member of the union, with what it holds.")
    // A switch over a small union is best taken apart where it stands: then no payload is made.
    let inlining = lines.count <= 8 && settings.access != .internal ? "@inline(__always) " : ""
    code.block("\(inlining)\(member)var which: \(own).Which") {
      code.block("get" + (canThrow ? " \(throwing)" : "")) {
        code.line("let tag = _tag")
        code.block("switch tag") {
          for line in lines { code.line(line) }
          code.line("default: return .unrecognized(tag)")
        }
      }
    }
  }

  /// The type that a member's case of `Which` carries, nil for Void.
  private func payload(
    of field: FieldModel, in node: NodeModel
  ) throws(GeneratorError) -> String? {
    switch field.kind {
    case .group(let id):
      return try ownPath(of: model.node(id, from: node.displayName)) + ".Reader"
    case .slot(let slot):
      let type = try spelling(slot.type, in: node)
      switch FieldShape(slot.type) {
      case .void: return nil
      case .bool, .scalar, .enumeration: return type
      default: return type + ".Reader"
      }
    }
  }
}
