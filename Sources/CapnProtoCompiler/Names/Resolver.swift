internal import CapnProtoSyntax

/// Finds out what names mean.
extension Compilation {
  /// How deep aliases and constants may lead to others.
  static let resolutionDepth = 100
  /// How much work one type expression may cause: aliases of generics can double it at each step.
  static let expressionSteps = 1 << 14
  /// How deep a type may be with all that its generic parameters stand for.
  static let extentDepth = 200
  /// How much work all of them may cause together.
  static let totalSteps = 1 << 22

  func type(_ expression: Expression, in scope: Scope) throws(Fault) -> Meaning {
    let meaning = try self.meaning(expression, in: scope)
    if case .builtin(.bareList) = meaning {
      throw Fault(expression.range, "'List' requires exactly one parameter.")
    }
    guard meaning.isType else { throw Fault(expression.range, "Not a type.") }
    return meaning
  }

  /// Resolves an expression of a user's text, whose cost is counted on its own.
  func meaning(_ expression: Expression, in scope: Scope) throws(Fault) -> Meaning {
    if resolutionDepth == 0 { steps = 0 }
    let meaning = try resolve(expression, in: scope)
    try spend(expression.range, meaning.extent.size)
    if let element = meaning.unsupportedElement {
      throw Fault(
        try origin(of: element, in: expression, scope).range,
        "'List(\(element))' is not supported.")
    }
    return meaning
  }

  /// The innermost part of an expression that leads to a list of what no list can be of.
  private func origin(
    of element: String, in expression: Expression, _ scope: Scope
  ) throws(Fault) -> Expression {
    for case .application(let arguments) in expression.suffixes {
      for argument in arguments
      where try resolve(argument.value, in: scope).unsupportedElement == element {
        return try origin(of: element, in: argument.value, scope)
      }
    }
    return expression
  }

  /// Looks whether a name for something names anything.
  func check(alias: Entity) {
    guard let parent = alias.parent else { return }
    let scope = Scope(parent)
    steps = 0
    attempt(scope) { () throws(Fault) in
      let range = alias.declaration.name.range
      let isType =
        switch try child(alias, of: parent, parent.brand, range) {
        case .entity(let entity, _): entity.kind != .constant && entity.kind != .annotation
        default: true
        }
      let first = alias.name.utf8.first
      if isType, first?.isUppercase != true {
        throw Fault(range, "Type names must begin with a capital letter.")
      }
      if !isType, first?.isLowercase != true {
        throw Fault(range, "Non-type names must begin with a lower-case letter.")
      }
    }
  }

  private func spend(_ range: Range<Int>, _ amount: Int = 1) throws(Fault) {
    steps += amount
    allSteps += amount
    if steps > Self.expressionSteps || allSteps > Self.totalSteps {
      throw Fault(range, "The type is too large: its aliases and generics lead to too many others.")
    }
  }

  func resolve(_ expression: Expression, in scope: Scope) throws(Fault) -> Meaning {
    try spend(expression.range)
    guard resolutionDepth < Self.resolutionDepth else {
      throw Fault(expression.range, "Nested too deeply, or defined by itself.")
    }
    resolutionDepth += 1
    defer { resolutionDepth -= 1 }
    var meaning = try head(expression, in: scope)
    for suffix in expression.suffixes {
      try spend(expression.range)
      switch suffix {
      case .member(let name): meaning = try member(name, of: meaning, scope)
      case .application(let arguments):
        meaning = try apply(meaning, arguments, expression.range, scope)
      }
      let extent = meaning.extent
      guard extent.size <= Self.expressionSteps, extent.depth <= Self.extentDepth else {
        throw Fault(
          expression.range, "The type is too large: generics in it lead to too many others.")
      }
    }
    return meaning
  }

