extension FileEmitter {
  /// Emits the reader's accessors of a field.
  func emitReader(
    _ field: FieldModel, _ slot: SlotModel, in node: NodeModel
  ) throws(GeneratorError) {
    let members = try memberNames(field, in: node)
    let name = Identifier.spelled(members.property)
    let type = try spelling(slot.type, in: node)
    if case .void = slot.type, field.tag != nil { return }
    code.line()
    code.documentation(field.documentation)
    switch FieldShape(slot.type) {
    case .void:
      code.line("\(member)var \(name): Swift::Void { () }")
    case .bool, .scalar, .enumeration:
      let value = try scalarGetter(field, slot, type)
      code.line("\(member)var \(name): \(type) { \(value) }")
    case .anyPointer:
      code.line("\(member)var \(name): \(type).Reader { _raw.pointer(at: \(place(field, slot))) }")
      emitHas(field, slot, members)
    default:
      let place = try pointerArguments(field, slot, in: node)
      code.line(
        "\(member)var \(name): \(type).Reader "
          + "{ get \(throwing) { try _raw.get(\(type).self, \(place)) } }")
      emitHas(field, slot, members)
    }
  }

  /// Emits the reader's accessor of a group.
  func emitGroupReader(
    _ field: FieldModel, _ id: UInt64, in node: NodeModel
  ) throws(GeneratorError) {
    let name = Identifier.spelled(try memberNames(field, in: node).property)
    let type = try ownPath(of: model.node(id, from: node.displayName))
    // The fields of an inactive member lie in the memory of another one: they must not be seen.
    let raw = field.tag.map { "_tag == \($0) ? _raw : _raw.withoutFields" } ?? "_raw"
    code.line()
    code.documentation(field.documentation)
    code.line("\(member)var \(name): \(type).Reader { \(type).Reader(_raw: \(raw)) }")
  }

  /// `@inlinable public `, before a member.
  var member: String { "\(settings.inlinable)\(access) " }

  var throwing: String { "throws(CapnProto::CapnProtoError)" }

  /// The expression that reads a scalar.
  func scalarGetter(
    _ field: FieldModel, _ slot: SlotModel, _ type: String
  ) throws(GeneratorError) -> String {
    let call: String
    switch FieldShape(slot.type) {
    case .bool: call = "_raw.bool(at: \(slot.offset)\(maskArgument(slot)))"
    case .enumeration: call = "_raw.enumeration(at: \(slot.offset)\(maskArgument(slot)))"
    default: call = "_raw.scalar(at: \(slot.offset)\(maskArgument(slot)))"
    }
    guard let tag = field.tag else { return call }
    return "_tag == \(tag) ? \(call) : \(inactiveValue(slot, type))"
  }

  /// `, mask: …`, unless the mask is zero.
  func maskArgument(_ slot: SlotModel) -> String {
    if case .bool(let value) = slot.defaultValue { return value ? ", mask: true" : "" }
    return Literal.mask(slot.defaultValue, bits: slot.type.dataBits ?? 0).map { ", mask: \($0)" }
      ?? ""
  }

  /// What a scalar member of a union reads as while another member is active.
  func inactiveValue(_ slot: SlotModel, _ type: String) -> String {
    switch slot.defaultValue {
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)"
    case .float32(let bits): Literal.float(bits)
    case .float64(let bits): Literal.double(bits)
    case .enumeration(let value): "\(type)(rawValue: \(value))"
    default: slot.type.dataBits == 1 ? "false" : "0"
    }
  }

  /// The slot of a pointer, or one that no struct has while another member is active.
  func place(_ field: FieldModel, _ slot: SlotModel) -> String {
    field.tag.map { "_tag == \($0) ? \(slot.offset) : CapnProto::noSlot" } ?? "\(slot.offset)"
  }

  /// `at: …, default: …` of a pointer field.
  private func pointerArguments(
    _ field: FieldModel, _ slot: SlotModel, in node: NodeModel
  ) throws(GeneratorError) -> String {
    "at: \(place(field, slot))" + defaultArgument(field, slot, in: node)
  }

  private func emitHas(_ field: FieldModel, _ slot: SlotModel, _ members: MemberNames) {
    let active = field.tag.map { "_tag == \($0) && " } ?? ""
    code.line("\(member)var \(members.has): Swift::Bool { \(active)_raw.has(at: \(slot.offset)) }")
  }
}
