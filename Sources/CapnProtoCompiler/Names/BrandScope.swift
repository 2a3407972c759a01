/// What the generic parameters of a declaration and of those around it stand for.
final class BrandScope {
  let id: UInt64
  let parameterCount: Int
  let arguments: [Meaning]
  /// Whether the parameters stand for themselves, as inside of the declaration.
  let isInherited: Bool
  let parent: BrandScope?
  /// How large and how deep it is when it is written out: parts are shared, and small text can
  /// stand for a tree without end.
  let extent: Extent

  init(
    id: UInt64, parameterCount: Int, arguments: [Meaning], isInherited: Bool, parent: BrandScope?
  ) {
    self.id = id
    self.parameterCount = parameterCount
    self.arguments = arguments
    self.isInherited = isInherited
    self.parent = parent
    extent = Extent(around: arguments.map(\.extent) + (parent.map { [$0.extent] } ?? []))
  }

  convenience init(inheriting entity: Entity) {
    self.init(
      id: entity.id, parameterCount: entity.declaration.genericParameters.count, arguments: [],
      isInherited: true, parent: entity.parent?.brand)
  }

  func pushed(_ entity: Entity) -> BrandScope {
    BrandScope(
      id: entity.id, parameterCount: entity.declaration.genericParameters.count, arguments: [],
      isInherited: false, parent: self)
  }

  func bound(to arguments: [Meaning]) -> BrandScope {
    BrandScope(
      id: id, parameterCount: parameterCount, arguments: arguments, isInherited: false,
      parent: parent)
  }

  /// The scope of a declaration around this one.
  func popped(to entity: Entity) -> BrandScope {
    var scope: BrandScope? = self
    while let current = scope {
      if current.id == entity.id { return current }
      scope = current.parent
    }
    return entity.brand
  }

  func argument(scope: UInt64, index: Int) -> Meaning {
    var next: BrandScope? = self
    while let current = next {
      if current.id == scope {
        if index < current.arguments.count { return current.arguments[index] }
        return current.isInherited ? .parameter(scope: scope, index: index) : .anyPointer
      }
      next = current.parent
    }
    return .parameter(scope: scope, index: index)
  }

  var unsupportedElement: String? {
    for level in levels {
      for argument in level.arguments {
        if let element = argument.unsupportedElement { return element }
      }
    }
    return nil
  }

  /// The scopes that say something, innermost first.
  var levels: [BrandScope] {
    var levels: [BrandScope] = []
    var next: BrandScope? = self
    while let current = next {
      if !current.arguments.isEmpty || (current.isInherited && current.parameterCount > 0) {
        levels.append(current)
      }
      next = current.parent
    }
    return levels
  }
}
