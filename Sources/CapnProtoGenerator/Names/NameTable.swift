/// The Swift names of every declaration in a request.
///
/// A name depends only on the declaration, its neighbours and what is around it, so that two runs
/// which both see a file agree on its names.
struct NameTable {
  /// The unqualified name of each type, constant and annotation.
  private(set) var declarations: [UInt64: String] = [:]

  /// The names of the generic parameters of each declaration.
  private(set) var parameters: [UInt64: [String]] = [:]

  /// The names of the fields of each struct, by their index.
  private(set) var members: [UInt64: [Int: MemberNames]] = [:]

  /// The names of the cases of each enumeration, by number.
  private(set) var cases: [UInt64: [String]] = [:]

  /// The names of the types that each declaration holds.
  private(set) var nestedTypes: [UInt64: Set<String>] = [:]

  init(_ model: SchemaModel) throws(GeneratorError) {
    for node in model.nodes.values.sorted(by: { $0.id < $1.id }) {
      try checkRenames(of: node)
      nameContents(of: node, in: model)
    }
    for node in model.nodes.values.sorted(by: { $0.id < $1.id }) {
      nameParameters(of: node, in: model)
    }
  }

  func name(of node: NodeModel) -> String {
    declarations[node.id] ?? Identifier.capitalized(node.name)
  }

  /// Names what is declared directly inside `node`.
  private mutating func nameContents(of node: NodeModel, in model: SchemaModel) {
    var types = NameSet(
      reserved: node.structure == nil ? ReservedNames.conformances : ReservedNames.inStruct)
    var values = NameSet(reserved: node.kind.isFile ? [] : ReservedNames.staticInStruct)
    var held: Set<String> = []
    for id in node.nested {
      guard let child = model.nodes[id] else { continue }
      let wish = child.annotations.text(SwiftAnnotation.name) ?? child.name
      switch child.kind {
      case .constant, .annotation: declarations[id] = values.take(wish)
      default:
        declarations[id] = types.take(wish)
        held.insert(declarations[id] ?? wish)
      }
    }
    switch node.kind {
    case .structure(let structure):
      members[node.id] = MemberNames.assign(
        to: structure.fields, hasUnion: structure.tagOffset != nil)
      for field in structure.fields.sorted(by: { $0.index < $1.index }) {
        guard case .group(let id) = field.kind else { continue }
        let wish = field.annotations.text(SwiftAnnotation.name) ?? field.name
        declarations[id] = types.take(Identifier.capitalized(wish))
        held.insert(declarations[id] ?? wish)
      }
    case .enumeration(let enumerants):
      var names = NameSet(reserved: ReservedNames.inEnumeration)
      cases[node.id] = enumerants.map { item in
        names.take(item.annotations.text(SwiftAnnotation.name) ?? item.name)
      }
    default: break
    }
    nestedTypes[node.id] = held
  }

  /// Names the generic parameters apart from each other, from the types inside, and from the
  /// parameters of whatever is around.
  private mutating func nameParameters(of node: NodeModel, in model: SchemaModel) {
    guard !node.parameters.isEmpty, parameters[node.id] == nil else { return }
    var around: Set<String> = ReservedNames.inStruct.union(nestedTypes[node.id] ?? [])
    var scope = model.scope(of: node)
    while let outer = scope {
      nameParameters(of: outer, in: model)
      around.formUnion(parameters[outer.id] ?? [])
      scope = model.scope(of: outer)
    }
    var names = NameSet(reserved: around)
    parameters[node.id] = node.parameters.map { names.take($0) }
  }

  private func checkRenames(of node: NodeModel) throws(GeneratorError) {
    func check(_ annotations: [AnnotationModel], _ what: String) throws(GeneratorError) {
      guard let name = annotations.text(SwiftAnnotation.name), !Identifier.isValid(name) else {
        return
      }
      throw GeneratorError(
        .unsupported,
        "\(what): $Swift.name(\"\(name)\") is not a Swift identifier. "
          + "Use ASCII letters, digits and underscores, and begin with a letter.")
    }
    try check(node.annotations, node.displayName)
    for field in node.structure?.fields ?? [] {
      try check(field.annotations, "\(node.displayName).\(field.name)")
    }
    if case .enumeration(let enumerants) = node.kind {
      for item in enumerants {
        try check(item.annotations, "\(node.displayName).\(item.name)")
      }
    }
  }
}

extension NodeModel.Kind {
  var isFile: Bool {
    if case .file = self { true } else { false }
  }
}
