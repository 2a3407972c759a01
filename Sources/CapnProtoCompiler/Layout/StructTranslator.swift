internal import CapnProtoSyntax

/// Gives the fields of a struct their places.
final class StructTranslator {
  private let compilation: Compilation
  private let scope: Scope
  private let space = StructSpace()
  private var members: [Member] = []
  private var ordered: [(ordinal: UInt64, member: Member)] = []

  init(_ compilation: Compilation, _ scope: Scope) {
    self.compilation = compilation
    self.scope = scope
  }

  func translate(_ declarations: [Declaration], _ root: Declaration, into info: StructInfo) {
    let top = Member(root: root, info, scope)
    collect(declarations, top, space)
    ordered.sort { $0.ordinal < $1.ordinal }
    var expected: UInt64 = 0
    for (ordinal, member) in ordered {
      compilation.checkOrdinal(ordinal, &expected, member.declaration, scope)
      place(member, ordinal)
    }
    for member in members { member.field() }
    for member in [top] + members { member.finish() }
    guard space.dataWords <= Int(UInt16.max), space.pointers <= Int(UInt16.max) else {
      compilation.fault(root.name.range, scope, "Struct is too big.")
      return
    }
    info.groups = members.compactMap(\.info)
    for part in [info] + info.groups {
      part.dataWords = space.dataWords
      part.pointers = space.pointers
    }
  }

  private func add(_ member: Member) -> Member {
    members.append(member)
    if let ordinal = member.ordinal { ordered.append((ordinal, member)) }
    return member
  }

  private func collect(_ declarations: [Declaration], _ parent: Member, _ space: any FieldSpace) {
    var codeOrder = 0
    for declaration in declarations {
      switch declaration.kind {
      case .field, .parameter:
        _ = add(Member(declaration, codeOrder, parent, space))
        codeOrder += 1
      case .union where declaration.isUnnamed:
        let union = UnionSpace(space)
        if parent.union != nil {
          compilation.fault(
            declaration.name.range, scope, "An unnamed union is already defined in this scope.")
        }
        parent.union = union
        collectUnion(declaration, parent, union, &codeOrder)
      case .union:
        let member = add(Member(declaration, codeOrder, parent, space))
        codeOrder += 1
        addUnion(declaration, member, space)
      case .group:
        let member = add(Member(declaration, codeOrder, parent, space))
        codeOrder += 1
        addGroup(declaration, member, space)
      default: break
      }
    }
  }

  private func addUnion(_ declaration: Declaration, _ member: Member, _ space: any FieldSpace) {
    let union = UnionSpace(space)
    member.union = union
    var codeOrder = 0
    collectUnion(declaration, member, union, &codeOrder)
  }

  private func addGroup(_ declaration: Declaration, _ member: Member, _ space: any FieldSpace) {
    if declaration.nested.isEmpty {
      compilation.fault(declaration.name.range, scope, "Group must have at least one member.")
    }
    collect(declaration.nested, member, space)
  }

  private func collectUnion(
    _ declaration: Declaration, _ parent: Member, _ union: UnionSpace, _ codeOrder: inout Int
  ) {
    if declaration.nested.count < 2 {
      compilation.fault(declaration.name.range, scope, "Union must have at least two members.")
    }
    for nested in declaration.nested {
      let space = MemberSpace(union)
      if nested.kind == .union, nested.isUnnamed {
        compilation.fault(nested.name.range, scope, "Unions cannot contain unnamed unions.")
        continue
      }
      let member = add(Member(nested, codeOrder, parent, inUnion: true, space))
      codeOrder += 1
      switch nested.kind {
      case .union: addUnion(nested, member, space)
      case .group: addGroup(nested, member, space)
      default: break
      }
    }
  }

  private func place(_ member: Member, _ ordinal: UInt64) {
    guard let field = member.field(), let space = member.space else { return }
    field.ordinal = Int(truncatingIfNeeded: ordinal)
    if let union = member.union {
      if !union.addDiscriminant() {
        compilation.fault(
          member.declaration.number?.range ?? member.declaration.name.range, scope,
          "Union ordinal, if specified, must be greater than no more than one of its member "
            + "ordinals (i.e. there can only be one field retroactively unionized).")
      }
      return
    }
    guard let expression = member.declaration.type else { return }
    field.type =
      compilation.attempt(scope) { () throws(Fault) in
        try compilation.type(expression, in: scope)
      } ?? .builtin(.void)
    switch field.type.dataSize {
    case nil: field.offset = space.addPointer()
    case .some(-1): space.addVoid()
    case let size?: field.offset = space.addData(size)
    }
  }
}
