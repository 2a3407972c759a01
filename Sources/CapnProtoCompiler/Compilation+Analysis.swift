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
    entity.constant = once(entity) { () throws(Fault) in
      let (declaration, scope) = (entity.declaration, Scope(entity))
      guard let expression = declaration.type, let text = declaration.value else { return nil }
      let type = try self.type(expression, in: scope)
      let value = try value(text, as: type, in: scope)
      return ConstantInfo(
        type: type, value: value,
        annotations: annotations(declaration.annotations, target: "const", in: scope))
    }
    return entity.constant
  }

  func analyzedAnnotation(_ entity: Entity) -> AnnotationTypeInfo? {
    if let known = entity.annotation { return known }
    entity.annotation = once(entity) { () throws(Fault) in
      let (declaration, scope) = (entity.declaration, Scope(entity))
      check(targets: declaration, scope)
      guard let expression = declaration.type else { return nil }
      return AnnotationTypeInfo(
        type: try type(expression, in: scope),
        annotations: annotations(declaration.annotations, target: "annotation", in: scope))
    }
    return entity.annotation
  }

  func analyzedEnumeration(_ entity: Entity) -> EnumInfo? {
    if let known = entity.enumeration { return known }
    entity.enumeration = once(entity) { () throws(Fault) in
      let (declaration, scope) = (entity.declaration, Scope(entity))
      let own = annotations(declaration.annotations, target: "enum", in: scope)
      return EnumInfo(enumerants: enumerants(declaration, scope), annotations: own)
    }
    return entity.enumeration
  }

  /// Works a declaration out that others may need while they are worked out themselves.
  private func once<Info>(
    _ entity: Entity, _ body: () throws(Fault) -> Info?
  ) -> Info? {
    guard !entity.isFaulty else { return nil }
    let name = entity.declaration.name.range
    guard !entity.isBeingAnalyzed else {
      fault(name, Scope(entity), "'\(entity.name)' depends on itself.")
      return nil
    }
    guard resolutionDepth < Self.resolutionDepth else {
      fault(name, Scope(entity), "This leads to too many other declarations.")
      return nil
    }
    resolutionDepth += 1
    entity.isBeingAnalyzed = true
    steps = 0
    let info = attempt(Scope(entity)) { () throws(Fault) in try body() } ?? nil
    entity.isBeingAnalyzed = false
    resolutionDepth -= 1
    entity.isFaulty = info == nil
    return info
  }

  private func check(targets declaration: Declaration, _ scope: Scope) {
    let targets = declaration.targets
    var seen: Set<String> = []
    for target in targets {
      let name = target.text
      if !AnnotationTarget.all.contains(name) {
        fault(target.range, scope, "Not a valid annotation target: \(name)")
      } else if !seen.insert(name).inserted {
        fault(target.range, scope, "'\(name)' is named twice.")
      } else if name == "*", targets.count > 1 {
        fault(target.range, scope, "'*' stands for all targets, and leaves no place for others.")
      }
    }
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
    guard let type = analyzedAnnotation(entity)?.type else {
      throw Fault(use.range, Self.reported)
    }
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
