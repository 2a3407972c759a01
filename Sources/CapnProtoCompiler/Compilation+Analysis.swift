internal import CapnProtoSyntax

/// Works declarations out, so that nothing can fail when they are written.
extension Compilation {
  func analyzedStructure(_ entity: Entity) -> StructInfo {
    if let known = entity.structure { return known }
    let info = StructInfo()
    entity.structure = info
    info.id = entity.id
    info.displayName = entity.displayName
    info.prefixLength = entity.prefixLength
    info.scopeID = entity.parent?.id ?? 0
    info.isGeneric = entity.isGeneric
    info.parameters = entity.declaration.genericParameters
    info.comment = entity.declaration.comment
    let translator = StructTranslator(self, Scope(entity))
    translator.translate(entity.declaration.nested, entity.declaration, into: info)
    return info
  }

  func analyzedConstant(_ entity: Entity) -> ConstantInfo? {
    if let known = entity.constant { return known }
    guard !entity.isBeingAnalyzed, !entity.isFaulty else { return nil }
    entity.isBeingAnalyzed = true
    steps = 0
    let scope = Scope(entity)
    let declaration = entity.declaration
    if let expression = declaration.type, let text = declaration.value {
      entity.constant = attempt(scope) { () throws(Fault) in
        let type = try self.type(expression, in: scope)
        return ConstantInfo(type: type, value: try value(text, as: type, in: scope))
      }
    }
    entity.isBeingAnalyzed = false
    entity.isFaulty = entity.constant == nil
    return entity.constant
  }

  func fieldDefault(_ field: FieldInfo) -> CompiledValue? {
    guard let expression = field.declaration.value, !field.isEvaluated else { return field.value }
    if field.isEvaluating {
      fault(expression.range, field.scope, "The default of '\(field.name)' depends on itself.")
      return nil
    }
    field.isEvaluating = true
    field.value = attempt(field.scope) { () throws(Fault) in
      try value(expression, as: field.type, in: field.scope)
    }
    field.isEvaluating = false
    field.isEvaluated = true
    return field.value
  }

  func annotations(
    _ uses: [Declaration.AnnotationUse], target: String, in scope: Scope
  ) -> [AnnotationInfo] {
    uses.compactMap { use in
      attempt(scope) { () throws(Fault) in try annotation(use, target, scope) }
    }
  }

  private func annotation(
    _ use: Declaration.AnnotationUse, _ target: String, _ scope: Scope
  ) throws(Fault) -> AnnotationInfo {
    guard case .entity(let entity, let brand) = try meaning(use.name, in: scope),
      entity.kind == .annotation
    else { throw Fault(use.name.range, "This does not name an annotation.") }
    guard entity.declaration.targets.contains(where: { $0.text == target || $0.text == "*" })
    else {
      throw Fault(
        use.name.range, "'\(entity.name)' cannot be applied to this kind of declaration.")
    }
    note(entity)
    note(brand)
    guard let expression = entity.declaration.type,
      let type = attempt(
        Scope(entity), { () throws(Fault) in try self.type(expression, in: Scope(entity)) })
    else { throw Fault(use.range, Self.reported) }
    let bound = type.substituting(brand)
    guard let text = use.value else {
      guard case .builtin(.void) = type else {
        throw Fault(use.name.range, "'\(entity.name)' requires a value.")
      }
      return AnnotationInfo(entity: entity, brand: brand, type: type, value: .void)
    }
    return AnnotationInfo(
      entity: entity, brand: brand, type: bound, value: try value(text, as: bound, in: scope))
  }

  /// Works out everything in a struct that will be written.
  func finish(_ info: StructInfo, _ entity: Entity?, _ own: [AnnotationInfo]) {
    for part in [info] + info.groups {
      for field in part.fields {
        let kind = field.declaration.kind
        let target =
          switch kind {
          case .union: "union"
          case .group: "group"
          case .parameter: "param"
          default: "field"
          }
        field.annotations = annotations(
          field.declaration.annotations, target: target, in: field.scope)
        if field.group == nil { note(field.type) }
        _ = fieldDefault(field)
      }
      let isRoot = part === info
      records.append(.structure(part, isRoot ? entity : nil, isRoot ? own : []))
    }
  }
}
