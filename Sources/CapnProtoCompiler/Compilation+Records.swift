internal import CapnProtoSyntax

/// Works out one declaration after another, as they are needed.
extension Compilation {
  func noteAll(in entity: Entity) {
    note(entity)
    for alias in entity.aliases { check(alias: alias) }
    for child in entity.children { noteAll(in: child) }
  }

  func analyzeQueue() {
    var index = 0
    while index < queue.count, !faults.isFull {
      analyze(queue[index])
      index += 1
    }
  }

  private func analyze(_ entity: Entity) {
    let scope = Scope(entity)
    let declaration = entity.declaration
    func own(_ target: String) -> [AnnotationInfo] {
      annotations(declaration.annotations, target: target, in: scope)
    }
    switch entity.kind {
    case .file: records.append(.file(entity, own("file")))
    case .structure: finish(analyzedStructure(entity), entity, own("struct"))
    case .enumeration:
      guard let info = analyzedEnumeration(entity) else { return }
      records.append(.enumeration(entity, info.annotations, info.enumerants))
    case .interface: interface(entity, own("interface"), scope)
    case .constant:
      guard let info = analyzedConstant(entity) else { return }
      note(info.type)
      records.append(.constant(entity, info.annotations, info))
    case .annotation:
      guard let info = analyzedAnnotation(entity) else { return }
      note(info.type)
      records.append(.annotation(entity, info.annotations, info.type))
    default: break
    }
  }

  private func sorted(_ declarations: [Declaration], _ scope: Scope) -> [(Int, Declaration)] {
    let sorted = declarations.enumerated().sorted {
      ($0.element.number?.value ?? 0, $0.offset) < ($1.element.number?.value ?? 0, $1.offset)
    }
    var expected: UInt64 = 0
    for (_, declaration) in sorted {
      checkOrdinal(declaration.number?.value ?? 0, &expected, declaration, scope)
    }
    return sorted.map { ($0.offset, $0.element) }
  }

  func enumerants(_ declaration: Declaration, _ scope: Scope) -> [Record.Enumerant] {
    sorted(declaration.nested.filter { $0.kind == .enumerant }, scope).map { codeOrder, enumerant in
      Record.Enumerant(
        declaration: enumerant, codeOrder: codeOrder,
        annotations: annotations(enumerant.annotations, target: "enumerant", in: scope))
    }
  }

  private func interface(_ entity: Entity, _ own: [AnnotationInfo], _ scope: Scope) {
    var superclasses: [(Entity, BrandScope)] = []
    for expression in entity.declaration.superclasses {
      attempt(scope) { () throws(Fault) in
        guard case .entity(let target, let brand) = try meaning(expression, in: scope),
          target.kind == .interface
        else { throw Fault(expression.range, "This does not name an interface.") }
        note(.entity(target, brand))
        superclasses.append((target, brand))
      }
    }
    let methods = sorted(entity.declaration.nested.filter { $0.kind == .method }, scope)
    let infos = methods.enumerated().map { ordinal, method in
      Record.Method(
        declaration: method.1, codeOrder: method.0,
        annotations: annotations(method.1.annotations, target: "method", in: scope),
        parameters: carrier(method.1, ordinal, entity, areResults: false),
        results: carrier(method.1, ordinal, entity, areResults: true))
    }
    records.append(.interface(entity, own, infos, superclasses))
  }

  private func carrier(
    _ method: Declaration, _ ordinal: Int, _ entity: Entity, areResults: Bool
  ) -> Record.Carrier? {
    var scope = Scope(entity)
    scope.methodParameters = Entity.places(method.genericParameters)
    switch areResults ? method.results : method.parameters {
    case .none: return listed([], method, ordinal, scope, areResults)
    case .list(let list): return listed(list, method, ordinal, scope, areResults)
    case .type(let expression):
      return attempt(scope) { () throws(Fault) in
        guard case .entity(let target, let brand) = try meaning(expression, in: scope),
          target.kind == .structure
        else { throw Fault(expression.range, "This does not name a struct.") }
        note(.entity(target, brand))
        return Record.Carrier(id: target.id, brand: brand)
      }
    case .stream(let range):
      return attempt(scope) { () throws(Fault) in
        let file = try importFile("/capnp/stream.capnp", from: entity.text, range)
        guard let target = file.members["StreamResult"], target.kind == .structure else {
          throw Fault(range, "'/capnp/stream.capnp' has no StreamResult.")
        }
        note(target)
        return Record.Carrier(id: target.id, brand: file.brand.pushed(target))
      }
    }
  }

  private func listed(
    _ list: [Declaration], _ method: Declaration, _ ordinal: Int, _ outer: Scope,
    _ areResults: Bool
  ) -> Record.Carrier {
    let entity = outer.entity
    let info = StructInfo()
    info.id = DerivedID.parameters(of: entity.id, method: ordinal, areResults: areResults)
    info.displayName =
      entity.displayName + "." + method.name.text + (areResults ? "$Results" : "$Params")
    info.prefixLength = entity.displayName.utf8.count + 1
    info.parameters = method.genericParameters
    info.isGeneric = entity.isGeneric || !method.genericParameters.isEmpty
    var scope = outer
    scope.parameterStruct = info.id
    var names: Set<String> = []
    for parameter in list where !names.insert(parameter.name.text).inserted {
      fault(
        parameter.name.range, scope, "'\(parameter.name.text)' is already defined in this scope.")
    }
    StructTranslator(self, scope).translate(list, method, into: info)
    finish(info, nil, [])
    // The tool leaves the method's own parameters unbound here.
    let brand = BrandScope(
      id: info.id, parameterCount: method.genericParameters.count, arguments: [],
      isInherited: false, parent: entity.brand)
    return Record.Carrier(id: info.id, brand: brand)
  }
}
