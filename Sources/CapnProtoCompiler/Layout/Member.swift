internal import CapnProtoSyntax

/// A field, union or group on its way to a place.
final class Member {
  let declaration: Declaration
  let codeOrder: Int
  let parent: Member?
  let isInUnion: Bool
  let space: (any FieldSpace)?
  /// What a group, a union or the whole struct becomes.
  let info: StructInfo?
  var union: UnionSpace?
  let scope: Scope
  private var made: FieldInfo?
  private var index = 0

  /// The whole struct.
  init(root declaration: Declaration, _ info: StructInfo, _ scope: Scope) {
    self.declaration = declaration
    self.scope = scope
    self.info = info
    codeOrder = 0
    parent = nil
    isInUnion = false
    space = nil
  }

  init(
    _ declaration: Declaration, _ codeOrder: Int, _ parent: Member, inUnion: Bool = false,
    _ space: any FieldSpace
  ) {
    self.declaration = declaration
    self.codeOrder = codeOrder
    self.parent = parent
    self.space = space
    scope = parent.scope
    isInUnion = inUnion
    let isField = declaration.kind == .field || declaration.kind == .parameter
    info = isField ? nil : StructInfo()
  }

  /// The number that decides when it gets its place; parameters have none but their order.
  var ordinal: UInt64? {
    declaration.kind == .parameter ? UInt64(codeOrder) : declaration.number?.value
  }

  /// The field in the struct around it; fields stand in the order of the first call.
  @discardableResult func field() -> FieldInfo? {
    if let made { return made }
    guard let parent, let outer = parent.info else { return nil }
    if outer.fields.isEmpty { parent.field() }
    let field = FieldInfo(declaration, codeOrder: codeOrder, scope: scope)
    index = outer.fields.count
    if isInUnion {
      field.discriminant = outer.discriminantCount
      outer.discriminantCount += 1
    }
    outer.fields.append(field)
    made = field
    return field
  }

  /// Gives a group its number, which comes from its place.
  func finish() {
    guard let info else { return }
    if let union {
      _ = union.addDiscriminant()
      info.discriminantOffset = union.discriminantOffset ?? 0
    }
    guard let parent, let outer = parent.info, let field = field() else { return }
    info.id = DerivedID.group(in: outer.id, at: index)
    info.scopeID = outer.id
    info.displayName = outer.displayName + "." + declaration.name.text
    info.prefixLength = outer.displayName.utf8.count + 1
    info.isGeneric = outer.isGeneric
    info.isGroup = true
    info.comment = declaration.comment
    field.group = info
  }
}