  private func head(_ expression: Expression, in scope: Scope) throws(Fault) -> Meaning {
    switch expression.head {
    case .relative(let name):
      if let found = try lookup(name, in: scope, expression.range) { return found }
      throw Fault(expression.range, "Not defined: \(name)")
    case .absolute(let name):
      var file = scope.entity
      while let parent = file.parent { file = parent }
      return try member(
        Name(text: name, range: expression.range),
        of: .entity(file, scope.brand.popped(to: file)), scope)
    case .importing(let path):
      let file = try importFile(path, from: scope.entity.text, expression.range)
      return .entity(file, file.brand)
    default:
      throw Fault(expression.range, "Expected name.")
    }
  }

  private func lookup(
    _ name: String, in scope: Scope, _ range: Range<Int>
  ) throws(Fault) -> Meaning? {
    if let index = scope.methodParameters[name] {
      return scope.parameterStruct.map { .parameter(scope: $0, index: index) }
        ?? .methodParameter(index)
    }
    var next: Entity? = scope.entity
    while let entity = next {
      if let found = entity.members[name] {
        return try child(found, of: entity, scope.brand, range)
      }
      if let index = entity.parameterPlaces[name] {
        return scope.brand.argument(scope: entity.id, index: index)
      }
      next = entity.parent
    }
    return Meaning.Builtin(rawValue: name).map { .builtin($0) }
  }

  private func child(
    _ child: Entity, of parent: Entity, _ brand: BrandScope, _ range: Range<Int>
  ) throws(Fault) -> Meaning {
    let outer = brand.popped(to: parent)
    guard child.kind == .alias else { return .entity(child, outer.pushed(child)) }
    guard outer === parent.brand else { return try target(of: child, in: Scope(parent, outer)) }
    // Nothing is bound, so that it means the same wherever it stands.
    if let known = child.meaning { return known }
    if child.isFaulty { throw Fault(range, Self.reported) }
    if child.isBeingAnalyzed { throw Fault(range, "'\(child.name)' is defined by itself.") }
    child.isBeingAnalyzed = true
    defer {
      child.isBeingAnalyzed = false
      child.isFaulty = child.meaning == nil
    }
    let meaning = try target(of: child, in: Scope(parent, outer))
    child.meaning = meaning
    return meaning
  }

  private func target(of alias: Entity, in scope: Scope) throws(Fault) -> Meaning {
    guard let target = alias.declaration.type else { throw Fault(0..<0, Self.reported) }
    do {
      return try resolve(target, in: scope)
    } catch {
      // The range belongs to the file of the alias.
      fault(error.range, scope, error.message)
      throw Fault(0..<0, Self.reported)
    }
  }

  private func member(
    _ name: Name, of meaning: Meaning, _ scope: Scope
  ) throws(Fault) -> Meaning {
    if case .entity(let entity, let brand) = meaning, let found = entity.members[name.text] {
      return try child(found, of: entity, brand, name.range)
    }
    throw Fault(name.range, "No member named '\(name.text)'.")
  }

  private func apply(
    _ meaning: Meaning, _ arguments: [Expression.Argument], _ range: Range<Int>, _ scope: Scope
  ) throws(Fault) -> Meaning {
    var types: [Meaning] = []
    for argument in arguments {
      if let name = argument.name { throw Fault(name.range, "Named parameter not allowed here.") }
      let type = try resolve(argument.value, in: scope)
      guard type.isType else { throw Fault(argument.value.range, "Not a type.") }
      types.append(type)
    }
    if case .builtin(.bareList) = meaning {
      guard types.count == 1 else { throw Fault(range, "'List' requires exactly one parameter.") }
      return .list(types[0])
    }
    guard case .entity(let entity, let brand) = meaning, brand.parameterCount > 0 else {
      throw Fault(range, "Declaration does not accept generic parameters.")
    }
    if !brand.arguments.isEmpty { throw Fault(range, "Double-application of generic parameters.") }
    guard types.count == brand.parameterCount else {
      throw Fault(
        range,
        types.count > brand.parameterCount
          ? "Too many generic parameters." : "Not enough generic parameters.")
    }
    for (type, argument) in zip(types, arguments) where !type.isArgument {
      throw Fault(
        argument.value.range, "Sorry, only pointer types can be used as generic parameters.")
    }
    return .entity(entity, brand.bound(to: types))
  }
}
