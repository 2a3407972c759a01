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
    try spend(expression.range, meaning.extent.size)
    return meaning
  }

  /// Resolves an expression of a user's text, whose cost is counted on its own.
  func meaning(_ expression: Expression, in scope: Scope) throws(Fault) -> Meaning {
    if resolutionDepth == 0 { steps = 0 }
    return try resolve(expression, in: scope)
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
      if let found = try lookup(name, in: scope) { return found }
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

  private func lookup(_ name: String, in scope: Scope) throws(Fault) -> Meaning? {
    if let index = scope.methodParameters.firstIndex(where: { $0.text == name }) {
      return scope.parameterStruct.map { .parameter(scope: $0, index: index) }
        ?? .methodParameter(index)
    }
    var next: Entity? = scope.entity
    while let entity = next {
      if let found = entity.members[name] { return try child(found, of: entity, scope.brand) }
      let parameters = entity.declaration.genericParameters
      if let index = parameters.firstIndex(where: { $0.text == name }) {
        return scope.brand.argument(scope: entity.id, index: index)
      }
      next = entity.parent
    }
    return Meaning.Builtin(rawValue: name).map { .builtin($0) }
  }

  private func child(
    _ child: Entity, of parent: Entity, _ brand: BrandScope
  ) throws(Fault) -> Meaning {
    let outer = brand.popped(to: parent)
    guard child.kind == .alias, let target = child.declaration.type else {
      return .entity(child, outer.pushed(child))
    }
    do {
      return try resolve(target, in: Scope(parent, outer))
    } catch {
      // The range belongs to the file of the alias.
      faults.add(error.range, in: parent.text, error.message)
      throw Fault(0..<0, Self.reported)
    }
  }

  private func member(
    _ name: Name, of meaning: Meaning, _ scope: Scope
  ) throws(Fault) -> Meaning {
    if case .entity(let entity, let brand) = meaning, let found = entity.members[name.text] {
      return try child(found, of: entity, brand)
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
      if case .builtin(.anyPointer) = types[0] {
        throw Fault(range, "'List(AnyPointer)' is not supported.")
      }
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
    for (type, argument) in zip(types, arguments) where type.dataSize != nil {
      throw Fault(
        argument.value.range, "Sorry, only pointer types can be used as generic parameters.")
    }
    return .entity(entity, brand.bound(to: types))
  }
}
